package exchange.settlement.app.postgres;

import java.util.Locale;

/** The roles of the embedded server, each with a password of its own. */
enum Role {
    /** The superuser; used to set the server up and for nothing after that. */
    POSTGRES,
    /** Owns database and schema, and runs the migrations. */
    SETTLEMENT_OWNER,
    /** What the running application is; the migrations decide what it may do. */
    SETTLEMENT;

    /** The role's name in the database. */
    String roleName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
