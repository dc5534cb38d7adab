package exchange.settlement.app.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The served document, and what it says about a request and its answer. */
final class Description {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode root;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, JsonNode> operations = new TreeMap<>();

    Description(byte[] json) {
        // A schema is validated with all others beside it, where JSON Schema keeps definitions.
        root = JsonMapper.shared()
                .readTree(new String(json, StandardCharsets.UTF_8).replace("#/components/schemas/", "#/$defs/"));
        root.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry -> operations.put(entry.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                        entry.getValue())));
    }

    /** The operations by method and path template, as {@code GET /api/v1/orders/{id}}. */
    Map<String, JsonNode> operations() {
        return operations;
    }

    /** The words of a schema that is a list of words. */
    List<String> words(String schema) {
        return root.at("/components/schemas/" + schema + "/enum").valueStream().map(JsonNode::stringValue).toList();
    }

    /** The names of an operation's parameters in one place: {@code query} or {@code header}. */
    Set<String> parameters(String operation, String in) {
        return at(operations.get(operation)).path("parameters").valueStream().map(this::resolved)
                .filter(parameter -> parameter.get("in").stringValue().equals(in))
                .map(parameter -> parameter.get("name").stringValue()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The operation that answers a request. */
    Optional<String> operation(String method, String path) {
        return operations.keySet().stream().filter(key -> {
            String[] parts = key.split(" ", 2);
            return parts[0].equals(method)
                    && PathPatternParser.defaultInstance.parse(parts[1]).matches(PathContainer.parsePath(path));
        }).findFirst();
    }

    /** What the document has against a request body; nothing if it is as described. */
    List<String> faultsOfRequest(String operation, JsonNode body) {
        return faults(at(operations.get(operation)).at("/requestBody/content/application~1json/schema"), body);
    }

    /** What the document has against an answer; nothing if it is as described. */
    List<String> faultsOfAnswer(String operation, int status, String mediaType, @Nullable JsonNode body) {
        JsonNode responses = at(operations.get(operation)).get("responses");
        JsonNode described = responses.path(Integer.toString(status));
        if (described.isMissingNode()) {
            return List.of(status + " is not described");
        }
        JsonNode content = resolved(described).path("content").path(mediaType);
        if (content.isMissingNode()) {
            return List.of(status + " as " + mediaType + " is not described");
        }
        return body == null ? List.of() : faults(content.get("schema"), body);
    }

    /** What the document has against its own examples. */
    List<String> faultsOfExamples() {
        var found = new ArrayList<String>();
        root.at("/components/schemas").properties().forEach(schema -> schema.getValue().path("examples").valueStream()
                .forEach(example -> faults(schema.getValue(), example).forEach(fault -> found.add(schema.getKey() + fault))));
        root.at("/components/responses").properties().forEach(response -> response.getValue().path("content").valueStream()
                .forEach(content -> content.path("examples").valueStream().forEach(example -> faults(content.get("schema"),
                        example.get("value")).forEach(fault -> found.add(response.getKey() + fault)))));
        return found;
    }

    private List<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("$defs", root.at("/components/schemas"));
        return schemas.getSchema(whole)
                .validate(value, (ExecutionContext run) -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream().map(Error::toString).toList();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").stringValue().substring(1)) : node;
    }

    private static JsonNode at(@Nullable JsonNode operation) {
        return Objects.requireNonNull(operation, "the operation is not described");
    }
}
