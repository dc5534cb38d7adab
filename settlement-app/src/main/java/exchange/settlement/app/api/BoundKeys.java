package exchange.settlement.app.api;

import java.util.UUID;

/** Idempotency keys that something other than a command has used. */
public interface BoundKeys {

    /** Whether a key is bound, by the id that a command of that key would have. */
    boolean isBound(UUID id);
}
