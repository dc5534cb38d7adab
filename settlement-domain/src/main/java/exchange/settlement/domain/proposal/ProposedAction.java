package exchange.settlement.domain.proposal;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.filing.FiledContract;
import exchange.settlement.domain.filing.TradeFilingId;
import exchange.settlement.domain.member.Mandate;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.domain.payout.BankDetails;
import exchange.settlement.domain.payout.PayeeAccountId;

/** What two people together can have done. */
public sealed interface ProposedAction {

    /**
     * A dispute is decided: the price is split between the two sides.
     *
     * @param order      the disputed order
     * @param toProvider what the provider is settled with, VAT included
     * @param toBuyer    what goes back to the buyer
     */
    record Award(OrderId order, Money toProvider, Money toBuyer) implements ProposedAction {}

    /**
     * A client may act for a member from now on, or may do other things than before.
     *
     * @param member  the member
     * @param mandate what the client may do; replaces what it had
     */
    record GrantOfMandate(MemberId member, Mandate mandate) implements ProposedAction {}

    /**
     * A trade that was made elsewhere is put on record.
     *
     * @param filing   the filed trade that it becomes
     * @param contract what was traded
     */
    record Filing(TradeFilingId filing, FiledContract contract) implements ProposedAction {}

    /**
     * A member is paid out to another bank account from now on, or to one for the first time.
     *
     * @param payee   whose account, and in what currency
     * @param details the account; its number is in the vault
     */
    record SetPayeeAccount(PayeeAccountId payee, BankDetails details) implements ProposedAction {}
}
