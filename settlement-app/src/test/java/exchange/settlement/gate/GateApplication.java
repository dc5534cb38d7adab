package exchange.settlement.gate;

import exchange.settlement.app.security.SecurityConfiguration;
import exchange.settlement.app.web.CommandRequest;
import exchange.settlement.app.web.Cursor;
import exchange.settlement.app.web.Fields;
import exchange.settlement.app.web.KeyReused;
import exchange.settlement.app.web.Overloaded;
import exchange.settlement.app.web.PageBody;
import exchange.settlement.app.web.PreconditionFailed;
import exchange.settlement.app.web.QueryParameters;
import exchange.settlement.app.web.ReadRequest;
import exchange.settlement.app.web.ViewBehind;
import exchange.settlement.app.web.WebConfiguration;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The gate and the conventions with nothing behind them but echoes: no database, no engine. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@Import({SecurityConfiguration.class, WebConfiguration.class, GateApplication.Echo.class})
public class GateApplication {

    enum Word {
        ALPHA, BETA
    }

    /** Stands where the real controllers will stand. */
    @RestController
    static class Echo {

        @PostMapping("/api/v1/orders")
        Map<String, Object> place(CommandRequest command) {
            var body = command.body();
            var answer = new LinkedHashMap<String, Object>();
            answer.put("price", body.money("price", Fields.Sign.POSITIVE));
            answer.put("on", body.date("on"));
            answer.put("buyerId", body.id("buyerId"));
            answer.put("within", body.object("terms").duration("within"));
            body.verify();
            answer.put("key", command.key());
            answer.put("dryRun", command.dryRun());
            command.waitFor().ifPresent(wait -> answer.put("wait", wait));
            command.ifMatch().ifPresent(taken -> answer.put("ifMatch", taken.versions()));
            return answer;
        }

        @PostMapping("/api/v1/orders/{id}/confirm")
        Map<String, Object> confirm(@PathVariable UUID id, CommandRequest command) {
            command.body().verify();
            return Map.of("id", id, "path", command.path());
        }

        @PostMapping("/api/v1/orders/{id}/cancel")
        Map<String, Object> fail(@PathVariable String id, CommandRequest command) {
            throw switch (id) {
                case "not-found" -> Rejection.notFound("The order").asException();
                case "forbidden" -> Rejection.forbidden("member.no-mandate", "Ask for a mandate.").asException();
                case "conflict" -> new CompletionException(Rejection.conflict("order.wrong-status", "Too late.").asException());
                case "unprocessable" -> Rejection.unprocessable("x.y", "Never.").asException();
                case "behind" -> new ViewBehind();
                case "overloaded" -> new Overloaded();
                case "precondition" -> new PreconditionFailed();
                case "reused" -> new KeyReused();
                default -> new IllegalStateException("select secret from java.lang.Hidden");
            };
        }

        @GetMapping("/api/v1/orders")
        @QueryParameters({"from", "word"})
        PageBody list(ReadRequest read) {
            LocalDate from = read.query().has("from") ? read.query().date("from") : LocalDate.EPOCH;
            Word word = read.query().oneOf("word", Word.class, Word.BETA);
            read.query().verify();
            long after = read.cursor().map(Cursor::position).orElse(0L);
            return new PageBody(List.of(from, word, read.limit(), after), read.cursorAfter(after + 3));
        }

        @GetMapping("/api/v1/orders/{id}")
        Map<String, @Nullable Object> one(@PathVariable UUID id, ReadRequest read) {
            var answer = new LinkedHashMap<String, @Nullable Object>();
            answer.put("id", id);
            answer.put("money", Money.cny(106000));
            answer.put("within", Duration.ofDays(1));
            answer.put("at", Instant.EPOCH);
            answer.put("client", read.caller().client());
            return answer;
        }

        /** Nobody entered this one in the table of access. */
        @GetMapping("/api/v1/forgotten")
        String forgotten() {
            return "must never be seen";
        }
    }
}
