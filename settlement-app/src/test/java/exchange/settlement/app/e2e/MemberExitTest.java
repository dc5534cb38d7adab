package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.app.e2e.Market.Balances;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Members that leave, and members that are suspended. */
@ExtendWith(SharedEngine.class)
class MemberExitTest {

    private final Market market;

    MemberExitTest(Market market) {
        this.market = market;
    }

    @Test
    void nobody_leaves_with_money_on_the_account() {
        var member = market.member("DEMANDER");
        market.receipt(member, 1);
        market.memberStep(member, "exit").waiting().send().refused(409, "account.holds-money");
        assertState(member, "ADMITTED");
        market.receipt(member, 1);
        assertThat(market.balances(member)).isEqualTo(new Balances(2, 0));
    }

    @Test
    void nobody_leaves_with_an_open_order() {
        var stall = market.stall(106_000, 0);
        var order = market.placed(stall);
        for (var party : List.of(stall.buyer(), stall.provider())) {
            market.memberStep(party, "exit").waiting().send().refused(409, "account.open-orders");
            assertState(party, "ADMITTED");
        }
        market.step(order, "cancel").send().expect(200);
        for (var party : List.of(stall.buyer(), stall.provider())) {
            assertThat(market.memberStep(party, "exit").waiting().send().expect(200).state()).isEqualTo("EXITED");
        }
    }

    @Test
    void a_leaving_member_is_paid_before_it_is_gone_or_not_at_all() {
        for (int n = 0; n < 8; n++) {
            var member = market.member("DEMANDER");
            var answers = Race.of(runner -> runner == 0
                    ? market.memberStep(member, "exit").waiting()
                    : market.bankEntry(Market.key(), member, 1));
            var state = market.engine().get(Market.OPERATOR, Market.memberPath(member)).state();
            boolean paid = Race.count(answers, 201) > 0;
            assertThat(state).as(answers.toString()).isEqualTo(paid ? "ADMITTED" : "EXITED");
            assertThat(answers.getFirst().status()).as(answers.toString()).isEqualTo(paid ? 409 : 200);
        }
    }

    @Test
    void who_has_left_neither_trades_nor_is_paid() {
        var stall = market.stall(106_000, 0);
        var left = market.memberStep(stall.buyer(), "exit").body(Map.of("reason", "退出")).waiting().send().expect(200);
        assertThat(left.state()).isEqualTo("EXITED");
        market.order(stall.listing(), stall.buyer()).send().refused(409, "member.not-admitted");
        market.bankEntry(Market.key(), stall.buyer(), 1).send().refused(409, "member.not-admitted");
        market.memberStep(stall.buyer(), "exit").send().refused(409, "member.wrong-status");
    }

    @Test
    void a_suspended_member_begins_nothing_but_finishes_what_runs() {
        var stall = market.stall(106_000, 212_000);
        var order = market.confirm(market.placed(stall));
        for (var party : List.of(stall.buyer(), stall.provider())) {
            market.memberStep(party, "suspend").body(Map.of("reason", "调查")).send().expect(200);
        }
        market.order(stall.listing(), stall.buyer()).send().refused(409, "member.not-admitted");
        market.accept(market.deliver(market.fund(order)));
        assertThat(market.balances(stall.provider())).isEqualTo(new Balances(103_350, 0));
        for (var party : List.of(stall.buyer(), stall.provider())) {
            market.memberStep(party, "reinstate").send().expect(200);
        }
        market.placed(stall);
    }

    private void assertState(String member, String state) {
        assertThat(market.engine().get(Market.OPERATOR, Market.memberPath(member)).expect(200).state()).isEqualTo(state);
    }
}
