package exchange.settlement.domain;

import java.util.UUID;

/**
 * Names a free text (a reason, a statement) that is kept in the vault beside the log. Events carry the name only, so that a
 * text can be erased without touching the log.
 *
 * @param value the random name
 */
public record TextId(UUID value) {}
