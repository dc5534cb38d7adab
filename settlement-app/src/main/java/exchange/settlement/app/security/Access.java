package exchange.settlement.app.security;

import static exchange.settlement.app.security.Role.APPROVER;
import static exchange.settlement.app.security.Role.BANK;
import static exchange.settlement.app.security.Role.MARKETPLACE;
import static exchange.settlement.app.security.Role.OPERATOR;
import static exchange.settlement.app.security.Role.REGULATOR;
import static exchange.settlement.app.security.Role.SUPPORT;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may call what: the one table. A route that is not in it is closed to everybody.
 * <p>
 * This is the first gate only. Whether a marketplace acts for a member that mandated it, or reads a trade of its own, is
 * decided where the member or the trade is known.
 */
public final class Access {

    /** Where tokens are asked for. */
    static final String TOKENS = "/oauth2/token";

    private static final String API = "/api/v1";

    private static final List<Rule> RULES = List.of(
            open("POST", TOKENS),
            open("GET", "/actuator/health"),
            open("GET", "/actuator/health/{group}"),
            of("GET", "/actuator/prometheus", OPERATOR),
            open("GET", API + "/openapi"),

            of("POST", API + "/members", OPERATOR),
            of("GET", API + "/members", OPERATOR, MARKETPLACE, APPROVER, BANK, REGULATOR, SUPPORT),
            of("GET", API + "/members/{id}", OPERATOR, MARKETPLACE, APPROVER, BANK, REGULATOR, SUPPORT),
            of("POST", API + "/members/{id}/admit", OPERATOR),
            of("POST", API + "/members/{id}/suspend", OPERATOR),
            of("POST", API + "/members/{id}/reinstate", OPERATOR),
            of("POST", API + "/members/{id}/exit", OPERATOR),
            of("POST", API + "/members/{id}/mandates", OPERATOR),
            of("POST", API + "/members/{id}/mandates/revoke", OPERATOR),
            of("GET", API + "/members/{id}/mandates", OPERATOR, MARKETPLACE, SUPPORT),
            of("GET", API + "/members/{id}/balances", OPERATOR, MARKETPLACE, BANK, REGULATOR, SUPPORT),
            of("GET", API + "/members/{id}/statement", OPERATOR, MARKETPLACE, SUPPORT),

            of("POST", API + "/members/{id}/payee-accounts", OPERATOR),
            of("GET", API + "/members/{id}/payee-accounts", OPERATOR, APPROVER, MARKETPLACE, SUPPORT),
            of("POST", API + "/members/{id}/payouts", MARKETPLACE, OPERATOR),
            of("GET", API + "/members/{id}/payouts", MARKETPLACE, OPERATOR, SUPPORT),
            of("GET", API + "/payouts/{id}", MARKETPLACE, OPERATOR, BANK, SUPPORT),

            of("POST", API + "/listings", MARKETPLACE),
            of("GET", API + "/listings", MARKETPLACE, OPERATOR, APPROVER, REGULATOR, SUPPORT),
            of("GET", API + "/listings/{id}", MARKETPLACE, OPERATOR, APPROVER, REGULATOR, SUPPORT),
            of("POST", API + "/listings/{id}/register", OPERATOR),
            of("POST", API + "/listings/{id}/opinions", OPERATOR),
            of("POST", API + "/listings/{id}/publish", OPERATOR),
            of("POST", API + "/listings/{id}/suspend", OPERATOR),
            of("POST", API + "/listings/{id}/withdraw", MARKETPLACE, OPERATOR),
            of("POST", API + "/listings/{id}/versions", MARKETPLACE),

            of("POST", API + "/orders", MARKETPLACE),
            of("GET", API + "/orders", MARKETPLACE, OPERATOR, APPROVER, REGULATOR, SUPPORT),
            of("GET", API + "/orders/{id}", MARKETPLACE, OPERATOR, APPROVER, REGULATOR, SUPPORT),
            of("POST", API + "/orders/{id}/confirm", MARKETPLACE),
            of("POST", API + "/orders/{id}/reject", MARKETPLACE),
            of("POST", API + "/orders/{id}/cancel", MARKETPLACE),
            of("POST", API + "/orders/{id}/fund", MARKETPLACE),
            of("POST", API + "/orders/{id}/deliver", MARKETPLACE),
            of("POST", API + "/orders/{id}/accept", MARKETPLACE),
            of("POST", API + "/orders/{id}/dispute", MARKETPLACE),
            of("POST", API + "/orders/{id}/refund", MARKETPLACE),
            of("POST", API + "/orders/{id}/award", OPERATOR),
            of("GET", API + "/orders/{id}/escrow", MARKETPLACE, OPERATOR, APPROVER, SUPPORT),
            of("GET", API + "/orders/{id}/settlement", MARKETPLACE, OPERATOR, APPROVER, SUPPORT),
            of("GET", API + "/orders/{id}/history", MARKETPLACE, OPERATOR, APPROVER, SUPPORT),

            of("GET", API + "/proposals", OPERATOR, APPROVER, SUPPORT),
            of("GET", API + "/proposals/{id}", OPERATOR, APPROVER, SUPPORT),
            of("POST", API + "/proposals/{id}/approve", APPROVER),
            of("POST", API + "/proposals/{id}/decline", APPROVER),
            of("POST", API + "/proposals/{id}/withdraw", OPERATOR),

            of("POST", API + "/trade-filings", OPERATOR),
            of("GET", API + "/trade-filings", OPERATOR, APPROVER, REGULATOR, SUPPORT),
            of("GET", API + "/trade-filings/{id}", OPERATOR, APPROVER, REGULATOR, SUPPORT),

            of("POST", API + "/bank/receipts", BANK),
            of("GET", API + "/bank/receipts", BANK, OPERATOR),
            of("GET", API + "/bank/receipts/{id}", BANK, OPERATOR),

            of("GET", API + "/bank/payouts", BANK),
            of("POST", API + "/bank/payouts/{id}/send", BANK),
            of("POST", API + "/bank/payouts/{id}/unknown", BANK),
            of("POST", API + "/bank/payouts/{id}/confirm", BANK),
            of("POST", API + "/bank/payouts/{id}/return", BANK),

            of("GET", API + "/reports/turnover", REGULATOR, OPERATOR),
            of("GET", API + "/journal", REGULATOR, OPERATOR),
            of("GET", API + "/operations/invariants", OPERATOR),
            of("GET", API + "/operations/projections", OPERATOR),
            of("POST", API + "/operations/projections/{name}/resume", OPERATOR),
            of("GET", API + "/operations/dead-letters", OPERATOR),
            of("GET", API + "/operations/dead-letters/{id}", OPERATOR),
            of("POST", API + "/operations/dead-letters/{id}/retry", OPERATOR),
            of("POST", API + "/operations/dead-letters/{id}/evict", OPERATOR),
            of("GET", API + "/operations/actions", OPERATOR));

