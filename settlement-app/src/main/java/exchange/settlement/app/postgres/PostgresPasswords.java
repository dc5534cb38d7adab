package exchange.settlement.app.postgres;

import exchange.settlement.app.startup.PrivateFiles;
import exchange.settlement.app.startup.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The generated passwords of the embedded server's roles, kept in a file that only its owner can read. Whoever cannot read
 * that file cannot enter the database, local user or not.
 */
final class PostgresPasswords {

    private static final int PASSWORD_BYTES = 32;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> byRole;

    private PostgresPasswords(Map<String, String> byRole) {
        this.byRole = byRole;
    }

    String of(Role role) {
        String password = byRole.get(role.roleName());
        if (password == null) {
            throw new StartupFailure("The file of database passwords names no " + role.roleName()
                    + ": restore it from the backup of the data directory.");
        }
        return password;
    }

    /**
     * Reads the passwords, or makes them for a server that is yet to be initialised.
     *
     * @param file          the file, JSON of role and password
     * @param alreadyInUse  whether a server has been initialised with them; then they cannot be made anew
     * @return the passwords
     * @throws StartupFailure if the file is lost or broken
     * @throws IOException    if it cannot be read or written
     */
    static PostgresPasswords load(Path file, boolean alreadyInUse) throws IOException {
        if (Files.exists(file)) {
            return read(file);
        }
        if (alreadyInUse) {
            throw new StartupFailure("The database is there but its passwords are not: restore " + file
                    + " from the backup of the data directory.");
        }
        SecureRandom random = new SecureRandom();
        Map<String, String> made = new TreeMap<>();
        for (Role role : Role.values()) {
            byte[] secret = new byte[PASSWORD_BYTES];
            random.nextBytes(secret);
            made.put(role.roleName(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        }
        PrivateFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(made) + "\n");
        return new PostgresPasswords(made);
    }

    private static PostgresPasswords read(Path file) throws IOException {
        try {
            return new PostgresPasswords(JSON.readValue(Files.readString(file), new TypeReference<>() {
            }));
        } catch (JacksonException broken) {
            throw new StartupFailure("The file of database passwords " + file
                    + " cannot be understood: restore it from the backup of the data directory.", broken);
        }
    }
}
