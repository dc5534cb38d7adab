package exchange.settlement.app.security;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A verified token, for Spring Security. Its principal is the {@link Caller}. */
final class CallerToken extends AbstractAuthenticationToken {

    private final transient Caller caller;

    CallerToken(Caller caller) {
        // The health endpoint asks Spring whom it may tell its details; everything else goes by Access.
        super(caller.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role.name())).toList());
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    /** None are kept. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return caller.client().value();
    }
}
