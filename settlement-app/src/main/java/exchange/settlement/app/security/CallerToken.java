package exchange.settlement.app.security;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A verified token, for Spring Security. Its principal is the {@link Caller}. */
final class CallerToken extends AbstractAuthenticationToken {

    private final transient Caller caller;

    CallerToken(Caller caller) {
        super(List.of());
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
