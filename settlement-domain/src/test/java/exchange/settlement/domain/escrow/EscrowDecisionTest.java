package exchange.settlement.domain.escrow;

import static exchange.settlement.domain.Samples.NOTHING;
import static exchange.settlement.domain.Samples.NOW;
import static exchange.settlement.domain.Samples.ORDER;
import static exchange.settlement.domain.Samples.PARTIES;
import static exchange.settlement.domain.Samples.PRICE;
import static exchange.settlement.domain.Samples.terms;
import static exchange.settlement.domain.Trial.given;

import exchange.settlement.domain.EveryCommand;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.escrow.EscrowCommand.CloseEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.FundEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.OpenEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.RefundEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.ReleaseEscrow;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowClosed;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowFunded;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowOpened;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowRefunded;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowReleased;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EscrowDecisionTest {

    @RegisterExtension
    static final EveryCommand EVERY_COMMAND = EveryCommand.of(EscrowCommand.class);

    private static final Money PART = Money.cny(60_000);
    private static final Money REST = PRICE.minus(PART);
    private static final EscrowEvent OPENED = new EscrowOpened(ORDER, PARTIES, terms(PRICE), NOW);
    private static final List<EscrowEvent> OPEN = List.of(OPENED);
    private static final List<EscrowEvent> FUNDED = List.of(OPENED, new EscrowFunded(ORDER, PRICE, NOW));
    private static final EscrowReleased PART_RELEASED = new EscrowReleased(ORDER, PARTIES, terms(PRICE).part(NOTHING, PART), NOW);
    private static final EscrowRefunded REST_REFUNDED = new EscrowRefunded(ORDER, PARTIES, REST, NOW);
    private static final EscrowClosed CLOSED = new EscrowClosed(ORDER, NOW);

    @Test
    void an_escrow_is_opened_once_with_the_terms_of_the_order() {
        var open = new OpenEscrow(ORDER, PARTIES, terms(PRICE), NOW);
        given().when(open).then(OPENED);
        given(OPEN).when(open).changesNothing();
    }

    @Test
    void exactly_the_price_comes_in_and_only_once() {
        given(OPEN).when(new FundEscrow(ORDER, PRICE, NOW)).then(new EscrowFunded(ORDER, PRICE, NOW));
        given(OPEN).when(new FundEscrow(ORDER, PART, NOW)).refuses("escrow.not-the-price");
        given(FUNDED).when(new FundEscrow(ORDER, PRICE, NOW)).refuses("escrow.wrong-status");
        given().when(new FundEscrow(ORDER, PRICE, NOW)).refuses("not-found");
    }

    @Test
    void releasing_everything_pays_by_the_terms_and_closes() {
        given(FUNDED).when(new ReleaseEscrow(ORDER, PRICE, NOW))
                .then(new EscrowReleased(ORDER, PARTIES, terms(PRICE).whole(), NOW), CLOSED);
    }

    @Test
    void a_part_that_leaves_keeps_the_rest() {
        given(FUNDED).when(new ReleaseEscrow(ORDER, PART, NOW)).then(PART_RELEASED);
        given(FUNDED, List.of(PART_RELEASED)).when(new RefundEscrow(ORDER, REST, NOW)).then(REST_REFUNDED, CLOSED);
        given(FUNDED).when(new RefundEscrow(ORDER, REST, NOW)).then(REST_REFUNDED);
        given(FUNDED, List.of(REST_REFUNDED)).when(new ReleaseEscrow(ORDER, PART, NOW)).then(PART_RELEASED, CLOSED);
    }

    @Test
    void a_second_release_gets_what_the_terms_say_of_both_together() {
        given(FUNDED, List.of(PART_RELEASED)).when(new ReleaseEscrow(ORDER, REST, NOW))
                .then(new EscrowReleased(ORDER, PARTIES, terms(PRICE).whole().minus(PART_RELEASED.part()), NOW), CLOSED);
    }

    @Test
    void no_more_leaves_than_is_held() {
        for (var amount : List.of(PRICE.plus(Money.cny(1)), NOTHING, Money.cny(-1))) {
            given(FUNDED).when(new ReleaseEscrow(ORDER, amount, NOW)).refuses("escrow.exceeds-held");
            given(FUNDED).when(new RefundEscrow(ORDER, amount, NOW)).refuses("escrow.exceeds-held");
        }
        given(FUNDED, List.of(PART_RELEASED)).when(new RefundEscrow(ORDER, PRICE, NOW)).refuses("escrow.exceeds-held");
    }

    @Test
    void nothing_leaves_before_it_came_or_after_it_went() {
        given(OPEN).when(new ReleaseEscrow(ORDER, PRICE, NOW)).refuses("escrow.wrong-status");
        given(OPEN).when(new RefundEscrow(ORDER, PRICE, NOW)).refuses("escrow.wrong-status");
        given(FUNDED, List.of(PART_RELEASED, REST_REFUNDED, CLOSED)).when(new ReleaseEscrow(ORDER, PART, NOW))
                .refuses("escrow.wrong-status");
        given().when(new ReleaseEscrow(ORDER, PRICE, NOW)).refuses("not-found");
        given().when(new RefundEscrow(ORDER, PRICE, NOW)).refuses("not-found");
    }

    @Test
    void an_empty_escrow_closes_once_and_one_that_holds_money_never() {
        given(OPEN).when(new CloseEscrow(ORDER, NOW)).then(CLOSED);
        given(OPEN, List.of(CLOSED)).when(new CloseEscrow(ORDER, NOW)).changesNothing();
        given().when(new CloseEscrow(ORDER, NOW)).changesNothing();
        given(FUNDED).when(new CloseEscrow(ORDER, NOW)).refuses("escrow.wrong-status");
    }
}
