package exchange.settlement.app.command;

import exchange.settlement.domain.TextId;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps free texts beside the log. Events carry a text's name only, so erasing its row erases the text for good while every
 * hash over the log still verifies.
 */
public final class Vault {

    private final JdbcTemplate db;

    /** The vault in a database. */
    public Vault(JdbcTemplate db) {
        this.db = db;
    }

    /** Keeps texts in the transaction that is under way; a text that is there already stays as it is. */
    public void keep(Map<TextId, String> texts) {
        texts.forEach((id, text) -> db.update("insert into vault_text (id, body) values (?, ?) on conflict do nothing",
                id.value(), text));
    }

    /** A text, unless it was erased. */
    public Optional<String> text(TextId id) {
        return Optional.ofNullable(DataAccessUtils.singleResult(
                db.queryForList("select body from vault_text where id = ?", String.class, id.value())));
    }
}
