package exchange.settlement.domain.filing;

import exchange.settlement.domain.Rejection;
import java.time.LocalDate;

/** The refusals of trade filings. */
final class TradeFilingRejection {

    private TradeFilingRejection() {}

    static Rejection contractUsed(String number) {
        return Rejection.conflict("filing.contract-used",
                "Contract " + number + " of these two members has been filed already. A contract counts once.");
    }

    static Rejection samePartyTwice() {
        return Rejection.unprocessable("filing.same-party", "A member cannot trade with itself. Name two members.");
    }

    static Rejection notYetSigned(LocalDate signedOn, LocalDate today) {
        return Rejection.unprocessable("filing.not-yet-signed",
                "The contract was signed on " + signedOn + ", which is after today, "
                        + today + ". Enter the date on which it was signed.");
    }
}
