package exchange.settlement.domain.policy;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.Rate;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.member.TaxpayerType;
import java.time.LocalDate;
import java.util.Map;

/**
 * The fee and VAT rules from a date on.
 *
 * @param version     the name of this version
 * @param validFrom   the first business date on which it is in force
 * @param fee         the exchange's fee, as a share of the gross, its VAT included
 * @param feeVat      the exchange's VAT rate
 * @param vat         the VAT rule for each type of taxpayer
 * @param feeOnRefund who bears the fee when money goes back after settlement
 */
public record Policy(String version, LocalDate validFrom, Rate fee, Rate feeVat, Map<TaxpayerType, VatRule> vat,
        SettlementTerms.FeeOnRefund feeOnRefund) {

    /**
     * A VAT rule.
     *
     * @param taxCode its name on settlement notes
     * @param rate    its rate
     */
    public record VatRule(String taxCode, Rate rate) {}

    public Policy {
        vat = Map.copyOf(vat);
    }

    /** The terms of an order of a price, sold by a type of taxpayer. Refuses when no VAT rule is known for it. */
    public SettlementTerms terms(Money gross, TaxpayerType taxpayer) {
        var rule = vat.get(taxpayer);
        if (rule == null) {
            throw Rejection.unprocessable("policy.no-vat-rule", "Policy " + version + " has no VAT rule for a " + taxpayer
                    + " taxpayer. Have one added before this provider sells.").asException();
        }
        return new SettlementTerms(gross, version, rule.taxCode(), rule.rate(), fee, feeVat, feeOnRefund);
    }
}
