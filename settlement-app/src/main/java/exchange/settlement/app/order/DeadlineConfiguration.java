package exchange.settlement.app.order;

import exchange.eventstore.GaplessEventStorageEngine;
import exchange.settlement.app.command.Commands;
import exchange.settlement.app.views.Views;
import exchange.settlement.projections.order.DueDeadlines;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The poller of due deadlines. */
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

    @Bean
    DeadlinePoller deadlinePoller(DueDeadlines deadlines, Views views, GaplessEventStorageEngine log, Commands commands,
            Supplier<Instant> now) {
        return new DeadlinePoller(deadlines, views, log, commands, now);
    }
}
