package exchange.settlement.domain.policy;

import exchange.settlement.domain.Money;

/**
 * How an amount divides. All in one currency.
 *
 * @param gross  what the buyer pays, VAT included
 * @param net    the gross without the provider's VAT
 * @param vat    the provider's VAT in the gross; the provider's own duty, itemised only
 * @param fee    what the exchange keeps, its VAT included
 * @param feeVat the exchange's VAT in the fee
 * @param payout what the provider gets: gross less fee
 */
public record Figures(Money gross, Money net, Money vat, Money fee, Money feeVat, Money payout) {

    /** Line by line what comes on top of an earlier division, so that parts always sum to the whole. */
    public Figures minus(Figures earlier) {
        return new Figures(gross.minus(earlier.gross), net.minus(earlier.net), vat.minus(earlier.vat), fee.minus(earlier.fee),
                feeVat.minus(earlier.feeVat), payout.minus(earlier.payout));
    }
}
