package exchange.settlement.projections.report;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.ShanghaiTime;
import exchange.settlement.projections.AsOf;
import exchange.settlement.projections.Conditions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;

/** Answers turnover reports. The same request pinned to the same position gives the same digest for ever. */
public final class TurnoverReports {

    /** The version of the definition of the figures; another definition of any of them is another version. */
    public static final String DEFINITION = "turnover/1";

    /** Stands for all service bases in a report's perimeter; the code of none. */
    public static final String ALL = "ALL";

    private final JdbcOperations db;

    /** Reports. */
    public TurnoverReports(JdbcOperations db) {
        this.db = db;
    }

    /**
     * A report.
     *
     * @throws NotYetKnown when it is pinned to a position that the view has not reached
     */
    public TurnoverReport report(TurnoverRequest request) {
        long position = pinned(request.asOf());
        var rows = rows(request, position);
        // A trade has one value per dimension, so it is in one group only and the rows add up.
        var total = rows.stream().map(TurnoverReport.Row::figures).reduce(nothing(request.currency()), TurnoverReports::plus);
        var perimeter = new TreeMap<>(Map.of("base", request.base() == null ? ALL : request.base()));
        if (request.asOf().effectiveAt() != null) {
            perimeter.put("effectiveAt", request.asOf().effectiveAt().toString());
        }
        var undigested = new TurnoverReport(DEFINITION, request.basis(), perimeter,
                new TurnoverReport.Period(request.from().toString(), request.to().toString(), ShanghaiTime.ZONE.getId()),
                Long.toString(position), request.currency().getCurrencyCode(), otherCurrencies(request, position), rows, total,
                "");
        // Had the facts been emptied meanwhile, to be built anew, this report would be short of some.
        refuseBeyond(position, reached());
        return ReportDigest.into(undigested);
    }

    /** The facts up to here are the report; whatever is recorded later does not change them. */
    private long pinned(AsOf asOf) {
        long reached = reached();
        var asked = asOf.knownPosition();
        long position = asked == null ? reached : asked;
        refuseBeyond(position, reached);
        if (asOf.knownAt() == null) {
            return position;
        }
        var last = db.queryForObject("select coalesce(max(position), 0) from turnover_fact"
                + new AsOf(position, asOf.knownAt(), null).on(new Conditions()).where(), Long.class,
                new AsOf(position, asOf.knownAt(), null).on(new Conditions()).values());
        return last == null ? 0 : last;
    }

    private long reached() {
        var noted = db.query("select position from projection where name = 'turnover'", (row, _) -> row.getLong(1));
        return noted.isEmpty() ? 0 : noted.getFirst();
    }

    private static void refuseBeyond(long position, long reached) {
        if (position > reached) {
            throw new NotYetKnown(position, reached);
        }
    }

    private List<TurnoverReport.Row> rows(TurnoverRequest request, long position) {
        var keys = request.groupBy();
        var columns = keys.stream().map(Dimension::column).collect(Collectors.joining(", "));
        var conditions = conditions(request, position).and("currency = ?", request.currency().getCurrencyCode());
        var sql = keys.isEmpty()
                ? "select " + sums(request) + conditions.where()
                : "select " + columns + ", " + sums(request) + conditions.where() + " group by " + columns;
        var rows = db.query(sql, (row, _) -> new TurnoverReport.Row(keys(row, keys), figures(row, request.currency())),
                conditions.values());
        // In the order of RFC 8785, not by the database's collation: the digest must not depend on where the database was made.
        Comparator<TurnoverReport.Row> order = Comparator.comparing(row -> String.join("\u0000", row.keys().values()));
        return rows.stream().sorted(order).toList();
    }

    private List<String> otherCurrencies(TurnoverRequest request, long position) {
        var conditions = conditions(request, position).and("currency <> ?", request.currency().getCurrencyCode());
        return db.query("select distinct currency from turnover_fact" + conditions.where(), (row, _) -> row.getString(1),
                conditions.values()).stream().sorted().toList();
    }

    private static Conditions conditions(TurnoverRequest request, long position) {
        var conditions = new Conditions().and("business_date >= ?", request.from()).and("business_date <= ?", request.to())
                .and("base = ?", request.base());
        if (request.basis() == Basis.TURNOVER) {
            conditions.and("(basis in ('SETTLED', 'FILED') or basis = 'REFUNDED' and after_settlement)");
        } else {
            conditions.and("basis = ?", request.basis().name());
        }
        return new AsOf(position, null, request.asOf().effectiveAt()).on(conditions);
    }

    /** Refunds count against TURNOVER, and for themselves on their own basis. */
    private static String sums(TurnoverRequest request) {
        return """
                count(distinct trade) filter (where sign > 0) as trades, coalesce(sum(sign * gross), 0) as gross,
                coalesce(sum(sign * net), 0) as net, coalesce(sum(sign * vat), 0) as vat, coalesce(sum(sign * fee), 0) as fee
                  from (select *, case when basis = 'REFUNDED' then %s else 1 end as sign from turnover_fact) fact
                """.formatted(request.basis() == Basis.TURNOVER ? "-1" : "1");
    }

    private static Map<String, String> keys(ResultSet row, List<Dimension> dimensions) throws SQLException {
        var keys = new LinkedHashMap<String, String>();
        for (var dimension : dimensions) {
            keys.put(dimension.key(), row.getString(dimension.column()));
        }
        return keys;
    }

    private static TurnoverReport.Figures figures(ResultSet row, Currency currency) throws SQLException {
        return new TurnoverReport.Figures(row.getString("trades"), new Money(row.getLong("gross"), currency),
                new Money(row.getLong("net"), currency), new Money(row.getLong("vat"), currency),
                new Money(row.getLong("fee"), currency));
    }

    private static TurnoverReport.Figures nothing(Currency currency) {
        var zero = Money.zero(currency);
        return new TurnoverReport.Figures("0", zero, zero, zero, zero);
    }

    private static TurnoverReport.Figures plus(TurnoverReport.Figures a, TurnoverReport.Figures b) {
        return new TurnoverReport.Figures(Long.toString(Math.addExact(Long.parseLong(a.trades()), Long.parseLong(b.trades()))),
                a.gross().plus(b.gross()), a.net().plus(b.net()), a.vat().plus(b.vat()), a.fee().plus(b.fee()));
    }
}
