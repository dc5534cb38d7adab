package exchange.eventstore;

/** The event of the tests. */
record Noted(String text) {}
