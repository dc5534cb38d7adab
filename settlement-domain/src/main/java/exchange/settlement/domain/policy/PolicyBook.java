package exchange.settlement.domain.policy;

import exchange.settlement.domain.Rejection;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * All versions of the policy, in the order of their dates.
 *
 * @param versions at least one, no two from the same date
 */
public record PolicyBook(List<Policy> versions) {

    public PolicyBook {
        versions = versions.stream().sorted(Comparator.comparing(Policy::validFrom)).toList();
        if (versions.stream().map(Policy::validFrom).distinct().count() != versions.size()) {
            throw new IllegalArgumentException("Two versions of the policy begin on one date");
        }
    }

    /** The version in force on a business date. Refuses when none is. */
    public Policy on(LocalDate date) {
        return versions.stream().filter(p -> !p.validFrom().isAfter(date)).reduce((_, later) -> later)
                .orElseThrow(() -> Rejection.unprocessable("policy.none-in-force",
                        "No fee and VAT policy is in force on " + date + ". Have one entered.").asException());
    }
}
