package exchange.settlement.projections;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an event comes from, as its metadata tells it. What the metadata does not tell is null.
 *
 * @param commandId     the command that recorded it
 * @param rootCommandId the client's command at the beginning of the chain
 * @param causationId   the event that a process answered with the command
 * @param client        the client whose token asked
 * @param subject       the person who asked, as a pseudonym
 */
public record Origin(@Nullable String commandId, @Nullable String rootCommandId, @Nullable String causationId,
        @Nullable String client, @Nullable String subject) {

    /** Key of the command's id in the metadata of events. */
    public static final String COMMAND_ID = "commandId";
    /** Key of the id of the client's command at the beginning of the chain. */
    public static final String ROOT_COMMAND_ID = "rootCommandId";
    /** Key of the id of the event that caused the command. */
    public static final String CAUSATION_ID = "causationId";
    /** Key of the asking client. */
    public static final String CLIENT = "client";
    /** Key of the asking person. */
    public static final String SUBJECT = "subject";

    /** Reads the origin out of an event's metadata. */
    public static Origin of(Map<String, ?> metaData) {
        return new Origin(text(metaData, COMMAND_ID), text(metaData, ROOT_COMMAND_ID), text(metaData, CAUSATION_ID),
                text(metaData, CLIENT), text(metaData, SUBJECT));
    }

    private static @Nullable String text(Map<String, ?> metaData, String key) {
        var value = metaData.get(key);
        return value == null ? null : value.toString();
    }
}
