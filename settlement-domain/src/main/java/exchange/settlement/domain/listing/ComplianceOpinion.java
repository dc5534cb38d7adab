package exchange.settlement.domain.listing;

import exchange.settlement.domain.TextId;
import exchange.settlement.domain.member.MemberId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a third party found of a listing's compliance (合规评估).
 *
 * @param number     counts the opinions of the listing from 1
 * @param conclusion what was found
 * @param issuedBy   the third-party member who stands for it
 * @param expiresOn  the last business date on which it holds
 * @param conditions names the text of conditions, if any
 */
public record ComplianceOpinion(int number, Conclusion conclusion, MemberId issuedBy, LocalDate expiresOn,
        @Nullable TextId conditions) {

    /** What an assessor can find. */
    public enum Conclusion {
        PASS, FAIL
    }

    /** Whether the opinion lets the listing trade on a business date. */
    public boolean holdsOn(LocalDate date) {
        return conclusion == Conclusion.PASS && !date.isAfter(expiresOn);
    }
}
