package exchange.settlement.app.operations;

import exchange.settlement.app.process.ProcessPosition;
import exchange.settlement.app.process.ProcessRunner;
import exchange.settlement.app.views.Views;
import exchange.settlement.projections.ProjectionState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Health that means something: the log can be written, trades move on, views follow. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    /** A view so far behind is no longer a view of today. */
    private static final long LAG_MOST = 100_000;

    /** The log takes events: the database answers and is no standby that only reads. */
    @Bean
    HealthIndicator eventLogHealthIndicator(JdbcTemplate db) {
        return () -> Boolean.TRUE.equals(db.queryForObject(
                "select not pg_is_in_recovery() and has_table_privilege('event', 'insert')", Boolean.class))
                        ? Health.up().build()
                        : Health.down().withDetail("reason", "the event log cannot be written").build();
    }

    /** Steps are being taken, and no trade waits for an operator. */
    @Bean
    HealthIndicator processesHealthIndicator(ProcessRunner runner, ProcessPosition position) {
        return () -> {
            var stopped = runner.stoppedBecause();
            // A parked trade wants an operator, but the other trades move on: that is not a reason to take the engine out.
            return stopped == null
                    ? Health.up().withDetail("parked", position.parkedCount()).build()
                    : Health.down().withDetail("reason", stopped).build();
        };
    }

    /** Every view follows the log. */
    @Bean
    HealthIndicator viewsHealthIndicator(Views views) {
        return () -> {
            var health = Health.up();
            for (var view : views.status()) {
                health.withDetail(view.name(), view.state().name().toLowerCase(Locale.ROOT) + ", lag " + view.lag());
                if (view.state() == ProjectionState.POISONED || view.lag() > LAG_MOST) {
                    health.down();
                }
            }
            return health.build();
        };
    }

    @Bean
    Object viewMetrics(MeterRegistry metrics, Views views, ProcessPosition position) {
        views.status().forEach(view -> Gauge.builder("settlement.view.lag", views, v -> v.named(view.name()).status().lag())
                .tag("view", view.name()).description("Events that the view has still to digest").register(metrics));
        return Gauge.builder("settlement.process.parked", position, ProcessPosition::parkedCount)
                .description("Events whose trade waits for an operator").register(metrics);
    }
}
