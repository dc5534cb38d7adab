package exchange.settlement.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What code may not do or be called, wherever it stands (rules 4 to 6 of ARCHITECTURE.md). */
final class CodeRules {

    private static final Set<String> FLOATING = Set.of("float", "double", "java.lang.Float", "java.lang.Double");

    /** Types that are a clock or a chance as a whole. */
    private static final Set<String> CLOCKS = Set.of("java.time.Clock", "java.time.InstantSource", "java.util.Random",
            "java.util.SplittableRandom", "java.util.random.RandomGenerator", "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom", "java.util.Date", "org.axonframework.common.IdentifierFactory");

    /** Members of other types that are. */
    private static final Set<String> READINGS = Set.of("java.util.UUID.randomUUID", "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime", "java.lang.Math.random", "java.lang.StrictMath.random",
            "org.axonframework.eventhandling.GenericEventMessage.clock");

    private CodeRules() {}

    static ArchRule noClockAndNoChance(House house) {
        return classes().that().resideInAPackage(House.in(house.domain()))
                .should(condition("not ask for the time or for chance",
                        type -> type.getAccessesFromSelf().stream().filter(CodeRules::readsClockOrChance)
                                .map(JavaAccess::getDescription)))
                .because("time and ids come in with the command, so that every decision can be repeated");
    }

    /** Signatures and calls; what is only local to a method is found in the sources by {@link TidyRules}. */
    static ArchRule nothingFloats(House house) {
        return classes().that().resideInAnyPackage(House.in(house.domain()), House.in(house.projections()))
                .should(condition("use no float and no double", CodeRules::floating)).because("amounts are exact");
    }

    static ArchRule everyPackageIsNullMarked() {
        return classes().should(condition("be in a package whose package-info says @NullMarked",
                type -> type.getPackage().isAnnotatedWith(NullMarked.class)
                        ? Stream.empty()
                        : Stream.of(type.getName() + " is in a package that is not @NullMarked")));
    }

    static ArchRule noCatchAllPackages() {
        return noClasses().should().resideInAnyPackage("..util..", "..utils..", "..common..", "..commons..", "..manager..",
                "..managers..", "..helper..", "..helpers..", "..impl..", "..dto..");
    }

    static ArchRule noCatchAllNames() {
        return noClasses().should().haveNameMatching(".*(Impl|Dto|DTO|Utils?|Helpers?|Managers?)(\\$.*)?");
    }

    /** No class of a feature uses what is internal to another feature of the module. */
    static ArchCondition<JavaClass> keepToTheirFeature(String module, DescribedPredicate<JavaClass> internal) {
        return condition("not use " + internal.getDescription() + " of another feature",
                type -> type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> internal.test(use.getTargetClass()))
                        .filter(use -> !House.feature(use.getTargetClass(), module).equals(House.feature(type, module)))
                        .map(use -> use.getDescription()));
    }

    private static boolean readsClockOrChance(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        return CLOCKS.contains(owner) || READINGS.contains(owner + "." + access.getTarget().getName())
                || (owner.startsWith("java.time.") && access.getTarget().getName().equals("now"));
    }

    private static Stream<String> floating(JavaClass type) {
        var fields = type.getFields().stream().filter(field -> floats(field.getType())).map(field -> field.getDescription());
        var code = type.getCodeUnits().stream()
                .filter(unit -> floats(unit.getReturnType()) || unit.getParameterTypes().stream().anyMatch(CodeRules::floats))
                .map(unit -> unit.getDescription());
        var uses = type.getAccessesFromSelf().stream().filter(access -> floats(access.getTarget()))
                .map(JavaAccess::getDescription);
        return Stream.of(fields, code, uses).flatMap(found -> found);
    }

    private static boolean floats(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().anyMatch(raw -> FLOATING.contains(raw.getBaseComponentType().getName()));
    }

    private static boolean floats(AccessTarget target) {
        return FLOATING.contains(target.getOwner().getName()) || switch (target) {
            case AccessTarget.FieldAccessTarget field -> floats(field.getType());
            case AccessTarget.CodeUnitAccessTarget code -> floats(code.getReturnType())
                    || code.getParameterTypes().stream().anyMatch(CodeRules::floats);
            default -> false;
        };
    }

    private static ArchCondition<JavaClass> condition(String description, Function<JavaClass, Stream<String>> violations) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                violations.apply(type).forEach(found -> events.add(SimpleConditionEvent.violated(type, found)));
            }
        };
    }
}
