package exchange.settlement.app.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Slows down whoever keeps asking for tokens with wrong secrets. */
final class SignInFilter extends OncePerRequestFilter {

    private static final int NAME_LENGTH_MAX = 64;

    private final SignInThrottle throttle;

    SignInFilter(SignInThrottle throttle) {
        this.throttle = throttle;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // By address too: otherwise a stranger could lock a client out by failing in its name.
        String who = request.getRemoteAddr() + " " + name(request);
        Optional<Duration> wait = throttle.wait(who);
        if (wait.isPresent()) {
            Refusals.throttled(request, response, wait.get());
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            throttle.failed(who);
        }
    }

    private static String name(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return "";
        }
        try {
            String pair = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            String name = pair.substring(0, Math.max(0, pair.indexOf(':')));
            return name.substring(0, Math.min(name.length(), NAME_LENGTH_MAX));
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
