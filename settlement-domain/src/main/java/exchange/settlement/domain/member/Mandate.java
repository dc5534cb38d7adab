package exchange.settlement.domain.member;

import exchange.settlement.domain.ClientId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a client may do for a member (客户端授权).
 *
 * @param client the mandated client
 * @param scopes what it may do, in the order of declaration, each once
 */
public record Mandate(ClientId client, List<Scope> scopes) {

    /** The acts that a member can leave to a client. */
    public enum Scope {
        BUY, SELL, ACCEPT, PAY_OUT
    }

    public Mandate {
        scopes = List.copyOf(scopes.isEmpty() ? Set.of() : EnumSet.copyOf(scopes));
    }

    /** A mandate for everything: what admission gives to the bundled client. */
    public static Mandate full(ClientId client) {
        return new Mandate(client, List.of(Scope.values()));
    }
}
