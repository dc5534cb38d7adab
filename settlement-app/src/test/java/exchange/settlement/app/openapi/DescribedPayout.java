package exchange.settlement.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.app.openapi.DescribedClient.Answer;
import exchange.settlement.domain.ShanghaiTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A payout with every step that it can take, each request and answer as the document says. */
final class DescribedPayout {

    private static final Map<String, String> WAITING = Map.of("Prefer", "wait=20");

    private final DescribedClient client;

    DescribedPayout(DescribedClient client) {
        this.client = client;
    }

    /** Pays a member that has money one yuan out, which comes back. */
    void pay(String member) throws Exception {
        setPayeeAccount(member);
        var asked = client.post("marketplace", "/api/v1/members/" + member + "/payouts",
                "{\"amount\":{\"amount\":\"100\",\"currency\":\"CNY\"},\"reference\":\"W-1\"}", 201, WAITING);
        assertThat(asked.text("/status")).isEqualTo("READY");
        client.get("bank", "/api/v1/bank/payouts?limit=5&atLeast=" + asked.text("/position"), 200);
        var path = "/api/v1/bank/payouts/" + asked.text("/id");
        step(path + "/send", "{}", "SENT");
        step(path + "/unknown", null, "UNKNOWN");
        assertThat(client.post("bank", path + "/send", "{}", 409, Map.of()).text("/code")).isEqualTo("outcome.unknown");
        var today = ShanghaiTime.dateOf(Instant.now());
        step(path + "/confirm", "{\"bankReference\":\"B-1\",\"valueDate\":\"%s\"}".formatted(today), "CONFIRMED");
        client.get("support", "/api/v1/payouts/" + asked.text("/id"), 200);
        var back = step(path + "/return", "{\"reason\":\"退汇\",\"valueDate\":\"%s\"}".formatted(today), "RETURNED");
        for (var list : List.of("payouts?status=RETURNED", "payee-accounts?limit=5")) {
            var listed = client.get("operator",
                    "/api/v1/members/" + member + "/" + list + "&atLeast=" + back.text("/position"), 200);
            assertThat(listed.body().get("items")).isNotEmpty();
        }
        client.get("marketplace", "/api/v1/payouts/" + asked.text("/id"), 200);
    }

    private void setPayeeAccount(String member) throws Exception {
        var name = client.get("operator", "/api/v1/members/" + member, 200).text("/legalName");
        var asked = client.post("operator", "/api/v1/members/" + member + "/payee-accounts", """
                {"currency":"CNY","bankCode":"102100099996","accountNumber":"6222020200012344321","accountName":"%s",\
                "reason":"开户证明"}""".formatted(name), 201, Map.of());
        var proposal = "/api/v1/proposals/" + asked.text("/id");
        var digest = client.get("approver", proposal, 200).text("/digest");
        assertThat(client.post("approver", proposal + "/approve", "{\"digest\":\"" + digest + "\"}", 200, WAITING)
                .text("/status")).isEqualTo("EXECUTED");
    }

    private Answer step(String path, @Nullable String body, String status) throws Exception {
        var answer = client.post("bank", path, body, 200, WAITING);
        assertThat(answer.text("/status")).isEqualTo(status);
        return answer;
    }
}
