package exchange.settlement.app.security;

import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Finds routes that a controller offers but the table of access does not know: they are closed, which nobody intended. */
public final class UnruledRoutes {

    private UnruledRoutes() {}

    /**
     * The routes below {@code /api} without a rule.
     *
     * @param mapping all registered routes
     * @return method and pattern of each; a route that takes any method counts as one of method {@code *}
     */
    public static SortedSet<String> of(RequestMappingHandlerMapping mapping) {
        var ruled = new TreeSet<String>();
        Access.rules().forEach(rule -> ruled.add(route(rule.method(), rule.pattern())));
        var missing = new TreeSet<String>();
        mapping.getHandlerMethods().keySet().forEach(info -> info.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith("/api"))
                .forEach(pattern -> {
                    var methods = info.getMethodsCondition().getMethods();
                    if (methods.isEmpty()) {
                        missing.add("* " + pattern);
                    }
                    methods.stream().map(method -> route(method.name(), pattern)).filter(route -> !ruled.contains(route))
                            .forEach(missing::add);
                }));
        return missing;
    }

    /** One name for a route, whatever its variables are called. */
    static String route(String method, String pattern) {
        return method + " " + pattern.replaceAll("\\{[^}]+}", "{}");
    }
}
