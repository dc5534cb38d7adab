package exchange.settlement.domain.simulation;

import exchange.eventstore.NameBasedUuid;
import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.Rate;
import exchange.settlement.domain.member.MemberCommand.ApplyForMembership;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.member.MemberRole;
import exchange.settlement.domain.member.TaxpayerType;
import exchange.settlement.domain.policy.Policy;
import exchange.settlement.domain.policy.PolicyBook;
import exchange.settlement.domain.policy.SettlementTerms.FeeOnRefund;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The cast: who is on the market, by which rules it runs. */
final class World {

    static final ClientId MARKET = new ClientId("marketplace");
    static final ClientId STRANGER = new ClientId("elsewhere");
    static final List<Currency> CURRENCIES = List.of(Money.CNY, Currency.getInstance("USD"));
    static final Instant BEGINNING = Instant.parse("2026-03-01T00:00:00Z");

    static final Person BUYER = person("buyer", TaxpayerType.GENERAL, MemberRole.DEMANDER);
    static final Person MERCHANT = person("merchant", TaxpayerType.SMALL_SCALE, MemberRole.DATA_MERCHANT);
    static final Person PROVIDER = person("provider", TaxpayerType.GENERAL, MemberRole.PROVIDER);
    static final Person ASSESSOR = person("assessor", TaxpayerType.GENERAL, MemberRole.THIRD_PARTY_SERVICE);
    /** Buys little and gets little money, so it may come and go. */
    static final Person GUEST = person("guest", TaxpayerType.GENERAL, MemberRole.DEMANDER);
    static final List<Person> ALL = List.of(BUYER, MERCHANT, PROVIDER, ASSESSOR, GUEST);
    static final List<Person> BUYERS = List.of(BUYER, BUYER, MERCHANT, GUEST);
    static final List<Person> SELLERS = List.of(PROVIDER, MERCHANT);

    private static final List<Integer> FEES = List.of(25_000, 25_000, 0, 333_333, 1_000_000);

    private World() {}

    /**
     * A legal entity.
     *
     * @param name     its name and number
     * @param taxpayer how it is taxed
     * @param role     what it may do
     */
    record Person(String name, TaxpayerType taxpayer, MemberRole role) {

        MemberId id() {
            return new MemberId(uuid("member", name));
        }

        ApplyForMembership application(Instant at) {
            return new ApplyForMembership(id(), name, name, List.of(role), taxpayer, at);
        }
    }

    /** The rules of one history: a fee drawn from usual and extreme ones. */
    static PolicyBook policies(RandomGenerator random) {
        var vat = Map.of(TaxpayerType.GENERAL, new Policy.VatRule("VAT6", new Rate(60_000)),
                TaxpayerType.SMALL_SCALE, new Policy.VatRule("VAT3", new Rate(30_000)));
        var fee = new Rate(FEES.get(random.nextInt(FEES.size())));
        var from = LocalDate.of(2026, 1, 1);
        return new PolicyBook(List.of(new Policy("v1", from, fee, new Rate(60_000), vat, FeeOnRefund.EXCHANGE),
                new Policy("v2", LocalDate.of(2026, 3, 10), new Rate(10_000), new Rate(60_000), vat, FeeOnRefund.PROVIDER)));
    }

    /** An id that derives from a kind and a name. */
    static UUID uuid(String kind, String name) {
        return NameBasedUuid.uuid5(new UUID(0, kind.hashCode()), name);
    }

    private static Person person(String name, TaxpayerType taxpayer, MemberRole role) {
        return new Person(name, taxpayer, role);
    }
}
