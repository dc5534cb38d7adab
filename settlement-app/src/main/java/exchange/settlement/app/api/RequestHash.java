package exchange.settlement.app.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.erdtman.jcs.JsonCanonicalizer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Recognises a request by a keyed hash over method, path and canonical body (RFC 8785), so that the same key with another request
 * is noticed, however the JSON is spaced or ordered, and the log does not reveal what the bodies were.
 */
public final class RequestHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String SECRET = "request-hash";

    private final SecretKeySpec key;

    /** Uses the key that all nodes of a database share; the first one draws it. */
    public RequestHash(JdbcTemplate db) {
        var drawn = new byte[32];
        new SecureRandom().nextBytes(drawn);
        db.update("insert into engine_secret (name, value) values (?, ?) on conflict do nothing", SECRET, drawn);
        key = new SecretKeySpec(db.queryForObject("select value from engine_secret where name = ?", byte[].class, SECRET),
                ALGORITHM);
    }

    /** The hash of a request whose body has been found to be a JSON object, or empty. */
    public String of(String method, String path, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var request = new ByteArrayOutputStream();
            request.writeBytes((method + " " + path + "\n").getBytes(StandardCharsets.UTF_8));
            request.writeBytes(canonical(body.length == 0 ? new byte[]{'{', '}'} : body));
            return HexFormat.of().formatHex(mac.doFinal(request.toByteArray()));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] canonical(byte[] body) {
        try {
            return new JsonCanonicalizer(body).getEncodedUTF8();
        } catch (IOException unusual) {
            // A number beyond canonical JSON. No command takes such a body, so it is only told apart from those that were taken.
            return body;
        }
    }
}
