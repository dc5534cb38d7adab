package exchange.settlement.app.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.UUID;

/**
 * The key that signs the engine's own tokens, made at first start and kept, so that tokens survive a restart.
 * <p>
 * RSA, since a token is signed once an hour but verified with every request, and verifying RS256 costs a fraction of
 * verifying ES256.
 */
final class SigningKey {

    private static final int BITS = 2048;

    private SigningKey() {}

    /**
     * Reads the key, or makes it.
     *
     * @param directory where keys are kept
     * @throws InsecureSetup if the file cannot be used
     */
    static RSAKey in(Path directory) {
        Path path = directory.resolve("token-signing.jwk");
        var file = new SecretFile(path);
        return file.read().map(text -> parse(path, text)).orElseGet(() -> {
            RSAKey made = generate();
            file.write(made.toJSONString());
            return made;
        });
    }

    private static RSAKey parse(Path path, String text) {
        try {
            RSAKey key = RSAKey.parse(text);
            if (key.isPrivate() && key.size() >= BITS) {
                return key;
            }
        } catch (ParseException broken) {
            // Its message may quote the key: it goes nowhere.
        }
        throw new InsecureSetup("The file " + path
                + " holds no signing key: restore it, or delete it to get a new key; tokens must then be asked for anew.");
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("This Java runtime cannot make RSA keys", impossible);
        }
    }
}
