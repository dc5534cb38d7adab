package exchange.settlement.domain.journal;

import exchange.settlement.domain.member.MemberId;
import java.util.UUID;

/**
 * One account of the journal.
 *
 * @param name its path, as {@code member/{id}/available}
 */
public record LedgerAccount(String name) {

    /** Fees earned, without the exchange's VAT. */
    public static final LedgerAccount FEES = new LedgerAccount("exchange/fees");
    /** The exchange's VAT on its fees. */
    public static final LedgerAccount VAT = new LedgerAccount("exchange/vat");

    /** What the supervised bank holds; the mirror of all other accounts together. */
    public static LedgerAccount bank(String account) {
        return new LedgerAccount("bank/" + account);
    }

    /** What a member can spend. */
    public static LedgerAccount available(MemberId member) {
        return new LedgerAccount("member/" + member.value() + "/available");
    }

    /** What a member has set aside for orders. */
    public static LedgerAccount reserved(MemberId member) {
        return new LedgerAccount("member/" + member.value() + "/reserved");
    }

    /** What an order's escrow holds. */
    public static LedgerAccount escrow(UUID order) {
        return new LedgerAccount("escrow/" + order);
    }

    /** What is being paid out: from the debit of the member's account to the outcome. */
    public static LedgerAccount payout(UUID payout) {
        return new LedgerAccount("payout/" + payout);
    }

    /** What is on its way between two aggregates because of an order, a receipt or a payout; zero at rest. */
    public static LedgerAccount clearing(UUID cause) {
        return new LedgerAccount("clearing/" + cause);
    }
}
