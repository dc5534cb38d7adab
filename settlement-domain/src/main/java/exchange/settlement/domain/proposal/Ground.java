package exchange.settlement.domain.proposal;

/**
 * What a proposal rests on: an aggregate as its asker saw it. If it has changed when the proposal is carried out, the proposal lapses.
 *
 * @param stream  the aggregate's stream of events
 * @param version the number of its events then
 */
public record Ground(String stream, long version) {}
