package exchange.settlement.domain.payout;

import static exchange.settlement.domain.Samples.BUYER;
import static exchange.settlement.domain.Samples.DETAILS;
import static exchange.settlement.domain.Samples.NOW;
import static exchange.settlement.domain.Samples.PAYEE;
import static exchange.settlement.domain.Samples.TEXT;
import static exchange.settlement.domain.Samples.applied;
import static exchange.settlement.domain.Samples.members;
import static exchange.settlement.domain.Samples.payee;
import static exchange.settlement.domain.Trial.given;

import exchange.settlement.domain.EveryCommand;
import exchange.settlement.domain.member.MemberEvent.ExitRequested;
import exchange.settlement.domain.member.MemberEvent.MemberSuspended;
import exchange.settlement.domain.member.MemberRole;
import exchange.settlement.domain.payout.PayeeCommand.SetPayeeAccount;
import exchange.settlement.domain.payout.PayeeEvent.PayeeAccountSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PayeeDecisionTest {

    @RegisterExtension
    static final EveryCommand EVERY_COMMAND = EveryCommand.of(PayeeCommand.class);

    private static final SetPayeeAccount SET = new SetPayeeAccount(PAYEE, DETAILS, null, NOW);

    @Test
    void versions_of_a_payee_account_are_counted() {
        given(members()).when(SET).then(payee());
        given(members(), List.of(payee())).when(SET).then(new PayeeAccountSet(PAYEE, 2, DETAILS, null, NOW));
    }

    @Test
    void it_is_in_the_name_of_the_member_to_the_letter() {
        for (var name : List.of("Name", "name ", "another")) {
            given(members()).when(new SetPayeeAccount(PAYEE, new BankDetails("102100099996", TEXT, "4321", name), null, NOW))
                    .refuses("payee.name-differs");
        }
    }

    @Test
    void it_belongs_to_a_member_that_stays() {
        given().when(SET).refuses("not-found");
        given(List.of(applied(BUYER, MemberRole.DEMANDER))).when(SET).refuses("member.not-admitted");
        given(members(), List.of(new ExitRequested(BUYER, null, NOW))).when(SET).refuses("member.not-admitted");
        given(members(), List.of(new MemberSuspended(BUYER, null, NOW))).when(SET).then(payee());
    }
}
