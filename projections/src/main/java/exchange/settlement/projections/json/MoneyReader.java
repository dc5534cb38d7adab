package exchange.settlement.projections.json;

import exchange.settlement.domain.Money;
import java.util.Currency;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads what {@link MoneyWriter} wrote, and nothing else. */
final class MoneyReader extends StdDeserializer<Money> {

    MoneyReader() {
        super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser json, DeserializationContext context) {
        JsonNode tree = json.readValueAsTree();
        var amount = tree.get("amount");
        var currency = tree.get("currency");
        if (tree.size() != 2 || amount == null || currency == null || !amount.isString() || !currency.isString()) {
            return context.reportInputMismatch(this, "An amount is {\"amount\":\"<minor units>\",\"currency\":\"<ISO 4217>\"}");
        }
        try {
            return new Money(Long.parseLong(amount.stringValue()), Currency.getInstance(currency.stringValue()));
        } catch (IllegalArgumentException wrong) {
            return context.reportInputMismatch(this, "Not minor units of an ISO 4217 currency: %s", wrong.getMessage());
        }
    }
}
