package exchange.settlement.domain;

import static exchange.settlement.domain.Samples.NOW;

import exchange.settlement.domain.listing.Pricing;
import exchange.settlement.domain.proposal.ProposedAction;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Builds a record of any type of the domain, with a plausible value in every component. */
public final class Specimen {

    private Specimen() {}

    /** A record of a type; amounts are positive and of one currency. */
    public static <T> T of(Class<T> type) {
        return type.cast(value(type));
    }

    private static Object value(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "UUID" -> new UUID(9, 9);
            case "String" -> "text";
            case "Instant" -> NOW;
            case "LocalDate" -> LocalDate.of(2026, 11, 23);
            case "Duration" -> Duration.ofDays(1);
            case "Currency" -> Money.CNY;
            case "Money" -> Money.cny(100);
            case "Rate" -> new Rate(25_000);
            case "Pricing" -> new Pricing.OneOff(Money.cny(100));
            case "ProposedAction" -> record(ProposedAction.Award.class);
            case "List" -> List.of();
            case "int" -> 1;
            case "boolean" -> true;
            default -> type.isEnum() ? type.getEnumConstants()[0] : record(type);
        };
    }

    private static Object record(Class<?> type) {
        var components = type.getRecordComponents();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(Arrays.stream(components).map(c -> value(c.getType())).toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("No specimen of " + type, e);
        }
    }
}
