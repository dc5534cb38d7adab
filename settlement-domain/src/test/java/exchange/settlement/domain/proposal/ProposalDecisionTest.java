package exchange.settlement.domain.proposal;

import static exchange.settlement.domain.Samples.NOTHING;
import static exchange.settlement.domain.Samples.NOW;
import static exchange.settlement.domain.Samples.ORDER;
import static exchange.settlement.domain.Samples.PRICE;
import static exchange.settlement.domain.Samples.TEXT;
import static exchange.settlement.domain.Samples.later;
import static exchange.settlement.domain.Trial.given;
import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.domain.EveryCommand;
import exchange.settlement.domain.proposal.ProposalCommand.ApproveProposal;
import exchange.settlement.domain.proposal.ProposalCommand.DeclineProposal;
import exchange.settlement.domain.proposal.ProposalCommand.LapseProposal;
import exchange.settlement.domain.proposal.ProposalCommand.NoteExecuted;
import exchange.settlement.domain.proposal.ProposalCommand.Propose;
import exchange.settlement.domain.proposal.ProposalCommand.WithdrawProposal;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalApproved;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalDeclined;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalExecuted;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalLapsed;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalMade;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalWithdrawn;
import exchange.settlement.domain.proposal.ProposalState.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProposalDecisionTest {

    @RegisterExtension
    static final EveryCommand EVERY_COMMAND = EveryCommand.of(ProposalCommand.class);

    private static final ProposalId ID = new ProposalId(new UUID(5, 1));
    private static final Person CLERK = new Person("exchange", "clerk");
    private static final Person CHIEF = new Person("exchange", "chief");
    private static final ProposedAction ACTION = new ProposedAction.Award(ORDER, PRICE, NOTHING);
    private static final List<Ground> GROUNDS = List.of(new Ground(ORDER.stream(), 7));
    private static final Instant EXPIRES = later(Duration.ofDays(3));
    private static final ProposalMade MADE = new ProposalMade(ID, ACTION, "digest", GROUNDS, CLERK, TEXT, EXPIRES, NOW);
    private static final ProposalApproved APPROVED = new ProposalApproved(ID, ACTION, GROUNDS, TEXT, CHIEF, null, NOW);
    private static final ApproveProposal APPROVE = new ApproveProposal(ID, "digest", CHIEF, null, NOW);

    @Test
    void somebody_asks_once() {
        var ask = new Propose(ID, ACTION, "digest", GROUNDS, CLERK, TEXT, EXPIRES, NOW);
        given().when(ask).then(MADE);
        given(List.of(MADE)).when(ask).refuses("proposal.wrong-status");
    }

    @Test
    void a_second_person_approves_what_the_digest_stands_for() {
        given(List.of(MADE)).when(APPROVE).then(APPROVED);
        given(List.of(MADE)).when(new ApproveProposal(ID, "another", CHIEF, null, NOW)).refuses("proposal.other-digest");
        given().when(APPROVE).refuses("not-found");
    }

    @Test
    void persons_are_compared_and_not_their_programs() {
        given(List.of(MADE)).when(new ApproveProposal(ID, "digest", CLERK, null, NOW)).refuses("approval.same-person");
        given(List.of(MADE)).when(new DeclineProposal(ID, CLERK, null, NOW)).refuses("approval.same-person");
        given(List.of(MADE)).when(new ApproveProposal(ID, "digest", new Person("elsewhere", "clerk"), null, NOW))
                .then(new ProposalApproved(ID, ACTION, GROUNDS, TEXT, new Person("elsewhere", "clerk"), null, NOW));
    }

    @Test
    void a_second_person_declines() {
        given(List.of(MADE)).when(new DeclineProposal(ID, CHIEF, TEXT, NOW))
                .then(new ProposalDeclined(ID, ACTION, CHIEF, TEXT, NOW));
    }

    @Test
    void only_whoever_asked_withdraws() {
        given(List.of(MADE)).when(new WithdrawProposal(ID, CLERK, TEXT, NOW))
                .then(new ProposalWithdrawn(ID, ACTION, CLERK, TEXT, NOW));
        given(List.of(MADE)).when(new WithdrawProposal(ID, CHIEF, TEXT, NOW)).refuses("proposal.not-yours");
    }

    @Test
    void it_is_decided_once() {
        var ends = List.of(APPROVED, new ProposalDeclined(ID, ACTION, CHIEF, TEXT, NOW),
                new ProposalWithdrawn(ID, ACTION, CLERK, TEXT, NOW));
        for (var end : ends) {
            given(List.of(MADE, end)).when(APPROVE).refuses("proposal.wrong-status");
            given(List.of(MADE, end)).when(new DeclineProposal(ID, CHIEF, null, NOW)).refuses("proposal.wrong-status");
            given(List.of(MADE, end)).when(new WithdrawProposal(ID, CLERK, null, NOW)).refuses("proposal.wrong-status");
        }
    }

    @Test
    void it_is_decided_before_it_expires() {
        given(List.of(MADE)).when(new ApproveProposal(ID, "digest", CHIEF, null, EXPIRES)).refuses("proposal.expired");
        given(List.of(MADE)).when(new DeclineProposal(ID, CHIEF, null, EXPIRES)).refuses("proposal.expired");
        given(List.of(MADE)).when(new WithdrawProposal(ID, CLERK, null, EXPIRES)).refuses("proposal.expired");
        var last = EXPIRES.minusNanos(1);
        given(List.of(MADE)).when(new ApproveProposal(ID, "digest", CHIEF, null, last))
                .then(new ProposalApproved(ID, ACTION, GROUNDS, TEXT, CHIEF, null, last));
        var open = ProposalState.after(null, MADE);
        assertThat(open.statusAt(last)).isEqualTo(Status.OPEN);
        assertThat(open.statusAt(EXPIRES)).isEqualTo(Status.EXPIRED);
        assertThat(ProposalState.after(open, APPROVED).statusAt(EXPIRES)).isEqualTo(Status.APPROVED);
    }

    @Test
    void what_came_of_it_is_noted_once() {
        var executed = new ProposalExecuted(ID, ACTION, NOW);
        var lapsed = new ProposalLapsed(ID, ACTION, "order.wrong-status", NOW);
        given(List.of(MADE, APPROVED)).when(new NoteExecuted(ID, NOW)).then(executed);
        given(List.of(MADE, APPROVED)).when(new LapseProposal(ID, "order.wrong-status", NOW)).then(lapsed);
        for (var end : List.of(executed, lapsed)) {
            given(List.of(MADE, APPROVED, end)).when(new NoteExecuted(ID, NOW)).changesNothing();
            given(List.of(MADE, APPROVED, end)).when(new LapseProposal(ID, "code", NOW)).changesNothing();
        }
    }
}
