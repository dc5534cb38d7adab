package exchange.settlement.domain;

import java.time.Instant;

/** A request that one aggregate decides. Everything the decision rests on, time and ids included, comes in with it. */
public interface Command {

    /** The aggregate that decides. */
    AggregateId target();

    /** The instant at which the request counts; deadlines are judged by it, and the events carry it on. */
    Instant at();
}
