package exchange.settlement.domain.filing;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.ShanghaiTime;
import exchange.settlement.domain.Witness;
import exchange.settlement.domain.filing.TradeFilingCommand.FileTrade;
import exchange.settlement.domain.filing.TradeFilingEvent.TradeFiled;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.member.MemberRejection;
import exchange.settlement.domain.member.MemberState;
import exchange.settlement.domain.order.Dimensions;
import exchange.settlement.domain.policy.Figures;
import exchange.settlement.domain.policy.PolicyBook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides whether a contract is put on record: once, between two members, by the VAT rule of the day it was signed. */
public final class TradeFilingDecision {

    private TradeFilingDecision() {}

    /** The events that a command causes. */
    public static List<TradeFilingEvent> decide(@Nullable TradeFiled filed, TradeFilingCommand command, Witness witness,
            PolicyBook policies) {
        return switch (command) {
            case FileTrade c -> List.of(filed(filed, c, witness, policies));
        };
    }

    private static TradeFilingEvent filed(@Nullable TradeFiled before, FileTrade c, Witness witness, PolicyBook policies) {
        var contract = c.contract();
        var today = ShanghaiTime.dateOf(c.at());
        if (before != null) {
            throw TradeFilingRejection.contractUsed(contract.number()).asException();
        }
        if (contract.provider().equals(contract.buyer())) {
            throw TradeFilingRejection.samePartyTwice().asException();
        }
        if (contract.signedOn().isAfter(today)) {
            throw TradeFilingRejection.notYetSigned(contract.signedOn(), today).asException();
        }
        var provider = admitted(witness, contract.provider());
        var buyer = admitted(witness, contract.buyer());
        if (!provider.sells()) {
            throw MemberRejection.roleMissing(provider, "sell").asException();
        }
        if (!buyer.buys()) {
            throw MemberRejection.roleMissing(buyer, "buy").asException();
        }
        var terms = policies.on(contract.signedOn()).terms(contract.amount(), provider.taxpayer());
        var dimensions = new Dimensions(contract.base(), Dimensions.Channel.FILED, contract.productType(), contract.sector(),
                contract.origin(), contract.territory(), contract.scenario(), buyer.rolesLabel(), provider.rolesLabel());
        return new TradeFiled(c.filing(), contract, withoutFee(terms.whole()), terms.policyVersion(), terms.taxCode(), dimensions,
                c.at());
    }

    private static Figures withoutFee(Figures whole) {
        var nothing = Money.zero(whole.gross().currency());
        return new Figures(whole.gross(), whole.net(), whole.vat(), nothing, nothing, whole.gross());
    }

    private static MemberState admitted(Witness witness, MemberId id) {
        var member = MemberState.existing(witness.read(id, MemberState::after));
        if (!member.admitted()) {
            throw MemberRejection.notAdmitted(member).asException();
        }
        return member;
    }
}
