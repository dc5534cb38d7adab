package exchange.settlement.app.filing;

import static exchange.settlement.app.filing.TradeFilingResource.FILINGS;

import exchange.settlement.app.api.CommandEndpoint;
import exchange.settlement.app.api.CommandEndpoint.Snapshot;
import exchange.settlement.app.api.CommandIds;
import exchange.settlement.app.api.Query;
import exchange.settlement.app.api.Reads;
import exchange.settlement.app.command.StateReader;
import exchange.settlement.app.engine.PolicyConfiguration;
import exchange.settlement.app.proposal.ProposalDesk;
import exchange.settlement.app.views.Views;
import exchange.settlement.app.web.CommandRequest;
import exchange.settlement.app.web.EvidenceFields;
import exchange.settlement.app.web.Fields;
import exchange.settlement.app.web.Fields.Sign;
import exchange.settlement.app.web.PageBody;
import exchange.settlement.app.web.QueryParameters;
import exchange.settlement.app.web.ReadRequest;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.filing.FiledContract;
import exchange.settlement.domain.filing.TradeFilingEvent;
import exchange.settlement.domain.filing.TradeFilingId;
import exchange.settlement.domain.listing.DataOrigin;
import exchange.settlement.domain.listing.ProductType;
import exchange.settlement.domain.listing.Sector;
import exchange.settlement.domain.listing.Territory;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.proposal.ProposedAction;
import exchange.settlement.projections.filing.TradeFilingDirectory;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Trades that were made elsewhere and are filed here. */
@RestController
@RequestMapping("/api/v1/trade-filings")
class TradeFilingController {

    private final ProposalDesk proposals;
    private final StateReader states;
    private final Views views;
    private final TradeFilingDirectory filings;
    private final PolicyConfiguration.Settings exchange;

    TradeFilingController(ProposalDesk proposals, StateReader states, Views views, TradeFilingDirectory filings,
            PolicyConfiguration.Settings exchange) {
        this.proposals = proposals;
        this.states = states;
        this.views = views;
        this.filings = filings;
        this.exchange = exchange;
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> file(CommandRequest request) {
        return proposals.ask(request, in -> {
            var contract = contract(in.body());
            return new ProposedAction.Filing(CommandIds.filing(contract.provider(), contract.buyer(), contract.number()),
                    contract);
        });
    }

    @GetMapping("/{id}")
    ResponseEntity<Map<String, Object>> filing(@PathVariable UUID id, ReadRequest request) {
        return Reads.one(FILINGS, states.now(new TradeFilingId(id), TradeFilingEvent::after)
                .filter(found -> request.caller().seesBase(found.state().contract().base()))
                .orElseThrow(() -> Rejection.notFound("The filed trade").asException()));
    }

    @GetMapping
    @QueryParameters({"provider", "buyer"})
    PageBody list(ReadRequest request) {
        var query = new Query(request);
        var provider = query.id("provider", MemberId::new);
        var buyer = query.id("buyer", MemberId::new);
        query.verify();
        views.await("filings", request.atLeast());
        return Reads.page(filings.page(provider, buyer, request.caller().confinedTo(), Reads.after(request), request.limit()),
                request,
                found -> CommandEndpoint.body(FILINGS, new Snapshot<>(found.state(), found.version(), found.position())));
    }

    private FiledContract contract(Fields body) {
        return new FiledContract(new MemberId(body.id("providerId")), new MemberId(body.id("buyerId")),
                body.text("contractNumber", 128), body.date("signedOn"), body.money("amount", Sign.POSITIVE), exchange.base(),
                body.oneOf("productType", ProductType.class), body.oneOf("sector", Sector.class),
                body.oneOf("origin", DataOrigin.class), body.oneOf("territory", Territory.class, Territory.DOMESTIC),
                body.text("scenario", 128), EvidenceFields.required(body, "evidence"));
    }
}
