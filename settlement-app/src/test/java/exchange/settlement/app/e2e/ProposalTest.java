package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import exchange.settlement.app.e2e.Market.Balances;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What needs two people: one asks, another decides, and what was agreed is done once or not at all. */
@ExtendWith(SharedEngine.class)
class ProposalTest {

    private static final String APPROVER = "approver";

    private final Market market;
    private final TwoPeople people;

    ProposalTest(Market market) {
        this.market = market;
        people = new TwoPeople(market);
    }

    @Test
    void nothing_happens_before_a_second_person_approves() {
        var stall = market.stall(106_000, 106_000);
        var order = disputed(stall.listing(), stall.buyer());
        var asked = people.award(order, 53_000, 53_000).send().expect(201);
        assertThat(asked.header("Location")).hasValue(TwoPeople.path(asked.id()));
        assertThat(asked.state()).isEqualTo("OPEN");
        assertThat(state(Market.orderPath(order))).isEqualTo("DISPUTED");

        var read = market.engine().get(APPROVER, TwoPeople.path(asked.id())).expect(200);
        assertThat(read.text("reason")).isEqualTo("裁决");
        assertThat(read.json().get("action").get("orderId").asString()).isEqualTo(order);
        assertThat(market.engine().get(APPROVER, "/api/v1/proposals?status=OPEN&limit=500&atLeast=" + asked.position())
                .expect(200).items()).extracting(item -> item.get("id").asString()).contains(asked.id());

        var approved = people.approval(asked).waiting().send().expect(200);
        assertThat(approved.state()).isEqualTo("EXECUTED");
        await().until(() -> state(Market.orderPath(order)).equals("SETTLED"));
        assertThat(market.balances(stall.buyer())).isEqualTo(new Balances(53_000, 0));
        var history = market.engine().get("support", Market.orderPath(order) + "/history?atLeast=" + approved.position())
                .expect(200).items();
        assertThat(history).extracting(step -> step.get("type").asString()).containsSubsequence("order.disputed",
                "proposal.made", "proposal.approved", "order.awarded");
    }

    @Test
    void what_is_refused_anyway_is_not_put_to_anybody() {
        var stall = market.stall(106_000, 106_000);
        var order = market.delivered(stall);
        people.award(order, 106_000, 0).send().refused(409, "order.wrong-status");
        people.mandate(stall.buyer(), Market.MARKETPLACE, "BUY", "SELL", "ACCEPT", "PAY_OUT").send().refused(409,
                "member.mandate-unchanged");
    }

    @Test
    void it_lapses_when_its_ground_has_moved() {
        var stall = market.stall(106_000, 106_000);
        var order = disputed(stall.listing(), stall.buyer());
        var one = people.award(order, 106_000, 0).send().expect(201);
        var other = people.award(order, 0, 106_000).send().expect(201);
        assertThat(people.approval(one).waiting().send().expect(200).state()).isEqualTo("EXECUTED");
        await().until(() -> state(Market.orderPath(order)).equals("SETTLED"));
        people.approval(other).waiting().send().refused(409, "proposal.lapsed");
        var lapsed = market.engine().get(APPROVER, TwoPeople.path(other.id())).expect(200);
        assertThat(lapsed.state()).isEqualTo("LAPSED");
        assertThat(lapsed.text("lapsedBecause")).isEqualTo("proposal.ground-moved");
        assertThat(market.balances(stall.provider())).isEqualTo(new Balances(103_350, 0));
    }

    @Test
    void of_two_proposals_approved_at_once_one_is_carried_out() {
        var stall = market.stall(106_000, 106_000);
        var order = disputed(stall.listing(), stall.buyer());
        var proposals = List.of(people.award(order, 106_000, 0).send().expect(201),
                people.award(order, 0, 106_000).send().expect(201));
        proposals.forEach(asked -> people.approval(asked).send().expect(200));
        await().untilAsserted(() -> assertThat(proposals.stream().map(p -> state(TwoPeople.path(p.id()))))
                .containsExactlyInAnyOrder("EXECUTED", "LAPSED"));
    }

    @Test
    void a_repeated_request_gets_its_proposal_again_even_when_all_is_done() {
        var stall = market.stall(106_000, 106_000);
        var order = disputed(stall.listing(), stall.buyer());
        var key = Market.key();
        var asked = people.award(order, 106_000, 0).key(key).send().expect(201);
        people.approval(asked).waiting().send().expect(200);
        var again = people.award(order, 106_000, 0).key(key).send().expect(201);
        assertThat(again.replayed()).isTrue();
        assertThat(again.id()).isEqualTo(asked.id());
        assertThat(again.state()).isEqualTo("OPEN");
        people.award(order, 0, 106_000).key(key).send().refused(422, "idempotency.key-reused");
    }

    @Test
    void it_is_declined_with_a_reason_or_withdrawn_by_whoever_asked() {
        var member = market.member("DEMANDER");
        var declined = people.mandate(member, "shop", "BUY").send().expect(201);
        var path = TwoPeople.path(declined.id());
        market.engine().command(APPROVER, path + "/decline").send().refused(400, "request.invalid");
        assertThat(market.engine().command(APPROVER, path + "/decline").body(Map.of("reason", "材料不全")).send().expect(200)
                .state()).isEqualTo("DECLINED");
        assertThat(market.engine().get("support", path).expect(200).text("decisionReason")).isEqualTo("材料不全");
        people.approval(declined).send().refused(409, "proposal.wrong-status");
        var withdrawn = people.mandate(member, "shop", "SELL").send().expect(201);
        assertThat(market.engine().command(Market.OPERATOR, TwoPeople.path(withdrawn.id()) + "/withdraw").send()
                .expect(200).state()).isEqualTo("WITHDRAWN");
    }

    @Test
    void whoever_asks_neither_approves_nor_takes_back_what_another_asked() {
        var asked = people.mandate(market.member("DEMANDER"), "shop", "BUY").send().expect(201);
        var path = TwoPeople.path(asked.id());
        market.engine().command(Market.OPERATOR, path + "/approve").body(Map.of("digest", asked.text("digest"))).send()
                .refused(403, "auth.forbidden");
        market.engine().command(SharedEngine.NIGHT_DESK, path + "/withdraw").send().refused(403, "proposal.not-yours");
        assertThat(state(path)).isEqualTo("OPEN");
    }

    @Test
    void what_is_approved_is_what_was_read() {
        var member = market.member("DEMANDER");
        var asked = people.mandate(member, "shop", "BUY").send().expect(201);
        var other = "sha256:" + "0".repeat(64);
        market.engine().command(APPROVER, TwoPeople.path(asked.id()) + "/approve").body(Map.of("digest", other)).send()
                .refused(409, "proposal.other-digest");
        market.engine().command(APPROVER, TwoPeople.path(asked.id()) + "/approve").body(Map.of("digest", "x")).send()
                .refused(400, "request.invalid");
        assertThat(state(TwoPeople.path(asked.id()))).isEqualTo("OPEN");
    }

    private String disputed(String listing, String buyer) {
        var order = market.deliver(market.fund(market.confirm(market.order(listing, buyer).send().expect(201).id())));
        market.step(order, "dispute").body(Map.of("reason", "数据不符")).send().expect(200);
        return order;
    }

    private String state(String path) {
        return market.engine().get(Market.OPERATOR, path).expect(200).state();
    }
}
