package exchange.settlement.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/**
 * Where the modules are. The rules ask it, so that they can be applied to the engine and to houses that break them on purpose.
 *
 * @param domain      the package of the module that decides
 * @param store       the package of the module that keeps
 * @param projections the package of the module that answers
 * @param app         the package of the module that serves
 * @param load        the package of the module that proves
 */
record House(String domain, String store, String projections, String app, String load) {

    /** The engine. */
    static final House ENGINE = new House("exchange.settlement.domain", "exchange.eventstore", "exchange.settlement.projections",
            "exchange.settlement.app", "exchange.settlement.load");

    /** A house all of whose modules are inside one package. */
    static House inside(String root) {
        return new House(root + ".domain", root + ".eventstore", root + ".projections", root + ".app", root + ".load");
    }

    /** A module's package with everything below it, as ArchUnit writes it. */
    static String in(String module) {
        return module + "..";
    }

    /** The feature of a class in a module: the first package below the module's, or empty for what all features share. */
    static String feature(JavaClass type, String module) {
        if (!type.getPackageName().startsWith(module + ".")) {
            return "";
        }
        return type.getPackageName().substring(module.length() + 1).split("\\.", -1)[0];
    }

    /** Classes of a module. */
    static DescribedPredicate<JavaClass> classesOf(String module) {
        return JavaClass.Predicates.resideInAPackage(in(module));
    }
}
