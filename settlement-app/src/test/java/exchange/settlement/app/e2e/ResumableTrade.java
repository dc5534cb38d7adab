package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.app.e2e.Market.Stall;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A trade that remembers how far its steps have been acknowledged, so that it can be taken up again on a restarted engine: what was
 * not acknowledged is sent again with the same key.
 */
final class ResumableTrade {

    /** What a marketplace sends, and the status that each acknowledgement promises. */
    private static final List<String> STEPS = List.of("place", "confirm", "fund", "deliver", "accept");
    private static final List<String> PROMISED = List.of("PLACED", "CONFIRMED", "FUNDED", "DELIVERED", "SETTLED");
    private static final List<String> STATES = List.of("PLACED", "CONFIRMED", "FUNDING", "FUNDED", "DELIVERED", "ACCEPTED",
            "SETTLED");

    static final long PRICE = 106_000;

    private final String id = UUID.randomUUID().toString();
    private final Map<String, Object> purchase;
    private final Stall stall;
    private String receipt = "";
    private String order = "";
    private int acknowledged;

    ResumableTrade(Market market, Stall stall) {
        this.stall = stall;
        this.purchase = market.purchase(stall.listing(), stall.buyer());
    }

    boolean done() {
        return !receipt.isEmpty() && acknowledged == STEPS.size();
    }

    /**
     * Takes the next step.
     *
     * @return whether the engine took it; false when it said that it is not available
     * @throws Engine.Unanswered when no answer came
     */
    boolean step(Market market) {
        var answer = command(market).send();
        if (answer.status() == 503) {
            return false;
        }
        if (receipt.isEmpty()) {
            receipt = answer.expect(201).id();
            return true;
        }
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
        assertThat(answer.state()).isEqualTo(PROMISED.get(acknowledged));
        order = answer.id();
        acknowledged++;
        return true;
    }

    private Engine.Command command(Market market) {
        if (receipt.isEmpty()) {
            return market.bankEntry(id, stall.buyer(), PRICE).key(id);
        }
        var step = STEPS.get(acknowledged);
        var command = switch (step) {
            case "place" -> market.order(purchase);
            case "deliver" -> market.step(order, step).body(Market.evidence());
            default -> market.step(order, step);
        };
        return command.key(id + "/" + step).waiting();
    }

    /** Checks that the engine knows at least what it has acknowledged. */
    void assertKept(Market market) {
        if (!receipt.isEmpty()) {
            assertThat(market.engine().get("bank", "/api/v1/bank/receipts/" + receipt).expect(200).fen("amount"))
                    .isEqualTo(PRICE);
        }
        if (acknowledged > 0) {
            var state = market.order(order).expect(200).state();
            assertThat(STATES.indexOf(state)).as("order " + order + " is " + state + ", but " + PROMISED.get(acknowledged - 1)
                    + " was acknowledged").isGreaterThanOrEqualTo(STATES.indexOf(PROMISED.get(acknowledged - 1)));
        }
    }
}
