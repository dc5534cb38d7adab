package exchange.settlement.domain;

/** The identity of one aggregate, and so of one stream of events. */
public interface AggregateId {

    /** The name of the stream of events in the log, unique over all kinds of aggregates: {@code order/3f2a…}. */
    String stream();
}
