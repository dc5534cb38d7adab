package exchange.settlement.app.report;

import exchange.settlement.app.api.Query;
import exchange.settlement.app.api.Reads;
import exchange.settlement.app.engine.PolicyConfiguration;
import exchange.settlement.app.security.Caller;
import exchange.settlement.app.views.Views;
import exchange.settlement.app.web.PageBody;
import exchange.settlement.app.web.QueryParameters;
import exchange.settlement.app.web.ReadRequest;
import exchange.settlement.domain.Rejection;
import exchange.settlement.projections.journal.JournalQueries;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The journal (账簿), entry by entry. */
@RestController
@RequestMapping("/api/v1/journal")
class JournalController {

    private final JournalQueries journal;
    private final Views views;
    private final PolicyConfiguration.Settings exchange;

    JournalController(JournalQueries journal, Views views, PolicyConfiguration.Settings exchange) {
        this.exchange = exchange;
        this.journal = journal;
        this.views = views;
    }

    @GetMapping
    @QueryParameters({"account", "knownAt", "effectiveAt"})
    PageBody entries(ReadRequest request) {
        var query = new Query(request);
        var account = query.text("account");
        var asOf = query.asOf();
        query.verify();
        inside(request.caller());
        var known = views.await("journal", request.atLeast(), asOf);
        return Reads.page(journal.page(account, known, Reads.after(request), request.limit()), request, JournalBody::of);
    }

    /** The journal knows no bases yet, and all of it belongs to this engine's one. */
    private void inside(Caller caller) {
        if (!caller.seesBase(exchange.base())) {
            throw Rejection.forbidden("auth.forbidden",
                    "The token does not cover the base " + exchange.base() + ", whose journal this is.").asException();
        }
    }
}
