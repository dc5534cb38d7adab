package exchange.settlement.app.operations;

import exchange.settlement.app.process.DeadLetters;
import exchange.settlement.app.process.ProcessRunner;
import exchange.settlement.app.views.Views;
import exchange.settlement.projections.ProjectionState;
import exchange.settlement.projections.ProjectionStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Health that means something: the log can be written, trades move on, views follow. Strangers see the status, operators the
 * details, which quote no cause: the log has it.
 */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(HealthConfiguration.class);

    /** A view so far behind is no longer a view of today. */
    private static final long LAG_MOST = 100_000;

    /** The log takes events: the database answers and is no standby that only reads. */
    @Bean
    HealthIndicator eventLogHealthIndicator(JdbcTemplate db) {
        return answering(() -> Boolean.TRUE.equals(db.queryForObject(
                "select not pg_is_in_recovery() and has_table_privilege('event', 'insert')", Boolean.class))
                        ? Health.up().withDetail("writable", true).build()
                        : Health.down().withDetail("writable", false).build());
    }

    /** Steps are being taken, and how much waits for an operator. */
    @Bean
    HealthIndicator processesHealthIndicator(ProcessRunner runner, DeadLetters letters) {
        return answering(() -> {
            // A parked trade wants an operator, but the other trades move on: that is not a reason to take the engine out.
            var health = Health.up().withDetail("parked", letters.count());
            return runner.stoppedBecause() == null
                    ? health.build()
                    : health.down().withDetail("reason", "The processes stand still; the engine's log says why.").build();
        });
    }

    /** Every view follows the log. */
    @Bean
    HealthIndicator viewsHealthIndicator(Views views) {
        return answering(() -> {
            var health = Health.up();
            for (var view : views.status()) {
                health.withDetail(view.name(), view.state().name().toLowerCase(Locale.ROOT) + ", lag " + view.lag());
                if (standsOrLags(view)) {
                    health.down();
                }
            }
            return health.build();
        });
    }

    @Bean
    Object viewMetrics(MeterRegistry metrics, Views views, DeadLetters letters) {
        views.status().forEach(view -> Gauge.builder("settlement.view.lag", views, v -> v.named(view.name()).status().lag())
                .tag("view", view.name()).description("Events that the view has still to digest").register(metrics));
        return Gauge.builder("settlement.process.parked", letters, DeadLetters::count)
                .description("Events whose trade waits for an operator").register(metrics);
    }

    private static boolean standsOrLags(ProjectionStatus view) {
        return view.state() == ProjectionState.POISONED || view.lag() > LAG_MOST;
    }

    /** Down when it cannot be found out. */
    private static HealthIndicator answering(Supplier<Health> found) {
        return () -> {
            try {
                return found.get();
            } catch (RuntimeException unanswered) {
                LOG.warn("Health cannot be found out", unanswered);
                return Health.down().withDetail("reason", "The database does not answer; the engine's log says why.").build();
            }
        };
    }
}
