package exchange.settlement.projections.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/** SHA-256 over canonical JSON (RFC 8785): the same for the same content, however it is written. */
public final class CanonicalDigest {

    private CanonicalDigest() {}

    /** The digest of a JSON text: {@code sha256:} and 64 hexadecimal digits. */
    public static String of(String json) {
        try {
            var canonical = new JsonCanonicalizer(json).getEncodedUTF8();
            return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
