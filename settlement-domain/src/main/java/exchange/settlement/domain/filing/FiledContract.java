package exchange.settlement.domain.filing;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.listing.DataOrigin;
import exchange.settlement.domain.listing.ProductType;
import exchange.settlement.domain.listing.Sector;
import exchange.settlement.domain.listing.Territory;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.order.Evidence;
import java.time.LocalDate;
import java.util.List;

/**
 * A contract as it is filed.
 *
 * @param provider    the member that sold
 * @param buyer       the member that bought
 * @param number      the number that the parties gave their contract
 * @param signedOn    the date of its signature
 * @param amount      the whole price, VAT included; more than zero
 * @param base        the service base where it is filed
 * @param productType what was sold
 * @param sector      where it is used
 * @param origin      whose data it is made of
 * @param territory   domestic or cross-border
 * @param scenario    what it is used for
 * @param evidence    the contract and whatever else proves the trade; at least one
 */
public record FiledContract(MemberId provider, MemberId buyer, String number, LocalDate signedOn, Money amount, String base,
        ProductType productType, Sector sector, DataOrigin origin, Territory territory, String scenario,
        List<Evidence> evidence) {

    public FiledContract {
        evidence = List.copyOf(evidence);
    }
}
