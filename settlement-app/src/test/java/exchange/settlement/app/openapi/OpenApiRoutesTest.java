package exchange.settlement.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.app.security.Access;
import exchange.settlement.app.security.UnruledRoutes;
import exchange.settlement.app.web.CommandRequest;
import exchange.settlement.app.web.PageBody;
import exchange.settlement.app.web.QueryParameters;
import exchange.settlement.app.web.ReadRequest;
import exchange.settlement.domain.escrow.EscrowState;
import exchange.settlement.domain.listing.ComplianceOpinion;
import exchange.settlement.domain.listing.DataOrigin;
import exchange.settlement.domain.listing.ListingState;
import exchange.settlement.domain.listing.ProductType;
import exchange.settlement.domain.listing.Sector;
import exchange.settlement.domain.listing.Territory;
import exchange.settlement.domain.member.Mandate;
import exchange.settlement.domain.member.MemberRole;
import exchange.settlement.domain.member.MemberState;
import exchange.settlement.domain.member.TaxpayerType;
import exchange.settlement.domain.order.Deadline;
import exchange.settlement.domain.order.OrderStatus;
import exchange.settlement.projections.ProjectionState;
import exchange.settlement.projections.report.Basis;
import exchange.settlement.projections.report.Dimension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document names the routes, roles, parameters and words of the engine: all of them, and no others. */
class OpenApiRoutesTest {

    private static final String API = "/api/v1";
    private static final Set<String> OF_LISTS = Set.of("limit", "cursor");

    @TempDir
    static Path data;

    private static StartedEngine engine;
    private static Description description;

    @BeforeAll
    static void start() throws Exception {
        engine = new StartedEngine(data);
        description = new Description(get("application/json").body());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void every_open_route_is_described_with_its_roles_and_nothing_else_is() {
        var described = new TreeMap<String, Set<String>>();
        description.operations().forEach((operation, node) -> described.put(operation, texts(node.get("x-roles"))));
        var handled = handlers().keySet();
        var ruled = new TreeMap<String, Set<String>>();
        Access.rules().stream().filter(rule -> handled.contains(rule.method() + " " + rule.pattern()))
                .forEach(rule -> ruled.put(rule.method() + " " + rule.pattern(),
                        rule.roles().stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new))));

        assertThat(described).isEqualTo(ruled);
        description.operations().forEach((operation, node) -> assertThat(node.has("security")).as(operation)
                .isEqualTo(texts(node.get("x-roles")).isEmpty()));
    }

    @Test
    void no_route_of_the_engine_was_forgotten_in_the_table_of_access() {
        assertThat(UnruledRoutes.of(engine.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)))
                .isEmpty();
    }

    @Test
    void every_parameter_that_a_route_takes_is_described() {
        handlers().forEach((operation, handler) -> {
            if (!description.operations().containsKey(operation)) {
                return;
            }
            var query = description.parameters(operation, "query");
            var header = description.parameters(operation, "header");
            if (takes(handler, CommandRequest.class)) {
                assertThat(query).as(operation).containsExactly("dryRun");
                assertThat(header).as(operation).contains("Idempotency-Key");
            } else if (takes(handler, ReadRequest.class)) {
                var declared = handler.getMethodAnnotation(QueryParameters.class);
                var taken = new TreeSet<>(Set.of("atLeast"));
                if (handler.getMethod().getReturnType() == PageBody.class) {
                    taken.addAll(OF_LISTS);
                }
                if (declared != null) {
                    taken.addAll(Set.of(declared.value()));
                }
                assertThat(query).as(operation).isEqualTo(taken);
            }
        });
    }

    @Test
    void every_word_that_the_engine_knows_is_described() {
        var words = new TreeMap<String, List<String>>(Map.of("Dimension",
                Arrays.stream(Dimension.values()).map(Dimension::key).toList()));
        Map.ofEntries(Map.entry("MemberStatus", MemberState.Status.class), Map.entry("MemberRole", MemberRole.class),
                Map.entry("TaxpayerType", TaxpayerType.class), Map.entry("MandateScope", Mandate.Scope.class),
                Map.entry("ListingStatus", ListingState.Status.class), Map.entry("ProductType", ProductType.class),
                Map.entry("Sector", Sector.class), Map.entry("DataOrigin", DataOrigin.class),
                Map.entry("Territory", Territory.class), Map.entry("Conclusion", ComplianceOpinion.Conclusion.class),
                Map.entry("OrderStatus", OrderStatus.class), Map.entry("Deadline", Deadline.class),
                Map.entry("Escrow/properties/status", EscrowState.Status.class), Map.entry("Basis", Basis.class),
                Map.entry("Projection/properties/state", ProjectionState.class))
                .forEach((schema, type) -> words.put(schema,
                        Stream.of(type.getEnumConstants()).map(word -> ((Enum<?>) word).name()).toList()));

        words.forEach((schema, known) -> assertThat(description.words(schema)).as(schema)
                .containsExactlyInAnyOrderElementsOf(known));
    }

    @Test
    void the_examples_are_as_the_schemas_say() {
        assertThat(description.faultsOfExamples()).isEmpty();
    }

    @Test
    void a_field_that_is_not_described_is_noticed() throws Exception {
        var escrow = JsonMapper.shared().readTree(get("application/json").body())
                .at("/components/schemas/Escrow/examples/0");
        var operation = "GET /api/v1/orders/{id}/escrow";
        assertThat(description.faultsOfAnswer(operation, 200, "application/json", escrow)).isEmpty();
        ((ObjectNode) escrow).put("frozen", "0");
        assertThat(description.faultsOfAnswer(operation, 200, "application/json", escrow)).hasSize(1);
        assertThat(description.faultsOfAnswer(operation, 418, "application/json", escrow)).hasSize(1);
    }

    @Test
    void anybody_gets_the_document_as_json_or_yaml() throws Exception {
        assertThat(get("*/*").headers().firstValue("Content-Type")).contains("application/json");
        var yaml = get("application/yaml");
        assertThat(yaml.headers().firstValue("Content-Type")).contains("application/yaml");
        assertThat(new String(yaml.body(), StandardCharsets.UTF_8)).startsWith("openapi: 3.1");
        assertThat(get("text/html").statusCode()).isEqualTo(406);
    }

    private static Map<String, HandlerMethod> handlers() {
        var found = new TreeMap<String, HandlerMethod>();
        engine.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues().stream().filter(path -> path.startsWith(API))
                        .forEach(path -> mapping.getMethodsCondition().getMethods()
                                .forEach(method -> found.put(method + " " + path, handler))));
        return found;
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == type);
    }

    private static Set<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).collect(Collectors.toCollection(TreeSet::new));
    }

    private static HttpResponse<byte[]> get(String accept) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(engine.address() + API + "/openapi")).header("Accept", accept)
                    .build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
