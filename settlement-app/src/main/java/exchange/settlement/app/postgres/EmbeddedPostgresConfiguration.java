package exchange.settlement.app.postgres;

import exchange.settlement.app.startup.DataDirectory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/**
 * The embedded server, unless {@code spring.datasource.url} names another. It only says how to connect: pool and migrations
 * are Spring Boot's own and the same for either database, and Spring closes them before the server, on which they depend.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", havingValue = "embedded", matchIfMissing = true)
public class EmbeddedPostgresConfiguration {

    @Bean
    @DependsOn("freePort")
    EmbeddedPostgres embeddedPostgres(DataDirectory directory,
            @Value("${settlement.postgres.programs-directory:#{null}}") @Nullable Path programs) {
        return EmbeddedPostgres.start(directory, programs == null ? EmbeddedPostgres.home(directory) : programs);
    }

    @Bean
    JdbcConnectionDetails applicationConnection(EmbeddedPostgres postgres) {
        return new ApplicationConnection(postgres.application());
    }

    @Bean
    FlywayConnectionDetails ownerConnection(EmbeddedPostgres postgres) {
        return new OwnerConnection(postgres.owner());
    }

    private record ApplicationConnection(DatabaseLogin login) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return login.username();
        }

        @Override
        public String getPassword() {
            return login.password();
        }

        @Override
        public String getJdbcUrl() {
            return login.jdbcUrl();
        }
    }

    private record OwnerConnection(DatabaseLogin login) implements FlywayConnectionDetails {
        @Override
        public String getUsername() {
            return login.username();
        }

        @Override
        public String getPassword() {
            return login.password();
        }

        @Override
        public String getJdbcUrl() {
            return login.jdbcUrl();
        }
    }
}
