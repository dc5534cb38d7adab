package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;

/** Refusals that no other test comes across. */
@ExtendWith(SharedEngine.class)
class RefusalTest {

    private static final String BOTH = "clerk-and-chief";

    private final Market market;
    private final ApplicationContext application;

    RefusalTest(Market market, ApplicationContext application) {
        this.market = market;
        this.application = application;
    }

    @Test
    void an_opinion_comes_from_an_assessor() {
        var provider = market.member("PROVIDER", "THIRD_PARTY_SERVICE");
        var draft = market.draft(provider, 106_000);
        market.register(draft, "政银互动");
        for (var unfit : List.of(provider, market.member("DEMANDER"))) {
            market.listingStep(draft, "opinions")
                    .body(Map.of("conclusion", "PASS", "issuedBy", unfit, "expiresOn", "2099-12-31")).send()
                    .refused(422, "listing.assessor-unfit");
        }
    }

    @Test
    void a_listing_takes_its_steps_in_order() {
        var listing = market.draft(market.member("PROVIDER"), 106_000);
        market.listingStep(listing, "publish").send().refused(409, "listing.wrong-status");
        market.shelved(listing);
        market.listingStep(listing, "publish").send().refused(409, "listing.wrong-status");
        market.engine().command(Market.MARKETPLACE, Market.listingPath(listing) + "/versions")
                .body(Map.of("pricing", Map.of("model", "ONE_OFF", "price", Market.cny(106_000)))).send()
                .refused(409, "listing.terms-unchanged");
    }

    @Test
    void an_order_waits_for_years_at_most() {
        var stall = market.stall(106_000, 0);
        for (var within : List.of("PT0S", "P3661D")) {
            var purchase = new LinkedHashMap<>(market.purchase(stall.listing(), stall.buyer()));
            var terms = new LinkedHashMap<String, Object>(Map.of("confirmWithin", "PT1H", "fundWithin", "PT1H", "deliverWithin",
                    "PT1H"));
            terms.put("inspectWithin", within);
            purchase.put("terms", terms);
            var answer = market.order(purchase).send();
            assertThat(List.of(answer.status() + " " + answer.code())).containsAnyOf("422 order.deadline-out-of-range",
                    "400 request.invalid");
        }
    }

    @Test
    void what_was_never_mandated_is_not_revoked() {
        var member = market.member("DEMANDER");
        market.engine().command(Market.OPERATOR, Market.memberPath(member) + "/mandates/revoke")
                .body(Map.of("client", "nobody", "reason", "清理")).send().refused(409, "member.mandate-missing");
    }

    @Test
    void nobody_decides_what_he_asked_for_whatever_his_roles() throws ParseException, JOSEException {
        market.engine().admit(BOTH, tokenOf("chen", List.of("OPERATOR", "APPROVER")));
        var member = market.member("DEMANDER");
        var asked = market.engine().command(BOTH, Market.memberPath(member) + "/mandates")
                .body(Map.of("client", "shop", "scopes", List.of("BUY"), "reason", "委托")).send().expect(201);
        var path = TwoPeople.path(asked.id());
        var digest = Map.of("digest", asked.text("digest"));
        market.engine().command(BOTH, path + "/approve").body(digest).send().refused(403, "approval.same-person");
        market.engine().command(BOTH, path + "/decline").body(Map.of("reason", "不妥")).send().refused(403,
                "approval.same-person");
        // The same person through another client is still the same person.
        market.engine().admit("other-client", tokenOf("chen", List.of("APPROVER")));
        market.engine().command("other-client", path + "/approve").body(digest).send().refused(403, "approval.same-person");
        market.engine().admit("second-person", tokenOf("li", List.of("APPROVER")));
        assertThat(market.engine().command("second-person", path + "/approve").body(digest).waiting().send().expect(200)
                .state()).isEqualTo("EXECUTED");
    }

    @Test
    void a_proposal_that_was_open_for_too_long_is_not_approved(@TempDir Path data) throws IOException {
        try (var engine = new OwnEngine(data, "--settlement.exchange.proposals-expire-after=PT0.5S")) {
            var people = new TwoPeople(engine.market());
            var asked = people.mandate(engine.market().member("DEMANDER"), "shop", "BUY").send().expect(201);
            await().until(() -> engine.market().engine().get(Market.OPERATOR, TwoPeople.path(asked.id())).state()
                    .equals("EXPIRED"));
            people.approval(asked).send().refused(409, "proposal.expired");
            var list = "/api/v1/proposals?atLeast=" + asked.position() + "&status=";
            assertThat(engine.market().engine().get("approver", list + "EXPIRED").expect(200).items()).hasSize(1);
            assertThat(engine.market().engine().get("approver", list + "OPEN").expect(200).items()).isEmpty();
        }
    }

    /** A token as the engine signs them, of a person with these roles. */
    private String tokenOf(String person, List<String> roles) throws ParseException, JOSEException {
        var key = application.getBean(RSAKey.class);
        var claims = new JWTClaimsSet.Builder(SignedJWT.parse(market.engine().token(Market.OPERATOR)).getJWTClaimsSet())
                .subject(person).claim("roles", roles).build();
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
