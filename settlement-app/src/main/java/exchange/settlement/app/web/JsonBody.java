package exchange.settlement.app.web;

import exchange.settlement.app.problem.FieldError;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON into plain maps, lists, texts, whole numbers and booleans. Fields that are there twice are collected instead of
 * the last one silently winning. A number that is not whole, or has more than 18 digits, becomes {@link Unfit}: it is never
 * computed with, so a huge exponent costs nothing.
 */
final class JsonBody {

    /** Values that no field takes: null, and numbers that are not whole. */
    enum Unfit {
        NULL, NUMBER
    }

    private static final int NESTING_MAX = 20;
    private static final int NAME_LENGTH_MAX = 200;
    private static final int INTEGER_LENGTH_MAX = 18;
    private static final JsonFactory JSON = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(NESTING_MAX).maxNameLength(NAME_LENGTH_MAX).build()).build();

    private final JsonParser parser;
    private final List<FieldError> errors = new ArrayList<>();

    private JsonBody(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads one object.
     *
     * @throws InvalidRequest if this is anything else, or holds a field twice
     */
    static Map<String, Object> parse(byte[] bytes) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), utf8(bytes))) {
            var body = new JsonBody(parser);
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            Map<String, Object> fields = object ? body.object("") : Map.of();
            if (!object || parser.nextToken() != null) {
                throw new InvalidRequest("", "must be one JSON object");
            }
            if (!body.errors.isEmpty()) {
                throw new InvalidRequest(body.errors);
            }
            return fields;
        } catch (JacksonException malformed) {
            // Its message quotes the body and names classes: only the place is told.
            var place = malformed.getLocation();
            throw new InvalidRequest("", "must be JSON, at most " + NESTING_MAX + " levels deep"
                    + (place == null ? ""
                            : "; it stops being so at line " + place.getLineNr() + ", column " + place.getColumnNr()));
        }
    }

    private Map<String, Object> object(String pointer) {
        var fields = new LinkedHashMap<String, Object>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            String at = pointer + "/" + escaped(name);
            parser.nextToken();
            if (fields.put(name, value(at)) != null) {
                errors.add(new FieldError(at, "is there twice"));
            }
        }
        return fields;
    }

    private List<Object> array(String pointer) {
        var items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(pointer + "/" + items.size()));
        }
        return items;
    }

    private Object value(String pointer) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(pointer);
            case START_ARRAY -> array(pointer);
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT ->
                parser.getStringLength() <= INTEGER_LENGTH_MAX ? (Object) parser.getLongValue() : Unfit.NUMBER;
            case VALUE_NUMBER_FLOAT -> Unfit.NUMBER;
            default -> Unfit.NULL;
        };
    }

    /** A field's name as a step of a JSON pointer (RFC 6901). */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Decoded here, since a parser of bytes would also take UTF-16 and UTF-32 by guessing. */
    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException malformed) {
            throw new InvalidRequest("", "must be UTF-8");
        }
    }
}
