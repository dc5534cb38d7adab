package exchange.settlement.app.engine;

import exchange.settlement.domain.Rate;
import exchange.settlement.domain.member.TaxpayerType;
import exchange.settlement.domain.policy.Policy;
import exchange.settlement.domain.policy.PolicyBook;
import exchange.settlement.domain.policy.SettlementTerms;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The fee and VAT policies in force, from the settings {@code settlement.policies}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PolicyConfiguration.Settings.class)
public class PolicyConfiguration {

    /**
     * What the settings hold.
     *
     * @param base        the code of the service base (服务基地) whose engine this is
     * @param bankAccount the supervised account that receipts name by default
     * @param proposalsExpireAfter how long something that needs a second person stays open
     * @param policies    every version of the fee and VAT policy
     */
    @ConfigurationProperties("settlement.exchange")
    public record Settings(String base, String bankAccount, Duration proposalsExpireAfter, List<Version> policies) {}

    /**
     * One version, as it is written in the settings; rates in parts per million.
     *
     * @param version     its name
     * @param validFrom   its first business date
     * @param fee         the exchange's fee, VAT included
     * @param feeVat      the exchange's VAT rate
     * @param feeOnRefund who bears the fee of a refund after settlement
     * @param vat         the VAT rule for each type of taxpayer
     */
    public record Version(String version, LocalDate validFrom, int fee, int feeVat, SettlementTerms.FeeOnRefund feeOnRefund,
            Map<TaxpayerType, Vat> vat) {}

    /**
     * A VAT rule.
     *
     * @param taxCode its name
     * @param rate    in parts per million
     */
    public record Vat(String taxCode, int rate) {}

    @Bean
    PolicyBook policyBook(Settings settings) {
        return new PolicyBook(settings.policies().stream().map(PolicyConfiguration::policy).toList());
    }

    private static Policy policy(Version v) {
        var vat = v.vat().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                rule -> new Policy.VatRule(rule.getValue().taxCode(), new Rate(rule.getValue().rate()))));
        return new Policy(v.version(), v.validFrom(), new Rate(v.fee()), new Rate(v.feeVat()), vat, v.feeOnRefund());
    }
}
