package exchange.settlement.app.filing;

import exchange.settlement.app.api.Resource;
import exchange.settlement.app.proposal.FiledContractBody;
import exchange.settlement.domain.filing.TradeFilingEvent;
import exchange.settlement.domain.filing.TradeFilingEvent.TradeFiled;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the API shows a filed trade. */
final class TradeFilingResource {

    /** Filed trades, as the API shows them. */
    static final Resource<TradeFiled, TradeFilingEvent> FILINGS = Resource.settled("/api/v1/trade-filings",
            TradeFilingEvent::after, TradeFilingResource::render);

    private TradeFilingResource() {}

    private static Map<String, Object> render(TradeFiled filed) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", filed.filing());
        body.put("status", "FILED");
        body.putAll(FiledContractBody.of(filed.contract()));
        body.put("net", filed.figures().net());
        body.put("vat", filed.figures().vat());
        body.put("policyVersion", filed.policyVersion());
        body.put("taxCode", filed.taxCode());
        body.put("filedAt", filed.at());
        return body;
    }
}
