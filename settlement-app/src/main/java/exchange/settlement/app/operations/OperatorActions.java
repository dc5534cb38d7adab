package exchange.settlement.app.operations;

import exchange.settlement.app.api.BoundKeys;
import exchange.settlement.app.operations.OperatorAction.Outcome;
import exchange.settlement.app.operations.OperatorAction.Who;
import exchange.settlement.projections.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The record of what operators did. Rows are added and never changed: the application's role may do nothing else. */
final class OperatorActions implements BoundKeys {

    private static final String COLUMNS = "number, id, request_hash, issuer, client, subject, at, action, target, reason, outcome, answer";

    private final JdbcTemplate db;

    /** Kept in a database. */
    OperatorActions(JdbcTemplate db) {
        this.db = db;
    }

    /** Adds an action, in the transaction at hand; its number is given here. */
    void add(OperatorAction action) {
        db.update(
                """
                        insert into operator_action (id, request_hash, issuer, client, subject, at, action, target, reason, outcome, answer)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                action.id(), action.requestHash(), action.who().issuer(),
                action.who().client(), action.who().subject(), action.at().atOffset(ZoneOffset.UTC), action.action(),
                action.target(), action.reason(), action.outcome().name(), action.answer());
    }

    @Override
    public boolean isBound(UUID id) {
        return done(id).isPresent();
    }

    /** The action that was done under an id, if there is one. */
    Optional<OperatorAction> done(UUID id) {
        return db.query("select " + COLUMNS + " from operator_action where id = ? and outcome = 'DONE'", OperatorActions::read,
                id).stream().findFirst();
    }

    /** Some actions, the earliest first. */
    Page<OperatorAction> page(long after, int limit) {
        List<OperatorAction> found = db.query(
                "select " + COLUMNS + " from operator_action where number > ? order by number limit ?", OperatorActions::read,
                after, Page.checkedLimit(limit) + 1);
        return Page.of(found, limit, OperatorAction::number);
    }

    private static OperatorAction read(ResultSet row, int number) throws SQLException {
        return new OperatorAction(row.getLong(1), row.getObject(2, UUID.class), row.getString(3),
                new Who(row.getString(4), row.getString(5), row.getString(6)),
                row.getObject(7, OffsetDateTime.class).toInstant(), row.getString(8), row.getString(9), row.getString(10),
                Outcome.valueOf(row.getString(11)), row.getString(12));
    }
}
