package exchange.settlement.domain.policy;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.Rate;

/**
 * The rules by which one order settles, as they stood when it was placed.
 * <p>
 * Rounding is half up to the minor unit. VAT takes the remainder of the net, the payout the remainder of the fee. What is paid
 * in parts is the division of the amount so far less the division of the amount before, so no fen is lost or made.
 *
 * @param gross         the whole price, VAT included
 * @param policyVersion the version of the policy that was in force
 * @param taxCode       names the VAT rule that was applied
 * @param vat           the provider's VAT rate
 * @param fee           the exchange's fee, as a share of the gross, its VAT included
 * @param feeVat        the exchange's VAT rate
 * @param feeOnRefund   who bears the fee when money goes back after settlement
 */
public record SettlementTerms(Money gross, String policyVersion, String taxCode, Rate vat, Rate fee, Rate feeVat,
        FeeOnRefund feeOnRefund) {

    /** Who bears the fee of an amount that goes back to the buyer after it was settled. */
    public enum FeeOnRefund {
        /** The exchange gives its fee back. */
        EXCHANGE,
        /** The exchange keeps its fee, at the provider's expense. */
        PROVIDER
    }

    /** How the whole price divides. */
    public Figures whole() {
        return of(gross);
    }

    /** How a part of the price divides, when {@code before} has already been divided. */
    public Figures part(Money before, Money part) {
        return of(before.plus(part)).minus(of(before));
    }

    private Figures of(Money amount) {
        var net = vat.withoutTax(amount);
        var feeAmount = fee.of(amount);
        return new Figures(amount, net, amount.minus(net), feeAmount, feeAmount.minus(feeVat.withoutTax(feeAmount)),
                amount.minus(feeAmount));
    }
}
