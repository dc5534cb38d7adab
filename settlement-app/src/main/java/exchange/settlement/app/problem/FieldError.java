package exchange.settlement.app.problem;

/**
 * What is wrong with one part of a request.
 *
 * @param pointer where: a JSON pointer into the body ({@code /terms/fundWithin}), {@code header:<name>} or {@code query:<name>}
 * @param detail  what is expected there
 */
public record FieldError(String pointer, String detail) {}
