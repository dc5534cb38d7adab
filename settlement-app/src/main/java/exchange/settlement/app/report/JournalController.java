package exchange.settlement.app.report;

import exchange.settlement.app.api.Query;
import exchange.settlement.app.api.Reads;
import exchange.settlement.app.views.Views;
import exchange.settlement.app.web.PageBody;
import exchange.settlement.app.web.QueryParameters;
import exchange.settlement.app.web.ReadRequest;
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

    JournalController(JournalQueries journal, Views views) {
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
        views.await("journal", request.atLeast());
        return Reads.page(journal.page(account, asOf, Reads.after(request), request.limit()), JournalBody::of);
    }
}
