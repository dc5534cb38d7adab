package exchange.settlement.app.startup;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Tells a known failure to start in one sentence on standard error. Spring Boot asks this reporter first (it is named in
 * {@code spring.factories}); what it does not know goes on to Spring Boot's own reporters, stack trace included.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class StartupFailureReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        String sentence = sentence(failure);
        if (sentence == null) {
            return false;
        }
        System.err.println(sentence);
        return true;
    }

    static @Nullable String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String sentence = switch (cause) {
                case StartupFailure known -> known.getMessage();
                case PortInUseException taken -> FreePort.takenSentence(taken.getPort());
                case BindException unreadable ->
                    settingSentence(unreadable.getName().toString(), unreadable.getProperty() == null ? null
                            : unreadable.getProperty().getValue());
                case InvalidConfigurationPropertyValueException wrong -> settingSentence(wrong.getName(), wrong.getValue());
                case SQLException refused -> databaseSentence(refused);
                default -> null;
            };
            if (sentence != null) {
                return sentence;
            }
        }
        return null;
    }

    /** The value is not told, which may be a secret; a port is none. */
    private static String settingSentence(String name, @Nullable Object value) {
        return name.equals("server.port") && value != null
                ? FreePort.noPortSentence(value.toString())
                : "The setting " + name + " has a value that cannot be read: correct it.";
    }

    /** SQLSTATE class 08 is "no connection", class 28 "not let in": the operator's to put right. */
    private static @Nullable String databaseSentence(SQLException refused) {
        String state = refused.getSQLState();
        String reason = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
        if ("P0001".equals(state)) {
            // Raised on purpose by a migration, with a sentence for the operator.
            return reason.replaceFirst("^ERROR: +", "");
        }
        if (state == null || !(state.startsWith("08") || state.startsWith("28"))) {
            return null;
        }
        return "The database cannot be entered (" + reason
                + "): check spring.datasource.url, username and password, and spring.flyway.user and password.";
    }
}
