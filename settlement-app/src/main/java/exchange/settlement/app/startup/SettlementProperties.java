package exchange.settlement.app.startup;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The engine's own settings that everything else depends on.
 *
 * @param dataDirectory where the engine keeps everything; relative to the working directory unless absolute
 */
@ConfigurationProperties("settlement")
public record SettlementProperties(@DefaultValue("data") Path dataDirectory) {}
