package exchange.settlement.app.startup;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The engine's own settings that everything else depends on.
 *
 * @param dataDirectory  where the engine keeps everything; relative to the working directory unless absolute
 * @param stopWithParent whether to stop when the process that started this one ends: what {@code mvn spring-boot:run} wants,
 *                       since a killed Maven cannot stop its engine
 */
@ConfigurationProperties("settlement")
public record SettlementProperties(@DefaultValue("data") Path dataDirectory,
        @DefaultValue("false") boolean stopWithParent) {}
