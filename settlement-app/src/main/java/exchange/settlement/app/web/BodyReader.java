package exchange.settlement.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Takes a JSON body off the wire, up to a bound. */
final class BodyReader {

    private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.UTF_8);

    private BodyReader() {}

    /**
     * The body; <code>{}</code> if there is none.
     *
     * @param request  the request
     * @param bytesMax how large a body may be
     * @throws WrongMediaType  if it is not uncompressed JSON in UTF-8
     * @throws RequestTooLarge if it is larger, whatever its Content-Length says
     */
    static byte[] read(HttpServletRequest request, int bytesMax) throws IOException {
        for (String encoding : Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING))) {
            // A small compressed body may unpack to any size.
            if (!encoding.strip().equalsIgnoreCase("identity")) {
                throw new WrongMediaType();
            }
        }
        List<String> types = Collections.list(request.getHeaders(HttpHeaders.CONTENT_TYPE));
        if (types.size() > 1 || !types.stream().allMatch(BodyReader::isJson)) {
            throw new WrongMediaType();
        }
        if (request.getContentLengthLong() > bytesMax) {
            throw new RequestTooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(bytesMax + 1);
        if (body.length > bytesMax) {
            throw new RequestTooLarge();
        }
        if (body.length > 0 && types.isEmpty()) {
            throw new WrongMediaType();
        }
        return body.length == 0 ? EMPTY_OBJECT.clone() : body;
    }

    private static boolean isJson(String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8))
                    && type.getParameters().keySet().stream().allMatch("charset"::equalsIgnoreCase);
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }
}
