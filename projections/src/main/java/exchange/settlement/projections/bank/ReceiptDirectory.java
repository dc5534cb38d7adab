package exchange.settlement.projections.bank;

import exchange.settlement.domain.bank.BankReceiptEvent;
import exchange.settlement.domain.bank.BankReceiptId;
import exchange.settlement.domain.bank.BankReceiptState;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.projections.Conditions;
import exchange.settlement.projections.Page;
import exchange.settlement.projections.Projection;
import exchange.settlement.projections.StateProjection;
import exchange.settlement.projections.StateQueries;
import exchange.settlement.projections.Versioned;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.json.JsonMapper;

/** Receipts by id, bank reference, supervised account and member. */
public final class ReceiptDirectory {

    private static final StateProjection.Directory<BankReceiptState> TABLE = new StateProjection.Directory<>(
            "receipt_directory", BankReceiptState.class, List.of("id uuid", "reference text", "account text", "member uuid"),
            receipt -> new Object[]{receipt.id().value(), receipt.bankReference(), receipt.bankAccount(),
                    receipt.member().value()});

    private final StateQueries<BankReceiptState> receipts;

    /**
     * Which receipts to list; what is null does not matter.
     *
     * @param reference the bank's reference
     * @param account   the supervised account
     * @param member    whose money it is
     */
    public record Filter(@Nullable String reference, @Nullable String account, @Nullable MemberId member) {

        /** All receipts. */
        public static final Filter ALL = new Filter(null, null, null);
    }

    /** Queries. */
    public ReceiptDirectory(JdbcOperations db, JsonMapper mapper) {
        this.receipts = new StateQueries<>(TABLE, db, mapper);
    }

    /** What keeps the directory. */
    public static Projection projection(JsonMapper mapper) {
        return new StateProjection<>("receipts", TABLE, BankReceiptEvent.class, BankReceiptState::after, mapper);
    }

    /** A receipt. */
    public Optional<Versioned<BankReceiptState>> find(BankReceiptId id) {
        return receipts.find(id.stream());
    }

    /** Receipts in the order in which they were recorded, after a created position. */
    public Page<Versioned<BankReceiptState>> page(Filter filter, long after, int limit) {
        var conditions = new Conditions().and("reference = ?", filter.reference).and("account = ?", filter.account)
                .and("member = ?", filter.member == null ? null : filter.member.value());
        return receipts.page(conditions, after, limit);
    }
}
