package exchange.settlement.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proves that every rule of the house fires. For each rule there is a small house in {@code violations.<rule>}: what
 * is called wrong in it breaks the rule, what is called right keeps it.
 */
class SeededViolationsTest {

    private static final String SEEDS = "exchange.settlement.house.violations.";

    static Stream<String> rules() {
        return new HouseRules(House.ENGINE).all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_violation_is_found(String rule) {
        var found = violations(rule);
        assertThat(wrongOnes(rule)).as("seeds of " + rule).isNotEmpty()
                .allSatisfy(wrong -> assertThat(found).anySatisfy(finding -> assertThat(finding).contains(wrong)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void nothing_else_is_found(String rule) {
        assertThat(violations(rule)).allSatisfy(finding -> assertThat(finding).contains("Wrong"));
    }

    private static List<String> violations(String rule) {
        return Objects.requireNonNull(new HouseRules(House.inside(SEEDS + rule)).all().get(rule)).evaluate(seeds(rule))
                .getFailureReport().getDetails();
    }

    /** What the rule must find: whatever is called wrong, members first, since a rule may look into them. */
    private static Stream<String> wrongOnes(String rule) {
        return seeds(rule).stream().filter(type -> type.getSimpleName().startsWith("Wrong")).flatMap(type -> {
            var members = type.getMembers().stream().filter(member -> member.getName().startsWith("wrong"))
                    .map(member -> type.getSimpleName() + "." + member.getName()).toList();
            return members.isEmpty() ? Stream.of(type.getSimpleName()) : members.stream();
        });
    }

    private static JavaClasses seeds(String rule) {
        return new ClassFileImporter().importPackages(SEEDS + rule);
    }
}
