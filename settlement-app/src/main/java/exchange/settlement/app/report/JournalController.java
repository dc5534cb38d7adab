package exchange.settlement.app.report;

import exchange.settlement.app.api.AsOfParameters;
import exchange.settlement.app.api.Reads;
import exchange.settlement.app.views.Views;
import exchange.settlement.app.web.PageBody;
import exchange.settlement.app.web.QueryParameters;
import exchange.settlement.app.web.ReadRequest;
import exchange.settlement.projections.journal.JournalQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
    PageBody entries(ReadRequest request, @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String effectiveAt) {
        views.await("journal", request.atLeast());
        return Reads.page(journal.page(account, AsOfParameters.of(knownAt, effectiveAt), request.after(), request.limit()),
                entry -> entry);
    }
}
