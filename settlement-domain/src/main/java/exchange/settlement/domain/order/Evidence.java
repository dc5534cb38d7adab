package exchange.settlement.domain.order;

/**
 * Points to what was delivered. The engine never fetches the address; the hash is what counts.
 *
 * @param uri    where the parties find it
 * @param sha256 its SHA-256, 64 lower-case hexadecimal digits
 */
public record Evidence(String uri, String sha256) {}
