package exchange.settlement.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applies the rules of the house to everything that is shipped. */
class HouseRulesTest {

    private static final JavaClasses SHIPPED = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("exchange");

    static Stream<Named<ArchRule>> rules() {
        return new HouseRules(House.ENGINE).all().entrySet().stream()
                .map(rule -> Named.of(rule.getKey() + ": " + rule.getValue().getDescription(), rule.getValue()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_engine_keeps(ArchRule rule) {
        rule.check(SHIPPED);
    }

    @Test
    void the_rules_see_every_module_and_no_test() {
        for (var module : Stream.of(House.ENGINE.domain(), House.ENGINE.store(), House.ENGINE.projections(), House.ENGINE.app())
                .toList()) {
            assertThat(SHIPPED.that(House.classesOf(module))).as(module).hasSizeGreaterThan(5);
        }
        assertThat(SHIPPED.contain(HouseRulesTest.class)).isFalse();
    }
}
