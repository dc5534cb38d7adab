package exchange.settlement.app.e2e;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;

/** An operator who asks and an approver who decides, on a market. */
record TwoPeople(Market market) {

    Engine.Command award(String order, long toProvider, long toBuyer) {
        return market.engine().command(Market.OPERATOR, "/api/v1/orders/" + order + "/award")
                .body(Map.of("toProvider", Market.cny(toProvider), "toBuyer", Market.cny(toBuyer), "reason", "裁决"));
    }

    /** Asked for and approved; returns the order when it has come to rest. */
    Answer awarded(String order, long toProvider, long toBuyer) {
        agree(award(order, toProvider, toBuyer));
        await().until(() -> List.of("SETTLED", "REFUNDED")
                .contains(market.engine().get(Market.OPERATOR, Market.orderPath(order)).state()));
        return market.engine().get(Market.OPERATOR, Market.orderPath(order));
    }

    Engine.Command mandate(String member, String mandated, String... scopes) {
        return market.engine().command(Market.OPERATOR, Market.memberPath(member) + "/mandates")
                .body(Map.of("client", mandated, "scopes", List.of(scopes), "reason", "委托"));
    }

    /** The operator asks, the approver agrees, and it is done. */
    Answer agree(Engine.Command request) {
        var asked = request.send().expect(201);
        return approval(asked).waiting().send().expect(200);
    }

    Engine.Command approval(Answer asked) {
        return market.engine().command("approver", path(asked.id()) + "/approve").body(Map.of("digest", asked.text("digest")));
    }

    static String path(String proposal) {
        return "/api/v1/proposals/" + proposal;
    }
}
