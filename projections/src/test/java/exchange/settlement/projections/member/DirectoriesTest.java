package exchange.settlement.projections.member;

import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.account.AccountId;
import exchange.settlement.domain.listing.ListingState;
import exchange.settlement.domain.listing.Sector;
import exchange.settlement.domain.member.Mandate;
import exchange.settlement.domain.member.MemberCommand;
import exchange.settlement.domain.member.MemberEvent;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.member.MemberRole;
import exchange.settlement.domain.member.MemberState;
import exchange.settlement.projections.Market;
import exchange.settlement.projections.TestDatabase;
import exchange.settlement.projections.account.AccountDirectory;
import exchange.settlement.projections.bank.ReceiptDirectory;
import exchange.settlement.projections.listing.ListingDirectory;
import exchange.settlement.projections.member.MemberDirectory.Filter;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoriesTest {

    private static final ClientId ANOTHER = new ClientId("another");

    private final Market market = new Market();
    private final TestDatabase database = TestDatabase.empty();
    private final MemberDirectory members = new MemberDirectory(database.db, database.mapper);

    @Test
    void members_are_chosen_by_status_role_client_and_number() {
        market.send(new MemberCommand.GrantMandate(market.provider, new Mandate(ANOTHER, List.of(Mandate.Scope.SELL)), null,
                market.now()));
        market.send(new MemberCommand.SuspendMember(market.assessor, null, market.now()));
        database.feed(market.log);
        var number = market.<MemberState, MemberEvent>read(market.buyer, MemberState::after);

        assertThat(found(Filter.ALL)).containsExactly(market.provider, market.buyer, market.assessor);
        assertThat(found(new Filter(MemberState.Status.SUSPENDED, null, null, null))).containsExactly(market.assessor);
        assertThat(found(new Filter(null, MemberRole.DEMANDER, null, null))).containsExactly(market.buyer);
        assertThat(found(new Filter(null, null, ANOTHER, null))).containsExactly(market.provider);
        assertThat(found(new Filter(null, null, new ClientId("anothe"), null))).isEmpty();
        assertThat(found(new Filter(null, null, null, number == null ? "" : number.registrationNumber())))
                .containsExactly(market.buyer);
    }

    @Test
    void a_marketplace_sees_its_own_listings_and_what_is_live() {
        market.send(new MemberCommand.GrantMandate(market.provider, Mandate.full(ANOTHER), null, market.now()));
        var live = market.listing(100, Sector.FINANCE);
        var draft = market.draft(100, Sector.FINANCE, Market.MARKETPLACE);
        var foreign = market.draft(100, Sector.FINANCE, ANOTHER);
        database.feed(market.log);
        var listings = new ListingDirectory(database.db, database.mapper);

        var seen = listings.page(new ListingDirectory.Filter(null, null, null, ANOTHER), 0, 10).items();
        var drafts = listings.page(new ListingDirectory.Filter(ListingState.Status.DRAFT, Market.MARKETPLACE, market.provider,
                null), 0, 10).items();

        assertThat(seen).extracting(listing -> listing.state().id()).containsExactly(live, foreign);
        assertThat(drafts).extracting(listing -> listing.state().id()).containsExactly(draft);
        assertThat(listings.find(live)).hasValueSatisfying(listing -> assertThat(listing.version()).isEqualTo(4));
    }

    @Test
    void receipts_and_accounts_are_found() {
        market.trade();
        database.feed(market.log);
        var receipts = new ReceiptDirectory(database.db, database.mapper)
                .page(new ReceiptDirectory.Filter(null, "main", market.buyer), 0, 10).items();
        var accounts = new AccountDirectory(database.db, database.mapper);

        assertThat(receipts).singleElement().satisfies(receipt -> assertThat(new ReceiptDirectory(database.db, database.mapper)
                .find(receipt.state().id())).contains(receipt));
        assertThat(accounts.find(new AccountId(market.buyer, Money.CNY)))
                .hasValueSatisfying(account -> assertThat(account.state().available()).isEqualTo(Money.cny(94_000)));
        assertThat(accounts.of(market.provider)).singleElement()
                .satisfies(account -> assertThat(account.state().available()).isEqualTo(Money.cny(103_350)));
    }

    private List<MemberId> found(Filter filter) {
        return members.page(filter, 0, 100).items().stream().map(member -> member.state().id()).toList();
    }
}
