package exchange.settlement.projections.operations;

import java.util.List;

/**
 * One invariant as SQL; {@code :p} stands for the position.
 *
 * @param name       what must be true
 * @param unit       what is counted
 * @param population what is looked at
 * @param offenders  gives one text for each thing that breaks it
 */
record InvariantSql(String name, String unit, String population, String offenders) {

    private static final String POSTINGS = "posting where position <= :p";
    private static final String ACCOUNTS = "(select distinct account, currency from posting where position <= :p) accounts";
    private static final String PAYOUTS = "payout_directory where position <= :p";
    private static final String ENDED = "order_directory where ended and position <= :p";

    static final List<InvariantSql> ALL = List.of(
            new InvariantSql("every entry sums to zero per currency", "postings", POSTINGS, """
                    select 'position ' || position || ': ' || sum(amount) || ' ' || currency
                      from posting where position <= :p group by position, currency having sum(amount) <> 0
                    """),
            new InvariantSql("the bank equals all other accounts together", "postings", POSTINGS, """
                    select currency || ': ' || sum(amount)
                      from posting where position <= :p group by currency
                    having -coalesce(sum(amount) filter (where account like 'bank/%'), 0)
                        <> coalesce(sum(amount) filter (where account not like 'bank/%'), 0)
                    """),
            new InvariantSql("escrow funded is released, refunded and held", "escrows",
                    "escrow_directory where position <= :p", """
                            select e.stream
                              from escrow_directory e
                              left join (select account, sum(amount) as held,
                                                coalesce(sum(amount) filter (where amount > 0), 0) as came_in,
                                                coalesce(-sum(amount) filter (where amount < 0), 0) as went_out
                                           from posting where position <= :p and account like 'escrow/%' group by account) p
                                on p.account = e.stream
                             where e.position <= :p
                               and (e.funded, e.released + e.refunded, e.held, e.funded - e.released - e.refunded)
                                   is distinct from
                                   (coalesce(p.came_in, 0), coalesce(p.went_out, 0), coalesce(p.held, 0), e.held)
                            """),
            new InvariantSql("no escrow is ever negative", "accounts", ACCOUNTS, """
                    select distinct account from posting where position <= :p and account like 'escrow/%' and balance < 0
                    """),
            new InvariantSql("no member balance is ever negative as recorded", "accounts", ACCOUNTS, """
                    select account || ' ' || currency || ' at position ' || min(position)
                      from (select account, currency, position,
                                   sum(sum(amount)) over (partition by account, currency order by position) as balance
                              from posting where position <= :p and account like 'member/%'
                             group by account, currency, position) running
                     where balance < 0 group by account, currency
                    """),
            new InvariantSql("no member balance is ever negative as effective", "accounts", ACCOUNTS, """
                    select account || ' ' || currency || ' at ' || min(effective_at)
                      from (select account, currency, effective_at,
                                   sum(sum(amount)) over (partition by account, currency order by effective_at) as balance
                              from posting where position <= :p and account like 'member/%'
                             group by account, currency, effective_at) running
                     where balance < 0 group by account, currency
                    """),
            new InvariantSql("an order comes to rest at most once", "orders", ENDED, """
                    select 'order/' || trade from trade_event
                     where position <= :p and event_type in ('order.settled', 'order.refunded', 'order.rejected',
                                                             'order.cancelled', 'order.expired')
                     group by trade having count(*) > 1
                    """),
            new InvariantSql("each payee is paid exactly once", "orders", ENDED, """
                    select o.stream
                      from order_directory o
                      cross join lateral (
                            select coalesce((o.state -> 'settled' -> 'payout' ->> 'amount')::bigint, 0) as payout,
                                   coalesce((o.state -> 'settled' -> 'fee' ->> 'amount')::bigint, 0) as fee,
                                   coalesce((o.state -> 'refunded' ->> 'amount')::bigint, 0) as refunded) owed
                      cross join lateral (
                            select count(*) filter (where account = 'member/' || o.provider || '/available') as payouts,
                                   coalesce(sum(amount) filter (where account = 'member/' || o.provider || '/available'), 0)
                                       as payout,
                                   count(*) filter (where account = 'member/' || o.buyer || '/available') as refunds,
                                   coalesce(sum(amount) filter (where account = 'member/' || o.buyer || '/available'), 0)
                                       as refunded,
                                   coalesce(sum(amount) filter (where account like 'exchange/%'), 0) as fee
                              from posting p
                             where p.trade = o.id and p.position <= :p
                               and p.event_type in ('account.credited', 'fees.collected')) paid
                     where o.ended and o.position <= :p
                       and (owed.payout, (owed.payout > 0)::int, owed.refunded, (owed.refunded > 0)::int, owed.fee)
                           is distinct from (paid.payout, paid.payouts, paid.refunded, paid.refunds, paid.fee)
                    """),
            new InvariantSql("clearing is zero for every order at rest", "orders", ENDED, """
                    select o.stream || ' ' || p.currency || ': ' || sum(p.amount)
                      from order_directory o join posting p on p.account = 'clearing/' || o.id and p.position <= :p
                     where o.ended and o.position <= :p group by o.stream, p.currency having sum(p.amount) <> 0
                    """),
            new InvariantSql("clearing is zero for every receipt that was credited", "receipts",
                    "receipt_directory where position <= :p", """
                            select r.stream || ' ' || p.currency || ': ' || sum(p.amount)
                              from receipt_directory r join posting p on p.account = 'clearing/' || r.id and p.position <= :p
                             where r.position <= :p group by r.stream, p.currency
                            having sum(p.amount) <> 0 and bool_or(p.event_type = 'account.credited')
                            """),
            new InvariantSql("a payout is held from its debit to its outcome", "payouts", PAYOUTS, """
                    select d.stream
                      from payout_directory d
                      left join (select account, currency, sum(amount) as held
                                   from posting where position <= :p and account like 'payout/%' group by account, currency) p
                        on p.account = d.stream and p.currency = d.currency
                     where d.position <= :p
                       and coalesce(p.held, 0) <> case when d.status in ('READY', 'SENT', 'UNKNOWN') then d.amount else 0 end
                    """),
            new InvariantSql("a payout pays at most once net of returns", "payouts", PAYOUTS, """
                    select d.stream
                      from payout_directory d
                      left join (select stream, sum(amount) filter (where account like 'bank/%') as paid,
                                        count(*) filter (where event_type = 'payout.confirmed' and leg = 0) as payments
                                   from posting where position <= :p and stream like 'payout/%' group by stream) p
                        on p.stream = d.stream
                     where d.position <= :p
                       and (coalesce(p.payments, 0) > 1
                            or coalesce(p.paid, 0) <> case when d.status = 'CONFIRMED' then d.amount else 0 end)
                    """),
            new InvariantSql("running balances are the sums of the postings", "balances", "balance", """
                    select coalesce(b.account, p.account) || ' ' || coalesce(b.currency, p.currency)
                      from balance b
                      full join (select account, currency, sum(amount) as amount, max(position) as position
                                   from posting group by account, currency) p
                        on (p.account, p.currency) = (b.account, b.currency)
                     where (b.amount, b.position) is distinct from (p.amount, p.position)
                    """));
}
