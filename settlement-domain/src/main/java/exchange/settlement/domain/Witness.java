package exchange.settlement.domain;

import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

/**
 * Reads what other aggregates are, for a decision that rests on them.
 * <p>
 * Whatever is read becomes a precondition: the decision is only recorded if the aggregate is still as it was read. So no lock
 * is held on a popular listing, and yet no order slips past its withdrawal.
 */
@FunctionalInterface
public interface Witness {

    /**
     * The state of an aggregate now.
     *
     * @param id   the aggregate
     * @param fold how one event changes the state; the state before the first event is null
     * @param <S>  the state
     * @param <E>  the events of the aggregate
     * @return the state, or null when there is no such aggregate, which is then itself a precondition
     */
    <S, E extends SettlementEvent> @Nullable S read(AggregateId id, BiFunction<@Nullable S, E, S> fold);
}
