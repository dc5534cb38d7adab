package exchange.settlement.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name exists, and what clients can meet is in them. */
class DocumentationTest {

    private static final Path ROOT = Path.of(System.getProperty("settlement.root", "..")).toAbsolutePath().normalize();

    private static final Set<String> SKIPPED = Set.of("target", ".git", "node_modules");

    private static final Pattern JAVA_FILE = Pattern.compile("`([A-Za-z]+\\.java)`");
    private static final Pattern PATH = Pattern
            .compile("`((?:docs|settlement-domain|event-store|projections|settlement-app|load-tests)/[^`<… ]*)`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");
    private static final Pattern CODE_ROW = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\| \\d{3} \\|");
    private static final Pattern BLOCK = Pattern.compile("(?s)```bash\n(.*?)```");

    /** Where codes are made: the factories of refusals and problems, and the named constants of decisions. */
    private static final List<Pattern> CODE_MADE = Stream.of(
            "Rejection\\s*\\.\\s*(?:conflict|unprocessable|forbidden)\\(\\s*\"([^\"]+)\"",
            "new Rejection\\(Kind\\.\\w+,\\s*\"([^\"]+)\"",
            "Problem\\s*\\.\\s*of\\(\\s*HttpStatus\\.\\w+,\\s*\"([^\"]+)\"",
            "new InvalidRequest\\(\\s*\"([a-z]+\\.[a-z-]+)\"",
            "static final String \\w+ = \"([a-z]+\\.[a-z-]+)\"").map(Pattern::compile).toList();

    @Test
    void java_files_that_documents_name_exist() {
        var sources = files(path -> path.toString().endsWith(".java")).map(path -> path.getFileName().toString())
                .collect(Collectors.toSet());
        assertThat(documents()).isNotEmpty().allSatisfy(document -> assertThat(found(JAVA_FILE, read(document)))
                .as("classes named in %s", document).isSubsetOf(sources));
    }

    @Test
    void paths_and_links_in_documents_lead_somewhere() {
        for (var document : documents()) {
            var text = read(document);
            assertThat(found(PATH, text)).as("paths named in %s", document)
                    .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
            LINK.matcher(text).results().forEach(link -> {
                var target = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1)).normalize();
                assertThat(target).as("link in %s", document).exists();
                if (link.group(2) != null) {
                    assertThat(headings(target)).as("sections of %s, to which %s links", target, document)
                            .contains(link.group(2));
                }
            });
        }
    }

    @Test
    void the_first_trade_in_the_readme_is_the_script() {
        var trade = read(ROOT.resolve("README.md")).split("\n## ", -1);
        var section = Stream.of(trade).filter(part -> part.startsWith("Your first trade")).findFirst().orElseThrow();
        var quoted = BLOCK.matcher(section).results().map(block -> block.group(1)).collect(Collectors.joining());
        var script = read(ROOT.resolve("docs/first-trade.sh"));
        assertThat(commands(quoted)).isEqualTo(commands(script.substring(script.indexOf("\nbase="))));
    }

    @Test
    void every_code_of_a_problem_is_in_the_api_guide() {
        var made = new TreeSet<String>();
        files(path -> path.toString().endsWith(".java") && path.toString().contains("src/main")).map(DocumentationTest::read)
                .forEach(source -> CODE_MADE.forEach(pattern -> made.addAll(found(pattern, source))));
        var guide = read(ROOT.resolve("docs/api-guide.md"));
        var onlyInside = Set.of("escrow.exceeds-held", "escrow.wrong-status", "escrow.not-the-price");
        assertThat(made).contains("order.wrong-status", "view.behind").containsAll(onlyInside);
        assertThat(guide).contains(onlyInside);
        made.removeAll(onlyInside);
        assertThat(found(CODE_ROW, guide)).isEqualTo(made);
    }

    @Test
    void every_code_of_a_problem_is_met_by_a_test_over_http() {
        // Reached by races, by settings, or by nothing yet; the tests of the domain and of the settings know them.
        var notOverHttp = Set.of("account.closed", "account.in-use", "account.no-reservation", "bank.amount-not-positive",
                "nothing-to-do", "order.negative-payout", "payout.amount-not-positive", "policy.none-in-force",
                "policy.no-vat-rule", "proposal.ground-moved");
        var tests = files(path -> path.toString().matches(".*/src/test/.*/(e2e|web|security|gate|openapi)/.*Test\\.java"))
                .map(DocumentationTest::read).collect(Collectors.joining());
        var guide = found(CODE_ROW, read(ROOT.resolve("docs/api-guide.md")));
        assertThat(guide).containsAll(notOverHttp);
        assertThat(guide.stream().filter(code -> !tests.contains(code))).isSubsetOf(notOverHttp);
    }

    private static List<String> commands(String shell) {
        return shell.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }

    private static Set<String> headings(Path document) {
        return read(document).lines().filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ',
                        '-'))
                .collect(Collectors.toSet());
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(hit -> hit.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> documents() {
        return files(path -> path.toString().endsWith(".md")).toList();
    }

    /** Does not look into what was built, and not into the data of an engine that may be running here. */
    private static Stream<Path> files(Predicate<Path> wanted) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return SKIPPED.contains(directory.getFileName().toString()) || directory.equals(ROOT.resolve("data"))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (wanted.test(ROOT.relativize(file))) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
