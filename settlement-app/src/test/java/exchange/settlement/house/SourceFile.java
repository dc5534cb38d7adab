package exchange.settlement.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A source file of the project.
 *
 * @param path relative to the root, with slashes
 * @param text all of it
 */
record SourceFile(String path, String text) {

    private static final List<String> MODULES = List.of("settlement-domain", "event-store", "projections", "settlement-app",
            "load-tests");

    /** Parsing is most of the work, and every rule looks at every file. */
    private static final Map<SourceFile, Parsed> PARSED = new ConcurrentHashMap<>();

    /** Java files of all modules, main and test. */
    static List<SourceFile> java() {
        return under(".java");
    }

    private static List<SourceFile> under(String ending) {
        var root = Path.of(System.getProperty("settlement.root"));
        return MODULES.stream().map(module -> root.resolve(module).resolve("src")).filter(Files::isDirectory)
                .flatMap(SourceFile::walk).filter(file -> file.toString().endsWith(ending))
                .map(file -> new SourceFile(root.relativize(file).toString().replace('\\', '/'), read(file))).sorted(
                        (one, other) -> one.path.compareTo(other.path))
                .toList();
    }

    boolean main() {
        return path.contains("/src/main/");
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String directory() {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** The file as the compiler's parser sees it. */
    Parsed parse() {
        return PARSED.computeIfAbsent(this, SourceFile::parsed);
    }

    private Parsed parsed() {
        var source = new SimpleJavaFileObject(URI.create("string:///" + name()), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, null, null, null, List.of(source));
        try {
            return new Parsed(task.parse().iterator().next(), DocTrees.instance(task));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A syntax tree, and what belongs to it. */
    record Parsed(CompilationUnitTree unit, DocTrees trees) {

        long lines(Tree tree) {
            var positions = trees.getSourcePositions();
            return line(positions.getEndPosition(unit, tree)) - line(positions.getStartPosition(unit, tree)) + 1;
        }

        long lineOf(Tree tree) {
            return line(trees.getSourcePositions().getStartPosition(unit, tree));
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }

    private static Stream<Path> walk(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
