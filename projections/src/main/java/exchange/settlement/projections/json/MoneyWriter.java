package exchange.settlement.projections.json;

import exchange.settlement.domain.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes an amount as minor units in a string, so that no reader's number type rounds it. */
final class MoneyWriter extends StdSerializer<Money> {

    MoneyWriter() {
        super(Money.class);
    }

    @Override
    public void serialize(Money money, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        json.writeStringProperty("amount", Long.toString(money.minor()));
        json.writeStringProperty("currency", money.currency().getCurrencyCode());
        json.writeEndObject();
    }
}
