package exchange.settlement.domain.proposal;

import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.proposal.ProposalState.Status;

/** The refusals of proposals. */
public final class ProposalRejection {

    /** What a proposal rests on has changed since it was made. */
    public static final String GROUND_MOVED = "proposal.ground-moved";

    private ProposalRejection() {}

    static Rejection samePerson() {
        return Rejection.forbidden("approval.same-person",
                "Whoever asks cannot decide too. Have another person approve or decline it.");
    }

    static Rejection anotherPerson() {
        return Rejection.forbidden("proposal.not-yours",
                "Only the person who asked can withdraw it. A second person can decline it.");
    }

    static Rejection alreadyMade() {
        return Rejection.conflict("proposal.wrong-status", "This proposal has been made already.");
    }

    static Rejection wrongStatus(Status status) {
        return Rejection.conflict("proposal.wrong-status", "The proposal is " + status + "; only an OPEN one can be decided.");
    }

    static Rejection expired() {
        return Rejection.conflict("proposal.expired",
                "The proposal was open for too long and has expired. Ask for the action again.");
    }

    static Rejection otherDigest() {
        return Rejection.conflict("proposal.other-digest",
                "The digest is not that of this proposal's action. Read the proposal again and approve what it says.");
    }

    /** What whoever waits for an approved proposal is told when it was not carried out. */
    public static Rejection lapsed(String code) {
        return Rejection.conflict("proposal.lapsed", code.equals(GROUND_MOVED)
                ? "What the proposal rests on has changed since it was made, so nothing was done. Ask for the action again."
                : "The action was refused with " + code
                        + " when it was to be carried out, so nothing was done. Ask for it again.");
    }
}
