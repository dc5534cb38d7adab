package exchange.settlement.projections.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.Rate;
import exchange.settlement.domain.TextId;
import exchange.settlement.domain.bank.BankReceiptId;
import exchange.settlement.domain.bank.PaymentEntryId;
import exchange.settlement.domain.filing.TradeFilingId;
import exchange.settlement.domain.listing.CertificateId;
import exchange.settlement.domain.listing.ListingId;
import exchange.settlement.domain.listing.Pricing;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.domain.order.OrderState;
import exchange.settlement.domain.payout.PayoutId;
import exchange.settlement.domain.proposal.ProposalId;
import exchange.settlement.domain.proposal.ProposedAction;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes and reads the domain's values as JSON.
 * <p>
 * Only fields are seen, so a method that happens to look like a property never gets into the log. Amounts are
 * {@code {"amount":"106000","currency":"CNY"}}, ids and rates plain values, times RFC 3339, durations ISO 8601. Unknown and
 * duplicate fields are errors: a reader that does not understand an event must stop, not guess.
 */
public final class SettlementJson {

    private SettlementJson() {}

    /** A mapper for events and states. */
    public static JsonMapper mapper() {
        return configure(JsonMapper.builder()).build();
    }

    /** Makes a mapper under construction read and write events and states. */
    public static JsonMapper.Builder configure(JsonMapper.Builder mapper) {
        return mapper.addModule(values())
                .addMixIn(Pricing.class, PricingTypes.class)
                .addMixIn(ProposedAction.class, ProposedActionTypes.class)
                .addMixIn(OrderState.class, OrderStateTypes.class)
                .changeDefaultVisibility(v -> v.with(Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
                .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    /** How the domain's values are written; for mappers that need nothing else of the above. */
    public static JacksonModule values() {
        var module = new SimpleModule("settlement-values");
        module.addSerializer(Money.class, new MoneyWriter());
        module.addDeserializer(Money.class, new MoneyReader());
        text(module, OrderId.class, id -> id.value().toString(), s -> new OrderId(UUID.fromString(s)));
        text(module, MemberId.class, id -> id.value().toString(), s -> new MemberId(UUID.fromString(s)));
        text(module, ListingId.class, id -> id.value().toString(), s -> new ListingId(UUID.fromString(s)));
        text(module, CertificateId.class, id -> id.value().toString(), s -> new CertificateId(UUID.fromString(s)));
        text(module, BankReceiptId.class, id -> id.value().toString(), s -> new BankReceiptId(UUID.fromString(s)));
        text(module, TradeFilingId.class, id -> id.value().toString(), s -> new TradeFilingId(UUID.fromString(s)));
        text(module, PaymentEntryId.class, id -> id.value().toString(), s -> new PaymentEntryId(UUID.fromString(s)));
        text(module, PayoutId.class, id -> id.value().toString(), s -> new PayoutId(UUID.fromString(s)));
        text(module, ProposalId.class, id -> id.value().toString(), s -> new ProposalId(UUID.fromString(s)));
        text(module, TextId.class, id -> id.value().toString(), s -> new TextId(UUID.fromString(s)));
        text(module, ClientId.class, ClientId::value, ClientId::new);
        text(module, Rate.class, rate -> Integer.toString(rate.perMillion()), s -> new Rate(Integer.parseInt(s)));
        return module;
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                return read.apply(json.getString());
            }
        });
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "model")
    @JsonSubTypes(@JsonSubTypes.Type(value = Pricing.OneOff.class, name = "ONE_OFF"))
    private interface PricingTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(value = ProposedAction.Award.class, name = "order.award"),
            @JsonSubTypes.Type(value = ProposedAction.GrantOfMandate.class, name = "member.grant-mandate"),
            @JsonSubTypes.Type(value = ProposedAction.SetPayeeAccount.class, name = "member.set-payee-account"),
            @JsonSubTypes.Type(value = ProposedAction.Filing.class, name = "trade.file")})
    private interface ProposedActionTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "situation")
    @JsonSubTypes({@JsonSubTypes.Type(value = OrderState.Placed.class, name = "placed"),
            @JsonSubTypes.Type(value = OrderState.Confirmed.class, name = "confirmed"),
            @JsonSubTypes.Type(value = OrderState.Funding.class, name = "funding"),
            @JsonSubTypes.Type(value = OrderState.Funded.class, name = "funded"),
            @JsonSubTypes.Type(value = OrderState.Delivered.class, name = "delivered"),
            @JsonSubTypes.Type(value = OrderState.Disputed.class, name = "disputed"),
            @JsonSubTypes.Type(value = OrderState.Settling.class, name = "settling"),
            @JsonSubTypes.Type(value = OrderState.Ended.class, name = "ended")})
    private interface OrderStateTypes {}
}
