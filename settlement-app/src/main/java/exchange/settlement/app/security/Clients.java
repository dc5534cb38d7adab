package exchange.settlement.app.security;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The programs that may ask this engine for tokens: the bundled ones and those that are configured. */
final class Clients {

    /** Every basis that reports know; a bundled regulator sees all. */
    private static final Set<String> ALL_BASES = Set.of("SIGNED", "FUNDED", "DELIVERED", "ACCEPTED", "SETTLED", "REFUNDED",
            "FILED",
            "TURNOVER");
    /** A shorter secret could be guessed by who gets hold of its hash, which is fast to compute. */
    private static final int SECRET_LENGTH_MIN = 32;

    private final Map<String, Client> byId;

    /**
     * One program.
     *
     * @param id     its client id
     * @param role   what it is to the exchange
     * @param secret its secret
     * @param bases  for a regulator, the bases it sees
     */
    record Client(String id, Role role, String secret, Set<String> bases) {

        /** Without the secret, so that it does not end in a log. */
        @Override
        public String toString() {
            return id + " (" + role + ")";
        }
    }

    private Clients(Map<String, Client> byId) {
        this.byId = byId;
    }

    /** Reads the configuration, and makes the secrets that it leaves open. */
    static Clients of(SecurityProperties properties) {
        var wanted = new LinkedHashMap<String, SecurityProperties.Client>();
        if (properties.security().bundledClients()) {
            for (Role role : Role.values()) {
                var bases = role == Role.REGULATOR ? ALL_BASES : Set.<String>of();
                wanted.put(role.name().toLowerCase(Locale.ROOT), new SecurityProperties.Client(role, null, bases));
            }
        }
        wanted.putAll(properties.clients());
        var open = new ArrayList<String>();
        wanted.forEach((id, client) -> {
            if (client.secret() == null) {
                open.add(id);
            }
        });
        var made = Credentials.of(properties.dataDirectory().resolve("credentials.json"), open).clients();
        var clients = new LinkedHashMap<String, Client>();
        wanted.forEach((id, client) -> clients.put(id, client(id, client, made)));
        return new Clients(clients);
    }

    private static Client client(String id, SecurityProperties.Client wanted, Map<String, String> made) {
        String configured = wanted.secret();
        if (configured == null) {
            return new Client(id, wanted.role(), Objects.requireNonNull(made.get(id)), wanted.bases());
        }
        if (configured.length() < SECRET_LENGTH_MIN) {
            throw new InsecureSetup("The secret of client " + id + " is too short: set settlement.clients." + id
                    + ".secret to 32 random characters or more, or leave it out to have one made.");
        }
        return new Client(id, wanted.role(), configured, wanted.bases());
    }

    Optional<Client> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<Client> all() {
        return List.copyOf(byId.values());
    }
}
