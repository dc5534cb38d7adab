package exchange.settlement.app.security;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The secrets that the engine made by itself, as {@code credentials.json} keeps them.
 *
 * @param clients secrets by client id
 * @param users   reserved for people who sign in
 */
record Credentials(Map<String, String> clients, Map<String, Object> users) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SECRET_BYTES = 32;

    /**
     * The secrets of these clients. Those that have none yet get one, which is written before it is used.
     *
     * @param file where they are kept
     * @param ids  the clients whose secrets are not configured
     * @throws InsecureSetup if the file cannot be used
     */
    static Credentials of(Path file, Collection<String> ids) {
        var kept = new SecretFile(file);
        Credentials known = kept.read().map(text -> parse(file, text)).orElseGet(() -> new Credentials(Map.of(), Map.of()));
        if (known.clients().keySet().containsAll(ids)) {
            return known;
        }
        var clients = new TreeMap<>(known.clients());
        ids.forEach(id -> clients.computeIfAbsent(id, _ -> secret()));
        var grown = new Credentials(clients, known.users());
        kept.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(grown) + "\n");
        return grown;
    }

    private static Credentials parse(Path file, String text) {
        try {
            return JSON.readValue(text, new TypeReference<Credentials>() {
            });
        } catch (JacksonException broken) {
            // The exception quotes the text, which is full of secrets: it goes nowhere.
            throw new InsecureSetup(
                    "The file " + file + " is not the JSON that the engine wrote: restore it, or delete it to get new secrets.");
        }
    }

    private static String secret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the secrets, so that they do not end in a log. */
    @Override
    public String toString() {
        return "Credentials of " + clients.keySet();
    }
}
