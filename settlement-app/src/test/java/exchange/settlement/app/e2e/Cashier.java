package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.awaitility.Awaitility;

/** The way of a member's money out of the exchange, each step checked. Amounts are in fen. */
final class Cashier {

    static final String NUMBER = "6222020200012344321";

    private final Market market;
    private final Engine engine;

    Cashier(Market market) {
        this.market = market;
        this.engine = market.engine();
    }

    /** A member with money and an agreed payee account. */
    String payable(long money) {
        var member = market.member("DEMANDER");
        if (money > 0) {
            market.receipt(member, money);
        }
        new TwoPeople(market).agree(payee(member, NUMBER, name(member)));
        return member;
    }

    String name(String member) {
        return engine.get(Market.OPERATOR, Market.memberPath(member)).expect(200).text("legalName");
    }

    Engine.Command payee(String member, String number, String name) {
        return engine.command(Market.OPERATOR, Market.memberPath(member) + "/payee-accounts").body(Map.of("currency", "CNY",
                "bankCode", "102100099996", "accountNumber", number, "accountName", name, "reason", "开户证明"));
    }

    Engine.Command payout(String client, String member, long fen) {
        return engine.command(client, Market.memberPath(member) + "/payouts")
                .body(Map.of("amount", Market.cny(fen), "reference", "W-1", "reason", "出金"));
    }

    /** A payout that the bank can send. */
    String ready(String member, long fen) {
        var asked = payout(Market.MARKETPLACE, member, fen).waiting().send().expect(201);
        assertThat(asked.state()).isEqualTo("READY");
        return asked.id();
    }

    String sent(String member, long fen) {
        var payout = ready(member, fen);
        assertThat(tell(payout, "send").send().expect(200).state()).isEqualTo("SENT");
        return payout;
    }

    String confirmed(String member, long fen) {
        var payout = sent(member, fen);
        assertThat(confirm(payout, Market.key()).send().expect(200).state()).isEqualTo("CONFIRMED");
        return payout;
    }

    /** A step of the bank that needs no words. */
    Engine.Command tell(String payout, String step) {
        return engine.command("bank", "/api/v1/bank/payouts/" + payout + "/" + step);
    }

    Engine.Command confirm(String payout, String reference) {
        return tell(payout, "confirm").body(Map.of("bankReference", reference, "valueDate", Market.today().toString()));
    }

    Engine.Command giveBack(String payout) {
        return tell(payout, "return").body(Map.of("reason", "账户不存在", "valueDate", Market.today().toString()));
    }

    Answer read(String payout) {
        return engine.get(Market.OPERATOR, "/api/v1/payouts/" + payout).expect(200);
    }

    void awaitAvailable(String member, long fen) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(market.balances(member)).isEqualTo(new Market.Balances(fen, 0)));
    }

    /** What an account of the journal, to which only the CNY of this test go, holds now. */
    long held(String account) {
        return engine.get(Market.OPERATOR, "/api/v1/journal?limit=500&account=" + account + "&atLeast=" + engine.head())
                .expect(200).items().stream().flatMap(entry -> entry.get("legs").values().stream())
                .filter(leg -> leg.get("account").asString().equals(account)).mapToLong(leg -> Answer.fen(leg.get("amount")))
                .sum();
    }
}
