package exchange.settlement.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the sources of all modules and finds what is untidy; and proves on seeds that it would. */
class TidyTest {

    private static final List<SourceFile> SOURCES = SourceFile.java();
    private static final String MAIN = "settlement-domain/src/main/java/exchange/settlement/domain/Seed.java";
    private static final String TEST = "settlement-domain/src/test/java/exchange/settlement/domain/SeedTest.java";
    private static final String LOAD = "load-tests/src/main/java/exchange/settlement/load/Seed.java";
    private static final String CONTROLLER = "settlement-app/src/main/java/exchange/settlement/app/SeedController.java";

    static Stream<String> rules() {
        return TidyRules.all().keySet().stream();
    }

    /** A rule, a path, and what a class contains there that breaks the rule. */
    static Stream<Arguments> seeds() {
        return Stream.of(Arguments.of("files are short", MAIN, "\n".repeat(300)),
                Arguments.of("methods fit a screen", MAIN, "void m() {" + "\n".repeat(50) + "}"),
                Arguments.of("nothing is left over", MAIN, "// TO" + "DO later"),
                Arguments.of("nothing is left over", TEST, "// FIX" + "ME later"),
                Arguments.of("no machine is named", TEST, "String p = \"/ho" + "me/someone\";"),
                Arguments.of("no machine is named", MAIN, "String p = \"/ro" + "ot/data\";"),
                Arguments.of("no tabs", MAIN, "\tint n;"),
                Arguments.of("no Lombok", MAIN, "@lom" + "bok.Data class D {}"),
                Arguments.of("tests do not sleep", TEST, "void m() throws Exception { Thread.sleep(1); }"),
                Arguments.of("the engine does not print", MAIN, "void m() { System.out.println(1); }"),
                Arguments.of("stack traces go to the log", MAIN, "void m(Exception e) { e.printStackTrace(); }"),
                Arguments.of("no test is skipped", TEST, "@Disabled void m() {}"),
                Arguments.of("no test is skipped", TEST, "@org.junit.jupiter.api.Disabled(\"why\") void m() {}"),
                Arguments.of("public types are documented", MAIN, "public record R() {}"),
                Arguments.of("public types are documented", MAIN, "/** An interface. */ interface I { record R() {} }"),
                Arguments.of("handlers of requests hold no if", CONTROLLER,
                        "@GetMapping int m(int n) { if (n > 1) { return 1; } return n; }"),
                Arguments.of("nothing floats", MAIN, "long m(long n) { return (long) (n * 1.5); }"),
                Arguments.of("nothing floats", MAIN, "void m() { double local = 1; }"),
                Arguments.of("load tests see the app from outside", LOAD, "exchange.settlement.app.Inside inside;"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void all_sources_keep_the_rule(String rule) {
        var check = Objects.requireNonNull(TidyRules.all().get(rule));
        assertThat(SOURCES.stream().flatMap(file -> check.apply(file).stream())).as(rule).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_violation_is_found(String rule, String path, String member) {
        var check = Objects.requireNonNull(TidyRules.all().get(rule));
        assertThat(check.apply(seed(path, member))).hasSize(1);
        assertThat(check.apply(seed(path, "int n;"))).isEmpty();
    }

    @Test
    void every_rule_has_a_seed() {
        assertThat(seeds().map(seed -> seed.get()[0]).distinct()).containsExactlyInAnyOrderElementsOf(rules().toList());
    }

    @Test
    void every_package_says_what_it_is_for() {
        assertThat(TidyRules.undescribedPackages(SOURCES)).isEmpty();
        assertThat(TidyRules.undescribedPackages(List.of(seed(MAIN, "int n;"))))
                .containsExactly("settlement-domain/java/exchange/settlement/domain");
    }

    @Test
    void all_modules_are_read() {
        assertThat(SOURCES.stream().map(file -> file.path().split("/", 2)[0]).distinct()).contains("settlement-domain",
                "event-store", "projections", "settlement-app");
    }

    private static SourceFile seed(String path, String member) {
        return new SourceFile(path, "package p;\n\n/** A seed. */\nclass Seed {\n" + member + "\n}\n");
    }
}
