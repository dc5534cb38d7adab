package exchange.settlement.domain.simulation;

import exchange.settlement.domain.Command;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.ShanghaiTime;
import exchange.settlement.domain.filing.FiledContract;
import exchange.settlement.domain.filing.TradeFilingId;
import exchange.settlement.domain.listing.DataOrigin;
import exchange.settlement.domain.listing.ProductType;
import exchange.settlement.domain.listing.Sector;
import exchange.settlement.domain.listing.Territory;
import exchange.settlement.domain.order.Evidence;
import exchange.settlement.domain.proposal.Ground;
import exchange.settlement.domain.proposal.Person;
import exchange.settlement.domain.proposal.ProposalCommand.ApproveProposal;
import exchange.settlement.domain.proposal.ProposalCommand.DeclineProposal;
import exchange.settlement.domain.proposal.ProposalCommand.Propose;
import exchange.settlement.domain.proposal.ProposalCommand.WithdrawProposal;
import exchange.settlement.domain.proposal.ProposalId;
import exchange.settlement.domain.proposal.ProposalState;
import exchange.settlement.domain.proposal.ProposedAction;
import java.time.Duration;
import java.util.List;

/** Those who ask and those who approve; now and then somebody tries to be both. */
final class Pairs {

    private static final Person CLERK = new Person("exchange", "clerk");
    private static final Person CHIEF = new Person("exchange", "chief");

    private final Market market;

    Pairs(Market market) {
        this.market = market;
    }

    /** The clerk asks, mostly on the ground as it is. */
    Command ask(ProposedAction action) {
        var now = market.history().now();
        return new Propose(new ProposalId(market.newId()), action, "digest", List.of(ground(action)), CLERK, market.text(),
                now.plus(Duration.ofHours(market.oneIn(5) ? 1 : 72)), now);
    }

    /** The clerk asks that a contract be filed; some are asked for twice. */
    void file() {
        var number = "HT-" + market.history().random().nextInt(6);
        var buyer = market.pick(World.BUYERS).id();
        var provider = market.seller().id();
        var contract = new FiledContract(provider, buyer, number, ShanghaiTime.dateOf(market.history().now()),
                new Money(1 + market.history().random().nextInt(1_000_000), Money.CNY), "base", ProductType.API, Sector.FINANCE,
                DataOrigin.ENTERPRISE, Territory.DOMESTIC, "scenario",
                List.of(new Evidence("https://example.com/1", "0".repeat(64))));
        var id = new TradeFilingId(World.uuid("filing", provider + "/" + buyer + "/" + number));
        market.send(ask(new ProposedAction.Filing(id, contract)));
    }

    /** Somebody looks at a proposal, mostly an open one. */
    void decide() {
        var all = market.history().mirror().all(ProposalState.class);
        if (all.isEmpty()) {
            return;
        }
        var open = all.stream().filter(p -> p.status() == ProposalState.Status.OPEN).toList();
        var proposal = market.pick(open.isEmpty() || market.oneIn(6) ? all : open);
        var by = market.oneIn(6) ? CLERK : CHIEF;
        var now = market.history().now();
        market.send(switch (market.history().random().nextInt(8)) {
            case 0 -> new DeclineProposal(proposal.id(), by, market.text(), now);
            case 1 -> new WithdrawProposal(proposal.id(), market.oneIn(3) ? CHIEF : CLERK, market.text(), now);
            default -> new ApproveProposal(proposal.id(), market.oneIn(10) ? "another digest" : "digest", by, market.text(), now);
        });
    }

    private Ground ground(ProposedAction action) {
        var target = switch (action) {
            case ProposedAction.Award award -> award.order();
            case ProposedAction.GrantOfMandate grant -> grant.member();
            case ProposedAction.Filing filing -> filing.filing();
            case ProposedAction.SetPayeeAccount set -> set.payee();
        };
        return new Ground(target.stream(), market.history().version(target) - (market.oneIn(10) ? 1 : 0));
    }
}
