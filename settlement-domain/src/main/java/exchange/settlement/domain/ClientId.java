package exchange.settlement.domain;

/**
 * A program that speaks to the engine, as its token names it.
 *
 * @param value the client id of the token, for instance {@code marketplace}
 */
public record ClientId(String value) {}
