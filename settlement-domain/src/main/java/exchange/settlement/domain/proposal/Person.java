package exchange.settlement.domain.proposal;

/**
 * Who stands behind a request: two approvals by the same person through two clients are one. Programs signing in for themselves count as
 * a person of their own.
 *
 * @param issuer  who vouches for the identity: the issuer of the token
 * @param subject the person at that issuer; an opaque id, never a name
 */
public record Person(String issuer, String subject) {}
