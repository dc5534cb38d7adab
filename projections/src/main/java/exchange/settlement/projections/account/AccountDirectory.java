package exchange.settlement.projections.account;

import exchange.settlement.domain.account.AccountEvent;
import exchange.settlement.domain.account.AccountId;
import exchange.settlement.domain.account.AccountState;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.projections.Conditions;
import exchange.settlement.projections.Page;
import exchange.settlement.projections.Projection;
import exchange.settlement.projections.StateProjection;
import exchange.settlement.projections.StateQueries;
import exchange.settlement.projections.Versioned;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.json.JsonMapper;

/** Accounts of members, one per currency. */
public final class AccountDirectory {

    private static final StateProjection.Directory<AccountState> TABLE = new StateProjection.Directory<>("account_directory",
            AccountState.class, List.of("member uuid", "currency text", "open boolean"),
            account -> new Object[]{account.id().member().value(), account.id().currency(), account.open()});

    private final StateQueries<AccountState> accounts;

    /** Queries. */
    public AccountDirectory(JdbcOperations db, JsonMapper mapper) {
        this.accounts = new StateQueries<>(TABLE, db, mapper);
    }

    /** What keeps the directory. Its second revision knows the payouts that are under way. */
    public static Projection projection(JsonMapper mapper) {
        return new StateProjection<>("accounts", 2, TABLE, AccountEvent.class, AccountState::after, mapper);
    }

    /** An account. */
    public Optional<Versioned<AccountState>> find(AccountId id) {
        return accounts.find(id.stream());
    }

    /** The accounts of a member, in the order in which they were opened. */
    public List<Versioned<AccountState>> of(MemberId member) {
        return accounts.page(new Conditions().and("member = ?", member.value()), 0, Page.LIMIT_MAX).items();
    }
}
