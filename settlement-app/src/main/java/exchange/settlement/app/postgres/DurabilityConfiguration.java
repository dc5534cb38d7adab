package exchange.settlement.app.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Asks whichever database the engine was given, before anyone is served, whether it keeps what it acknowledges. */
@Configuration(proxyBeanMethods = false)
public class DurabilityConfiguration {

    @Bean
    InitializingBean durabilityCheck(DataSource dataSource) {
        return () -> check(dataSource);
    }

    private static void check(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Durability.require(connection);
        }
    }
}
