package exchange.settlement.domain.catalogue;

import exchange.settlement.domain.EventType;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.account.AccountEvent;
import exchange.settlement.domain.account.FeeEvent;
import exchange.settlement.domain.bank.BankReceiptEvent;
import exchange.settlement.domain.bank.PaymentEntryEvent;
import exchange.settlement.domain.escrow.EscrowEvent;
import exchange.settlement.domain.filing.TradeFilingEvent;
import exchange.settlement.domain.listing.CertificateEvent;
import exchange.settlement.domain.listing.ListingEvent;
import exchange.settlement.domain.member.MemberEvent;
import exchange.settlement.domain.order.OrderEvent;
import exchange.settlement.domain.payout.PayeeEvent;
import exchange.settlement.domain.payout.PayoutEvent;
import exchange.settlement.domain.proposal.ProposalEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every type of event that can be in the log, by its stable name. Found by walking the sealed interfaces, so none is forgotten. */
public final class EventCatalogue {

    private static final List<Class<? extends SettlementEvent>> FEATURES = List.of(MemberEvent.class, ListingEvent.class,
            CertificateEvent.class, OrderEvent.class, EscrowEvent.class, AccountEvent.class, FeeEvent.class,
            BankReceiptEvent.class, ProposalEvent.class, PayoutEvent.class, PayeeEvent.class, PaymentEntryEvent.class,
            TradeFilingEvent.class);

    private static final Map<String, Class<? extends SettlementEvent>> BY_NAME = byName();

    private EventCatalogue() {}

    /** All event records by name. */
    public static Map<String, Class<? extends SettlementEvent>> all() {
        return BY_NAME;
    }

    /** The event record of a name, if the engine knows it. */
    public static Optional<Class<? extends SettlementEvent>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The stable name and revision of an event record. */
    public static EventType typeOf(Class<?> event) {
        var type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(event + " has no stable name: annotate it with @EventType");
        }
        return type;
    }

    private static Map<String, Class<? extends SettlementEvent>> byName() {
        var found = new HashMap<String, Class<? extends SettlementEvent>>();
        FEATURES.stream().flatMap(feature -> records(feature).stream()).forEach(event -> {
            if (found.put(typeOf(event).value(), event) != null) {
                throw new IllegalStateException("Two events are named " + typeOf(event).value());
            }
        });
        return Map.copyOf(found);
    }

    private static List<Class<? extends SettlementEvent>> records(Class<?> type) {
        if (type.isRecord()) {
            return List.of(type.asSubclass(SettlementEvent.class));
        }
        var found = new ArrayList<Class<? extends SettlementEvent>>();
        for (var permitted : type.getPermittedSubclasses()) {
            found.addAll(records(permitted));
        }
        return found.stream().distinct().toList();
    }
}
