package exchange.settlement.app.web;

import exchange.settlement.app.command.IfMatch;
import exchange.settlement.app.security.Caller;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command as it came in, with everything that all commands have. An argument of controller methods. */
public final class CommandRequest {

    private final Caller caller;
    private final String method;
    private final String path;
    private final String key;
    private final byte[] rawBody;
    private @Nullable Fields body;
    private final boolean dryRun;
    private final @Nullable Duration wait;
    private final Optional<IfMatch> ifMatch;

    CommandRequest(Caller caller, String method, String path, CommandHeaders headers, byte[] rawBody, boolean dryRun) {
        this.caller = caller;
        this.method = method;
        this.path = path;
        this.key = headers.key();
        this.rawBody = rawBody.clone();
        this.dryRun = dryRun;
        this.wait = headers.patience();
        this.ifMatch = headers.ifMatch();
    }

    /** Who asks. */
    public Caller caller() {
        return caller;
    }

    /** The idempotency key: 1 to 128 visible characters, unique per client only. */
    public String key() {
        return key;
    }

    /** The body byte for byte, of which a repeated command has the same; <code>{}</code> if none was sent. */
    public byte[] rawBody() {
        return rawBody.clone();
    }

    /**
     * The body's fields, to be read and verified by the controller. Parsed when first asked for, so that the other rules on a key
     * can be told before those on the body.
     *
     * @throws InvalidRequest if the body is not one JSON object
     */
    public Fields body() {
        if (body == null) {
            body = Fields.parse(rawBody);
        }
        return body;
    }

    /** Whether only the answer is wanted, and nothing may be written. */
    public boolean dryRun() {
        return dryRun;
    }

    /** How long the client would wait for the step to come to rest: up to 60 s, empty to be answered at once. */
    public Optional<Duration> waitFor() {
        return Optional.ofNullable(wait);
    }

    /** The versions that the addressed resource may have; empty when there is no such condition. */
    public Optional<IfMatch> ifMatch() {
        return ifMatch;
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }

    /** The path as it came over the wire, without the query. */
    public String path() {
        return path;
    }
}
