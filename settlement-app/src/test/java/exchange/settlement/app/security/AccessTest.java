package exchange.settlement.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.gate.RunningGate;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks the whole table and every registered route with every client, over a real connection. */
class AccessTest {

    private static final Set<String> REFUSED = Set.of("401 auth.token-missing", "403 auth.forbidden");

    private static RunningGate gate;

    @BeforeAll
    static void start(@TempDir Path data) {
        gate = RunningGate.start(data);
    }

    @AfterAll
    static void stop() {
        gate.close();
    }

    @Test
    void each_rule_admits_its_roles_and_refuses_all_others() {
        for (Access.Rule rule : Access.rules()) {
            if (rule.pattern().equals("/oauth2/token")) {
                continue;
            }
            for (Role role : Role.values()) {
                boolean let = rule.isOpen() || rule.roles().contains(role);
                String refusal = refusal(rule.method(), address(rule.pattern()), role);
                assertThat(refusal.equals("403 auth.forbidden")).as("%s %s as %s", rule.method(), rule.pattern(), role)
                        .isEqualTo(!let);
            }
            String anonymous = refusal(rule.method(), address(rule.pattern()), null);
            assertThat(REFUSED.contains(anonymous)).as("%s %s", rule.method(), rule.pattern()).isEqualTo(!rule.isOpen());
        }
    }

    @Test
    void a_registered_route_without_a_rule_is_closed_to_everybody_and_is_found() {
        assertThat(UnruledRoutes.of(gate.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)))
                .containsExactly("GET /api/v1/forgotten");
        for (Role role : Role.values()) {
            assertThat(refusal("GET", "/api/v1/forgotten", role)).isEqualTo("404 not-found");
        }
        assertThat(refusal("GET", "/api/v1/forgotten", null)).isEqualTo("401 auth.token-missing");
    }

    @Test
    void no_two_rules_speak_of_the_same_route() {
        var routes = new TreeSet<String>();
        Access.rules().forEach(
                rule -> assertThat(routes.add(UnruledRoutes.route(rule.method(), rule.pattern()))).as(rule.pattern()).isTrue());
    }

    @Test
    void a_path_is_matched_as_it_is_written_and_no_other_way() {
        for (String path : List.of("/API/v1/orders", "/api/v1/orders/", "/api/v1//orders", "/api/v1/orders;x=1",
                "/api/v1/./orders",
                "/api/v1/orders/%2e%2e/members", "/api/v1/orders%2Fx")) {
            assertThat(refusal("GET", path, Role.OPERATOR)).as(path).isIn("404 not-found", "400 request.invalid");
        }
        assertThat(gate.send(gate.as("bank", "/api/v1/orders").method("HEAD", BodyPublishers.noBody())).status()).isEqualTo(403);
        assertThat(gate.send(gate.as("operator", "/api/v1/orders").method("HEAD", BodyPublishers.noBody())).status())
                .isEqualTo(200);
        assertThat(refusal("OPTIONS", "/api/v1/orders", Role.OPERATOR)).isEqualTo("405 request.method-not-allowed");
    }

    @Test
    void the_approver_decides_proposals_and_does_nothing_else() {
        Map<Role, List<String>> commands = new EnumMap<>(Role.class);
        for (Access.Rule rule : Access.rules()) {
            if (rule.method().equals("POST")) {
                rule.roles().forEach(role -> commands.computeIfAbsent(role, _ -> new ArrayList<>()).add(rule.pattern()));
            }
        }
        assertThat(commands.get(Role.APPROVER)).containsExactly("/api/v1/proposals/{id}/approve",
                "/api/v1/proposals/{id}/decline");
        assertThat(commands.get(Role.BANK)).containsExactly("/api/v1/bank/receipts", "/api/v1/bank/payouts/{id}/send",
                "/api/v1/bank/payouts/{id}/unknown", "/api/v1/bank/payouts/{id}/confirm", "/api/v1/bank/payouts/{id}/return");
        assertThat(commands).doesNotContainKeys(Role.REGULATOR, Role.SUPPORT);
    }

    @Test
    void health_is_open_and_metrics_are_the_operators() {
        assertThat(gate.send(gate.to("/actuator/health").GET()).http().body()).contains("\"UP\"").doesNotContain("components");
        assertThat(gate.get("operator", "/actuator/prometheus").status()).isEqualTo(200);
        assertThat(refusal("GET", "/actuator/prometheus", Role.BANK)).isEqualTo("403 auth.forbidden");
        assertThat(refusal("GET", "/actuator", Role.OPERATOR)).isEqualTo("404 not-found");
    }

    private static String address(String pattern) {
        return pattern.replace("{id}", "0b7e1c1e-5a34-4b0e-9b61-6a5d3c0f4a11").replace("{group}", "liveness").replace("{name}",
                "journal");
    }

    private static String refusal(String method, String path, @Nullable Role role) {
        var request = role == null ? gate.to(path) : gate.as(role.name().toLowerCase(Locale.ROOT), path);
        var answer = gate.send(request.method(method, BodyPublishers.noBody()));
        return answer.status() < 400 ? answer.status() + "" : answer.refusal();
    }
}
