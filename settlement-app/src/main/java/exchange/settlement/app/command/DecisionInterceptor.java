package exchange.settlement.app.command;

import exchange.eventstore.AppendConditions;
import exchange.eventstore.AppendReceipt;
import exchange.eventstore.GaplessEventStorageEngine;
import exchange.settlement.domain.Rejected;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.proposal.Ground;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Goes round every decision, inside its unit of work: checks the expected version, keeps the texts that the command names in
 * the same transaction, undoes what was only tried, and pairs the state with the receipt of what gets recorded.
 */
public final class DecisionInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final Set<Rejection.Kind> HIDING = Set.of(Rejection.Kind.NOT_FOUND, Rejection.Kind.FORBIDDEN);

    private final GaplessEventStorageEngine log;
    private final Vault vault;

    /** An interceptor for the command bus. */
    public DecisionInterceptor(GaplessEventStorageEngine log, Vault vault) {
        this.log = log;
        this.vault = vault;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        var envelope = (Envelope) Objects.requireNonNull(unitOfWork.getMessage().getMetaData().get(Commands.ENVELOPE));
        var receipt = AppendReceipt.of(unitOfWork);
        envelope.grounds().forEach(this::expect);
        var state = decided(envelope, chain);
        if (envelope.dryRun()) {
            throw new TriedOnly(state);
        }
        vault.keep(envelope.texts());
        return new Decided(state, receipt);
    }

    /** What a decided command's result stands for, once its unit of work has been committed. */
    static Outcome outcome(@Nullable Object result) {
        var decided = (Decided) Objects.requireNonNull(result, "every command goes through the interceptor");
        var events = decided.receipt.events();
        return events.isEmpty() ? new Outcome.Nothing() : new Outcome.Recorded(decided.state, events);
    }

    private void expect(Ground ground) {
        long version = log.lastSequenceNumberFor(ground.stream()).orElse(-1L) + 1;
        if (version != ground.version()) {
            throw new VersionMismatch(IfMatch.oneOf(Set.of(ground.version())), version);
        }
        AppendConditions.require(ground.stream(), version - 1);
    }

    /**
     * Decides, if the target is at a version that the asker takes. Where it is not, the decision is heard all the same: whoever may
     * not know of the target learns that it is not there, as ever, and not that it has another version.
     */
    private @Nullable Object decided(Envelope envelope, InterceptorChain chain) throws Exception {
        var expected = envelope.ifMatch().orElse(null);
        if (expected == null) {
            return chain.proceed();
        }
        var stream = envelope.command().target().stream();
        long version = log.lastSequenceNumberFor(stream).orElse(-1L) + 1;
        if (expected.admits(version)) {
            AppendConditions.require(stream, version - 1);
            return chain.proceed();
        }
        try {
            var _ = chain.proceed();
        } catch (Rejected refused) {
            if (HIDING.contains(refused.rejection().kind())) {
                throw refused;
            }
        }
        throw new VersionMismatch(expected, version);
    }

    private record Decided(@Nullable Object state, AppendReceipt receipt) {}

    /** Ends the unit of work of a dry run, so that nothing of it stays. */
    static final class TriedOnly extends RuntimeException {

        private final transient @Nullable Object state;

        TriedOnly(@Nullable Object state) {
            super("tried only", null, false, false);
            this.state = state;
        }

        @Nullable
        Object state() {
            return state;
        }
    }
}
