package exchange.settlement.app.startup;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The first steps of a start, in order: the data directory, then the port. The database waits for both. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SettlementProperties.class)
public class StartupConfiguration {

    @Bean
    DataDirectory dataDirectory(SettlementProperties properties) {
        return DataDirectory.open(properties.dataDirectory());
    }

    /** Depends on the data directory because "another engine runs here" explains a taken port better than the port does. */
    @Bean
    FreePort freePort(DataDirectory first, @Value("${server.address:127.0.0.1}") String address,
            @Value("${server.port:8080}") String port) {
        return FreePort.check(address, port);
    }

    @Bean
    ReadyMessage readyMessage(DataDirectory directory) {
        return new ReadyMessage(directory);
    }

    /** On under {@code mvn spring-boot:run}, off for an engine that stands on its own. */
    @Bean
    @ConditionalOnBooleanProperty("settlement.stop-with-parent")
    ParentWatch parentWatch() {
        return new ParentWatch();
    }
}
