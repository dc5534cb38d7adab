package exchange.settlement.app.proposal;

import exchange.settlement.domain.filing.FiledContract;
import java.util.LinkedHashMap;
import java.util.Map;

/** A contract that is filed, as it reads in a proposal and once it is on record. */
public final class FiledContractBody {

    private FiledContractBody() {}

    /** The fields of a contract, as they are asked for and read. */
    public static Map<String, Object> of(FiledContract contract) {
        var body = new LinkedHashMap<String, Object>();
        body.put("providerId", contract.provider());
        body.put("buyerId", contract.buyer());
        body.put("contractNumber", contract.number());
        body.put("signedOn", contract.signedOn());
        body.put("amount", contract.amount());
        body.put("base", contract.base());
        body.put("productType", contract.productType());
        body.put("sector", contract.sector());
        body.put("origin", contract.origin());
        body.put("territory", contract.territory());
        body.put("scenario", contract.scenario());
        body.put("evidence", contract.evidence());
        return body;
    }
}
