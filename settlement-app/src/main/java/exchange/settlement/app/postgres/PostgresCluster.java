package exchange.settlement.app.postgres;

import exchange.settlement.app.startup.PrivateFiles;
import exchange.settlement.app.startup.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The server's data directory and how it comes into being: complete with roles and database, or not at all. */
final class PostgresCluster {

    static final String DATABASE = "settlement";

    private final Path data;
    private final PostgresTools tools;

    /**
     * @param data  the server's data directory
     * @param tools the programs of the same version
     */
    PostgresCluster(Path data, PostgresTools tools) {
        this.data = data;
        this.tools = tools;
    }

    /**
     * Initialises the data directory, unless that has been done. It is built under another name and renamed when complete, so
     * a start that is interrupted here leaves nothing that the next start would have to understand.
     */
    void initialise(PostgresPasswords passwords) throws IOException {
        if (Files.exists(data)) {
            return;
        }
        Path draft = data.resolveSibling("initialising");
        Directories.deleteIfExists(draft);
        initdb(draft, passwords.of(Role.POSTGRES));
        createDatabase(draft, passwords);
        PrivateFiles.moveDurably(draft, data);
    }

    private void initdb(Path draft, String superuserPassword) throws IOException {
        Path passwordFile = data.resolveSibling("superuser-password");
        try {
            PrivateFiles.write(passwordFile, superuserPassword + "\n");
            check(tools.run("initdb", List.of("-D", draft.toString(), "--username=" + Role.POSTGRES.roleName(),
                    "--pwfile=" + passwordFile, "--auth=scram-sha-256", "--encoding=UTF8",
                    // Sorts by code point, the same on every machine and for every version of its C library.
                    "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--data-checksums"), ""));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** Talks to a server without any network: nobody can come in between, and passwords travel on standard input. */
    private void createDatabase(Path draft, PostgresPasswords passwords) throws IOException {
        String owner = Role.SETTLEMENT_OWNER.roleName();
        String application = Role.SETTLEMENT.roleName();
        // One statement a line: that is how a single-user server reads them.
        String statements = """
                CREATE ROLE %s LOGIN PASSWORD '%s';
                CREATE ROLE %s LOGIN PASSWORD '%s';
                CREATE DATABASE %s OWNER %s;
                REVOKE ALL ON DATABASE %s FROM PUBLIC;
                GRANT CONNECT, TEMPORARY ON DATABASE %s TO %s;
                """.formatted(owner, passwords.of(Role.SETTLEMENT_OWNER), application, passwords.of(Role.SETTLEMENT),
                DATABASE, owner, DATABASE, DATABASE, application);
        check(tools.run("postgres", List.of("--single", "-D", draft.toString(), "-c", "exit_on_error=true", "-c",
                // A failing statement must not be logged: it may hold a password.
                "log_min_error_statement=panic", "-c", "password_encryption=scram-sha-256", "postgres"), statements));
    }

    private static void check(PostgresTools.Outcome outcome) {
        if (!outcome.succeeded()) {
            throw new StartupFailure("The embedded PostgreSQL cannot be set up (" + outcome.complaint()
                    + "): remove the cause and start again.");
        }
    }
}
