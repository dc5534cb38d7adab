package exchange.settlement.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import exchange.settlement.app.SettlementApplication;
import exchange.settlement.app.TestPostgres;
import exchange.settlement.app.TestPostgres.FreshDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

class ExternalDatabaseTest {

    @Test
    void a_configured_database_takes_the_place_of_the_embedded_one() {
        FreshDatabase database = TestPostgres.freshDatabase();
        try (ConfigurableApplicationContext engine = new SpringApplicationBuilder(SettlementApplication.class)
                .run(database.springArguments())) {
            assertThat(engine.getBeansOfType(EmbeddedPostgres.class)).isEmpty();
            assertThat(engine.getBean(HikariDataSource.class).getMaximumPoolSize()).isEqualTo(24);
            JdbcTemplate jdbc = engine.getBean(JdbcTemplate.class);
            assertThat(jdbc.queryForObject("SELECT current_user", String.class)).isEqualTo("settlement");
            assertThat(jdbc.queryForObject("SHOW transaction_isolation", String.class)).isEqualTo("read committed");
            assertThat(jdbc.queryForObject("SELECT tableowner FROM pg_tables WHERE tablename = 'flyway_schema_history'",
                    String.class)).isEqualTo("settlement_owner");
        }
    }
}
