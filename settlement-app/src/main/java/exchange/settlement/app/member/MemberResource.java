package exchange.settlement.app.member;

import exchange.settlement.app.api.Resource;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.account.AccountDecision;
import exchange.settlement.domain.member.MemberEvent;
import exchange.settlement.domain.member.MemberEvent.ExitRefused;
import exchange.settlement.domain.member.MemberState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How the API shows a member. */
public final class MemberResource {

    /** Members, as the API shows them. */
    public static final Resource<MemberState, MemberEvent> MEMBERS = new Resource<>("/api/v1/members", MemberState::after,
            MemberResource::render, member -> !member.leaving(), MemberResource::failure);

    private MemberResource() {}

    /** The fields of a member, without version and position. */
    public static Map<String, Object> render(MemberState member) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", member.id());
        body.put("status", member.status());
        body.put("legalName", member.legalName());
        body.put("registrationNumber", member.registrationNumber());
        body.put("roles", member.roles());
        body.put("taxpayer", member.taxpayer());
        body.put("mandates", member.mandates());
        return body;
    }

    private static Optional<Rejection> failure(MemberEvent event) {
        return event instanceof ExitRefused refused
                ? Optional.of(Rejection.conflict(refused.code(), switch (refused.code()) {
                    case AccountDecision.HOLDS_MONEY ->
                        "An account of the member still holds money. Pay it out, then ask again with a new key.";
                    case AccountDecision.OPEN_ORDERS ->
                        "Orders of the member are still under way. Let them end, then ask again with a new key.";
                    case AccountDecision.OPEN_PAYOUTS ->
                        "Payouts of the member are still under way. Let the bank tell their outcome, then ask again with a new key.";
                    default -> "An account of the member came into use meanwhile. Ask again with a new key.";
                }))
                : Optional.empty();
    }
}
