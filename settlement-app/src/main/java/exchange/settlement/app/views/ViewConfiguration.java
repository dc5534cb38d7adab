package exchange.settlement.app.views;

import exchange.eventstore.GaplessEventStorageEngine;
import exchange.settlement.projections.ProjectionRunner;
import exchange.settlement.projections.ProjectionStore;
import exchange.settlement.projections.bank.ReceiptDirectory;
import exchange.settlement.projections.catalogue.Projections;
import exchange.settlement.projections.filing.TradeFilingDirectory;
import exchange.settlement.projections.history.TradeHistory;
import exchange.settlement.projections.journal.JournalQueries;
import exchange.settlement.projections.json.SettlementJson;
import exchange.settlement.projections.listing.ListingDirectory;
import exchange.settlement.projections.member.MemberDirectory;
import exchange.settlement.projections.operations.Invariants;
import exchange.settlement.projections.order.DueDeadlines;
import exchange.settlement.projections.order.OrderDirectory;
import exchange.settlement.projections.payout.PayeeDirectory;
import exchange.settlement.projections.payout.PayoutDirectory;
import exchange.settlement.projections.proposal.ProposalDirectory;
import exchange.settlement.projections.report.TurnoverReports;
import java.time.Instant;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The projections and the queries that answer from them. */
@Configuration(proxyBeanMethods = false)
class ViewConfiguration {

    /** The mapper of events and states; private, so that it never becomes the mapper of HTTP bodies. */
    private final JsonMapper mapper = SettlementJson.mapper();

    @Bean
    Views views(EventStore events, GaplessEventStorageEngine log, JdbcTemplate db, PlatformTransactionManager transactions,
            Supplier<Instant> now) {
        var store = new ProjectionStore(db, new TransactionTemplate(transactions));
        return new Views(Projections.all(mapper).stream().map(view -> new ProjectionRunner(view, events, store)).toList(), log,
                now);
    }

    @Bean
    OrderDirectory orderDirectory(JdbcTemplate db) {
        return new OrderDirectory(db, mapper);
    }

    @Bean
    MemberDirectory memberDirectory(JdbcTemplate db) {
        return new MemberDirectory(db, mapper);
    }

    @Bean
    ListingDirectory listingDirectory(JdbcTemplate db) {
        return new ListingDirectory(db, mapper);
    }

    @Bean
    ProposalDirectory proposalDirectory(JdbcTemplate db) {
        return new ProposalDirectory(db, mapper);
    }

    @Bean
    TradeFilingDirectory tradeFilingDirectory(JdbcTemplate db) {
        return new TradeFilingDirectory(db, mapper);
    }

    @Bean
    PayoutDirectory payoutDirectory(JdbcTemplate db) {
        return new PayoutDirectory(db, mapper);
    }

    @Bean
    PayeeDirectory payeeDirectory(JdbcTemplate db) {
        return new PayeeDirectory(db, mapper);
    }

    @Bean
    ReceiptDirectory receiptDirectory(JdbcTemplate db) {
        return new ReceiptDirectory(db, mapper);
    }

    @Bean
    JournalQueries journalQueries(JdbcTemplate db) {
        return new JournalQueries(db);
    }

    @Bean
    TradeHistory tradeHistory(JdbcTemplate db) {
        return new TradeHistory(db, mapper);
    }

    @Bean
    TurnoverReports turnoverReports(JdbcTemplate db) {
        return new TurnoverReports(db);
    }

    @Bean
    DueDeadlines dueDeadlines(JdbcTemplate db) {
        return new DueDeadlines(db);
    }

    @Bean
    Invariants invariants(JdbcTemplate db, PlatformTransactionManager transactions) {
        var snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return new Invariants(db, snapshot);
    }
}
