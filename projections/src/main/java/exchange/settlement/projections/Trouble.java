package exchange.settlement.projections;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells trouble that passes from trouble that stays. */
final class Trouble {

    /** Connection lost, transaction rolled back, no resources, server going down: none of it is the event's fault. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57");

    private Trouble() {}

    /** Whether trying again, with nothing changed, may work. */
    static boolean passes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException || cause instanceof TransactionException) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                var state = sql.getSQLState();
                return state != null && state.length() >= 2 && PASSING_CLASSES.contains(state.substring(0, 2));
            }
        }
        return false;
    }
}
