package exchange.settlement.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static exchange.settlement.house.House.in;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who may know whom (rules 1 to 3 of ARCHITECTURE.md). Each rule has a seeded violation that proves that it fires. */
final class HouseRules {

    private static final String AGGREGATE = "org.axonframework.modelling.command.AggregateRoot";

    /** Packages of the domain that bring features together and may use all of them. */
    private static final List<String> TOGETHER = List.of("process", "journal", "catalogue");

    private final House house;

    HouseRules(House house) {
        this.house = house;
    }

    /** Every rule by its name, which is also the name of the package with its seeded violation. */
    Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("domainedge", domainKnowsAxonAndItself());
        rules.put("storeedge", storeKnowsAxonAndJdbc());
        rules.put("projectionsedge", projectionsKnowTheDomain());
        rules.put("appedge", appKnowsNoLoadTests());
        rules.put("loadedge", loadTestsSeeTheAppFromOutside());
        rules.put("domaincycle", noCycles(house.domain()));
        rules.put("projectionscycle", noCycles(house.projections()));
        rules.put("appcycle", noCycles(house.app()));
        rules.put("kernel", kernelKnowsNoFeature());
        rules.put("foreign", featuresShareNoCommandsAndDecisions());
        rules.put("dispatch", projectionsNeverDispatch());
        rules.put("query", aggregatesNeverQuery());
        rules.put("controller", controllersDecideNothing());
        rules.put("meaning", meaningIsPlainJava());
        rules.put("clock", CodeRules.noClockAndNoChance(house));
        rules.put("floating", CodeRules.nothingFloats(house));
        rules.put("nullness", CodeRules.everyPackageIsNullMarked());
        rules.put("segment", CodeRules.noCatchAllPackages());
        rules.put("naming", CodeRules.noCatchAllNames());
        return rules;
    }

    private ArchRule domainKnowsAxonAndItself() {
        return classes().that().resideInAPackage(in(house.domain())).should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.axonframework..", in(house.domain()))
                .because("the domain is plain Java and Axon's annotations");
    }

    private ArchRule storeKnowsAxonAndJdbc() {
        return classes().that().resideInAPackage(in(house.store())).should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.sql..", "org.jspecify..", "org.slf4j..", "org.axonframework..",
                        in(house.store()))
                .because("any Axon user could take the event store");
    }

    private ArchRule projectionsKnowTheDomain() {
        return classes().that().resideInAPackage(in(house.projections())).should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.sql..", "org.jspecify..", "org.slf4j..", "org.axonframework..",
                        "org.springframework.jdbc..", "org.springframework.dao..", "org.springframework.transaction..",
                        "tools.jackson..", "com.fasterxml.jackson.annotation..", "org.erdtman.jcs..", in(house.domain()),
                        in(house.projections()))
                .because("projections answer from events and SQL");
    }

    private ArchRule appKnowsNoLoadTests() {
        return noClasses().that().resideInAPackage(in(house.app())).should().dependOnClassesThat()
                .resideInAPackage(in(house.load())).because("what proves the engine is no part of it");
    }

    /** load-tests is built after the app, so its classes are not at hand here; {@link TidyRules} reads its imports instead. */
    private ArchRule loadTestsSeeTheAppFromOutside() {
        return noClasses().that().resideInAPackage(in(house.load())).should().dependOnClassesThat()
                .resideInAnyPackage(in(house.app()), in(house.projections())).because("it speaks HTTP").allowEmptyShould(true);
    }

    private static ArchRule noCycles(String module) {
        return slices().assignedFrom(new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                var feature = House.feature(type, module);
                return feature.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(feature);
            }

            @Override
            public String getDescription() {
                return "features of " + module;
            }
        }).should().beFreeOfCycles();
    }

    private ArchRule kernelKnowsNoFeature() {
        return noClasses().that().resideInAPackage(house.domain()).should().dependOnClassesThat()
                .resideInAPackage(house.domain() + ".*..").because("features rest on the kernel, not the other way round");
    }

    private ArchRule featuresShareNoCommandsAndDecisions() {
        var internal = isCommandOf(house.domain()).or(simpleNameEndingWith("Decision")).or(aggregates())
                .and(resideInAPackage(in(house.domain()))).as("commands, decisions and aggregates");
        return classes().that(House.classesOf(house.domain()).and(inNoneOf(TOGETHER)))
                .should(CodeRules.keepToTheirFeature(house.domain(), internal))
                .because("across features only ids, events, states, rejections and values are used; processes send commands");
    }

    private ArchRule projectionsNeverDispatch() {
        var sending = resideInAnyPackage("org.axonframework.commandhandling..", "org.axonframework.modelling.command..",
                in(house.app())).or(isCommandOf(house.domain())).or(simpleNameEndingWith("Decision"))
                .or(aggregates().and(resideInAPackage(in(house.domain())))).as("commands, decisions or what sends commands");
        return noClasses().that().resideInAPackage(in(house.projections())).should().dependOnClassesThat(sending)
                .because("projections answer and never ask");
    }

    private ArchRule aggregatesNeverQuery() {
        return noClasses().that().resideInAPackage(in(house.domain())).should().dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..", "java.nio..",
                        "org.axonframework.queryhandling..", in(house.projections()))
                .because("all that a decision rests on comes in with its command or through a witness");
    }

    private ArchRule controllersDecideNothing() {
        var insides = resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..",
                "org.axonframework.commandhandling..", "org.axonframework.modelling..", "org.axonframework.eventsourcing..",
                in(house.store())).or(simpleNameEndingWith("Decision")).or(aggregates()).as("decisions, aggregates or databases");
        return noClasses().that().resideInAPackage(in(house.app())).and().haveSimpleNameEndingWith("Controller").should()
                .dependOnClassesThat(insides).because("a controller translates; the domain decides");
    }

    private ArchRule meaningIsPlainJava() {
        return classes().that(House.classesOf(house.domain()).and(DescribedPredicate.not(aggregates()))).should()
                .onlyDependOnClassesThat().resideInAnyPackage("java..", "org.jspecify..", in(house.domain()))
                .because("only aggregates know Axon, so that its next version does not touch what a trade means");
    }

    private DescribedPredicate<JavaClass> inNoneOf(List<String> features) {
        return DescribedPredicate.describe("features", type -> !features.contains(House.feature(type, house.domain())));
    }

    private static DescribedPredicate<JavaClass> aggregates() {
        return DescribedPredicate.describe("aggregates", type -> outermost(type).isAnnotatedWith(AGGREGATE));
    }

    private static DescribedPredicate<JavaClass> isCommandOf(String domain) {
        return DescribedPredicate.describe("commands",
                type -> type.getPackageName().startsWith(domain + ".") && outermost(type).getSimpleName().endsWith("Command"));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseRules::outermost).orElse(type);
    }
}
