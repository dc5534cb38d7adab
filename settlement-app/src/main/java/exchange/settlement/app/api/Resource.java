package exchange.settlement.app.api;

import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.SettlementEvent;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind of resource, as the API shows one aggregate.
 *
 * @param path    where the collection lives, as {@code /api/v1/orders}
 * @param fold    how events make its state
 * @param render  its fields, without {@code version} and {@code position}
 * @param atRest  whether nothing is on its way any more, so that whoever waits gets an answer
 * @param failure what a step that came to rest was refused with by another part, if it was
 * @param <S>     its state
 * @param <E>     its events
 */
public record Resource<S, E extends SettlementEvent>(String path, BiFunction<@Nullable S, E, S> fold,
        Function<S, Map<String, Object>> render, Function<S, Boolean> atRest, Function<E, Optional<Rejection>> failure) {

    /** A kind of resource whose steps never wait for another part. */
    public static <S, E extends SettlementEvent> Resource<S, E> settled(String path, BiFunction<@Nullable S, E, S> fold,
            Function<S, Map<String, Object>> render) {
        return new Resource<>(path, fold, render, _ -> true, _ -> Optional.empty());
    }
}
