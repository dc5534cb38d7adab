package exchange.settlement.app.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The OpenAPI document of this engine, as it is written and as what it says. */
final class OpenApiDocument {

    private static final String RESOURCE = "/openapi/settlement.yaml";

    private final byte[] yaml;
    private final Map<String, Object> tree;

    private OpenApiDocument(byte[] yaml, Map<String, Object> tree) {
        this.yaml = yaml;
        this.tree = tree;
    }

    /** Reads the document that is packed with the engine; one that is no YAML stops the start. */
    static OpenApiDocument packed() throws IOException {
        try (InputStream in = Objects.requireNonNull(OpenApiDocument.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            byte[] yaml = in.readAllBytes();
            Map<String, Object> tree = parser().load(new String(yaml, StandardCharsets.UTF_8));
            return new OpenApiDocument(yaml, tree);
        }
    }

    /** As it is written. */
    byte[] yaml() {
        return yaml.clone();
    }

    /** The same as maps, lists, texts, whole numbers and booleans. */
    Map<String, Object> tree() {
        return Collections.unmodifiableMap(tree);
    }

    /** OpenAPI wants YAML's JSON schema: what looks like a date, or says yes, is a text. */
    private static Yaml parser() {
        var loading = new LoaderOptions();
        var dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
                addImplicitResolver(Tag.INT, Pattern.compile("-?(0|[1-9][0-9]*)"), "-0123456789");
                addImplicitResolver(Tag.NULL, NULL, "~nN\0");
                addImplicitResolver(Tag.NULL, EMPTY, null);
            }
        });
    }
}
