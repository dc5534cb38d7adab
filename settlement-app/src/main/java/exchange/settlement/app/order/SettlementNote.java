package exchange.settlement.app.order;

import exchange.settlement.app.report.JournalBody;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.order.OrderState;
import exchange.settlement.domain.order.OrderState.Ended;
import exchange.settlement.domain.policy.SettlementTerms;
import exchange.settlement.projections.journal.JournalEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settlement note (结算单) of a trade: what was agreed, what was settled, by which rules, and every leg in the journal. */
final class SettlementNote {

    private SettlementNote() {}

    static Map<String, Object> of(OrderState order, List<JournalEntry> entries) {
        var contract = order.contract();
        var terms = contract.terms();
        var note = new LinkedHashMap<String, Object>();
        note.put("orderId", contract.order());
        note.put("status", order.status());
        note.put("buyerId", contract.parties().buyer());
        note.put("providerId", contract.parties().provider());
        note.put("agreed", terms.whole());
        if (order instanceof Ended ended) {
            if (ended.settled() != null) {
                note.put("settled", ended.settled());
            }
            note.put("refunded", ended.refunded());
        }
        note.put("rules", rules(terms));
        note.put("entries", entries.stream().map(JournalBody::of).toList());
        // Clearing is an account like any other, so the legs of a trade sum to zero whenever the journal is complete.
        note.put("sumOfLegs", entries.stream().flatMap(entry -> entry.legs().stream()).map(JournalEntry.Leg::amount)
                .reduce(Money.zero(contract.parties().currency()), Money::plus));
        return note;
    }

    private static Map<String, Object> rules(SettlementTerms terms) {
        var rules = new LinkedHashMap<String, Object>();
        rules.put("policy", terms.policyVersion());
        rules.put("taxCode", terms.taxCode());
        rules.put("vatPerMillion", terms.vat().perMillion());
        rules.put("feePerMillion", terms.fee().perMillion());
        rules.put("feeVatPerMillion", terms.feeVat().perMillion());
        rules.put("rounding",
                "half up to the minor unit; VAT takes the remainder of the net, the payout the remainder of the fee;"
                        + " a part is the division of the amount so far less the division of the amount before");
        return rules;
    }
}