    /** Few rules are left to try when those with another number of path elements are out. */
    private static final Map<Integer, List<Rule>> BY_LENGTH = RULES.stream()
            .sorted(Comparator.comparing(Rule::path))
            .collect(Collectors.groupingBy(rule -> PathContainer.parsePath(rule.pattern()).elements().size()));

    /**
     * One line of the table.
     *
     * @param method HTTP method; GET stands for HEAD too
     * @param path   the pattern, matched the way Spring MVC matches it
     * @param roles  who may; empty when everybody may, without a token
     */
    public record Rule(String method, PathPattern path, Set<Role> roles) {

        /** Whether no token is needed. */
        public boolean isOpen() {
            return roles.isEmpty();
        }

        /** The pattern as text. */
        public String pattern() {
            return path.getPatternString();
        }

        /** Whether a caller may pass. */
        public boolean admits(Caller caller) {
            return isOpen() || caller.roles().stream().anyMatch(roles::contains);
        }
    }

    private Access() {}

    /** The whole table. */
    public static List<Rule> rules() {
        return RULES;
    }

    /** The rule for a request, if there is one. The path is as it came over the wire, still encoded. */
    public static Optional<Rule> rule(String method, String path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        return at(path).stream().filter(rule -> rule.method().equals(asked)).findFirst();
    }

    /** The methods that exist at a path, for whomever; none where nothing is. */
    public static Set<String> methods(String path) {
        var methods = at(path).stream().map(Rule::method).collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    /** Whether the path, with the right method, is open to everybody. */
    static boolean isOpen(String path) {
        List<Rule> there = at(path);
        return !there.isEmpty() && there.stream().allMatch(Rule::isOpen);
    }

    private static List<Rule> at(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return BY_LENGTH.getOrDefault(parsed.elements().size(), List.of()).stream()
                .filter(rule -> rule.path().matches(parsed)).toList();
    }

    private static Rule open(String method, String pattern) {
        return new Rule(method, PathPatternParser.defaultInstance.parse(pattern), Set.of());
    }

    private static Rule of(String method, String pattern, Role... roles) {
        return new Rule(method, PathPatternParser.defaultInstance.parse(pattern), Set.of(roles));
    }
}
