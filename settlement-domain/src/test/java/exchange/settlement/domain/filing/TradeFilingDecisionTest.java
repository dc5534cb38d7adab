package exchange.settlement.domain.filing;

import static exchange.settlement.domain.Samples.BUYER;
import static exchange.settlement.domain.Samples.NOTHING;
import static exchange.settlement.domain.Samples.NOW;
import static exchange.settlement.domain.Samples.PRICE;
import static exchange.settlement.domain.Samples.PROVIDER;
import static exchange.settlement.domain.Samples.members;
import static exchange.settlement.domain.Trial.given;
import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.domain.EveryCommand;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.ShanghaiTime;
import exchange.settlement.domain.filing.TradeFilingCommand.FileTrade;
import exchange.settlement.domain.filing.TradeFilingEvent.TradeFiled;
import exchange.settlement.domain.journal.Journal;
import exchange.settlement.domain.listing.DataOrigin;
import exchange.settlement.domain.listing.ProductType;
import exchange.settlement.domain.listing.Sector;
import exchange.settlement.domain.listing.Territory;
import exchange.settlement.domain.member.MemberEvent.MemberSuspended;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.order.Dimensions;
import exchange.settlement.domain.order.Evidence;
import exchange.settlement.domain.policy.Figures;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TradeFilingDecisionTest {

    @RegisterExtension
    static final EveryCommand EVERY_COMMAND = EveryCommand.of(TradeFilingCommand.class);

    private static final TradeFilingId ID = new TradeFilingId(new UUID(6, 1));
    private static final LocalDate TODAY = ShanghaiTime.dateOf(NOW);
    private static final TradeFiled FILED = new TradeFiled(ID, contract(PROVIDER, BUYER, TODAY),
            new Figures(PRICE, Money.cny(100_000), Money.cny(6_000), NOTHING, NOTHING, PRICE), "v1", "VAT6",
            new Dimensions("base", Dimensions.Channel.FILED, ProductType.REPORT, Sector.COMMERCE, DataOrigin.PUBLIC,
                    Territory.CROSS_BORDER, "scenario", "DEMANDER", "PROVIDER"),
            NOW);

    @Test
    void a_contract_is_filed_once_with_its_vat_and_without_a_fee() {
        given(members()).when(file(PROVIDER, BUYER, TODAY)).then(FILED);
        given(members(), List.of(FILED)).when(file(PROVIDER, BUYER, TODAY)).refuses("filing.contract-used");
        assertThat(Journal.postings(FILED)).isEmpty();
    }

    @Test
    void the_vat_is_that_of_the_day_of_the_signature() {
        given(members()).when(file(PROVIDER, BUYER, LocalDate.of(2025, 12, 31))).refuses("policy.none-in-force");
        given(members()).when(file(PROVIDER, BUYER, TODAY.plusDays(1))).refuses("filing.not-yet-signed");
    }

    @Test
    void both_are_members_that_may_trade() {
        List<SettlementEvent> none = List.of();
        given(none).when(file(PROVIDER, BUYER, TODAY)).refuses("not-found");
        given(members(), List.of(new MemberSuspended(BUYER, null, NOW))).when(file(PROVIDER, BUYER, TODAY))
                .refuses("member.not-admitted");
        given(members()).when(file(BUYER, PROVIDER, TODAY)).refuses("member.role-missing");
        given(members()).when(file(BUYER, BUYER, TODAY)).refuses("filing.same-party");
    }

    private static FileTrade file(MemberId provider, MemberId buyer, LocalDate signedOn) {
        return new FileTrade(ID, contract(provider, buyer, signedOn), NOW);
    }

    private static FiledContract contract(MemberId provider, MemberId buyer, LocalDate signedOn) {
        return new FiledContract(provider, buyer, "HT-1", signedOn, PRICE, "base", ProductType.REPORT, Sector.COMMERCE,
                DataOrigin.PUBLIC, Territory.CROSS_BORDER, "scenario",
                List.of(new Evidence("https://example.com/1", "0".repeat(64))));
    }
}
