package exchange.settlement.app.process;

import exchange.settlement.projections.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A parked trade: one whose next step was refused, so that it waits for an operator.
 *
 * @param id     its id: the order's, or one derived from the stream of events that belong to no trade
 * @param lane   what it is: the id of the order, or the name of the stream
 * @param events how many of its events wait
 * @param first  the event in front
 */
public record DeadLetter(UUID id, String lane, int events, Waiting first) {

    /**
     * An event whose steps wait.
     *
     * @param event    its id
     * @param position its place in the log
     * @param type     its stable type name: {@code order.funding-started}
     * @param since    when it was set aside
     * @param reason   why it waits, for people
     * @param commands what it calls for, in order: {@code reserve-funds}
     */
    public record Waiting(UUID event, long position, String type, Instant since, String reason, List<String> commands) {

        public Waiting {
            commands = List.copyOf(commands);
        }
    }

    /**
     * A parked trade with some of its events.
     *
     * @param letter the trade
     * @param events its events, in order
     */
    public record Opened(DeadLetter letter, Page<Waiting> events) {}

    /**
     * What came of an action on a parked trade.
     *
     * @param id      the trade
     * @param lane    what it is
     * @param done    how many of its events had their steps taken, or were dropped
     * @param left    how many still wait
     * @param refusal why the one in front was refused again; empty when it was not tried
     */
    public record Acted(UUID id, String lane, int done, int left, String refusal) {}
}
