-- The read models. Everything here can be dropped and built again from the event log.

create table projection (
    name       text        primary key,
    revision   integer     not null,
    position   bigint      not null check (position >= 0),
    updated_at timestamptz not null
);

comment on table projection is 'How far each projection has read the log. Changed in the transaction that writes its rows, and locked by whoever writes them.';
comment on column projection.revision is 'The shape of the rows; another revision in the code means that they are built anew.';
comment on column projection.position is 'The last event whose rows are written; 0 before the first.';

-- Directories: each row is an aggregate as its events tell it, folded by the function that the write side uses.

create table member_directory (
    stream              text        primary key,
    id                  uuid        not null unique,
    version             bigint      not null,
    position            bigint      not null,
    recorded_at         timestamptz not null,
    created_position    bigint      not null unique,
    status              text        not null,
    registration_number text        not null,
    legal_name          text        not null,
    state               jsonb       not null
);

comment on table member_directory is 'The members. state is what the write side folds from the same events.';
comment on column member_directory.version is 'How many events the stream has: the sequence of the last one plus one.';
comment on column member_directory.position is 'The last event of the stream.';
comment on column member_directory.recorded_at is 'When the last event of the stream was recorded.';
comment on column member_directory.created_position is 'The first event of the stream: pages are in this order, which never changes.';

create index on member_directory (registration_number);
create index on member_directory using gin ((state -> 'mandates') jsonb_path_ops);

create table listing_directory (
    stream           text        primary key,
    id               uuid        not null unique,
    version          bigint      not null,
    position         bigint      not null,
    recorded_at      timestamptz not null,
    created_position bigint      not null unique,
    status           text        not null,
    client           text        not null,
    provider         uuid        not null,
    state            jsonb       not null
);

comment on table listing_directory is 'The listings, on the shelf or not.';

create index on listing_directory (client, created_position);
create index on listing_directory (provider, created_position);
create index on listing_directory (created_position) where status = 'LIVE';

create table order_directory (
    stream           text        primary key,
    id               uuid        not null unique,
    version          bigint      not null,
    position         bigint      not null,
    recorded_at      timestamptz not null,
    created_position bigint      not null unique,
    status           text        not null,
    ended            boolean     not null,
    client           text        not null,
    reference        text        not null,
    buyer            uuid        not null,
    provider         uuid        not null,
    listing          uuid        not null,
    deadline         text,
    due_at           timestamptz,
    state            jsonb       not null
);

comment on table order_directory is 'The orders.';
comment on column order_directory.ended is 'Whether the order is at rest for good: no money of it is on its way.';
comment on column order_directory.due_at is 'When the running deadline ends; null while none runs.';

create index on order_directory (client, created_position);
create index on order_directory (client, reference);
create index on order_directory (buyer, created_position);
create index on order_directory (provider, created_position);
create index on order_directory (listing, created_position);
create index on order_directory (status, created_position);

create table escrow_directory (
    stream           text        primary key,
    id               uuid        not null unique,
    version          bigint      not null,
    position         bigint      not null,
    recorded_at      timestamptz not null,
    created_position bigint      not null unique,
    status           text        not null,
    currency         text        not null,
    funded           bigint      not null,
    released         bigint      not null,
    refunded         bigint      not null,
    held             bigint      not null,
    state            jsonb       not null
);

comment on table escrow_directory is 'The escrows; id is the id of the order. Amounts are in minor units.';

create table receipt_directory (
    stream           text        primary key,
    id               uuid        not null unique,
    version          bigint      not null,
    position         bigint      not null,
    recorded_at      timestamptz not null,
    created_position bigint      not null unique,
    reference        text        not null,
    account          text        not null,
    member           uuid        not null,
    state            jsonb       not null
);

comment on table receipt_directory is 'The receipts at the supervised bank.';

create index on receipt_directory (reference);
create index on receipt_directory (member, created_position);

create table account_directory (
    stream           text        primary key,
    member           uuid        not null,
    currency         text        not null,
    version          bigint      not null,
    position         bigint      not null,
    recorded_at      timestamptz not null,
    created_position bigint      not null unique,
    open             boolean     not null,
    state            jsonb       not null,
    unique (member, currency)
);

comment on table account_directory is 'The accounts of members, one per member and currency.';

-- The journal.

create table posting (
    position     bigint      not null,
    leg          integer     not null,
    account      text        not null,
    currency     text        not null,
    amount       bigint      not null,
    balance      bigint      not null,
    effective_at timestamptz not null,
    recorded_at  timestamptz not null,
    event_type   text        not null,
    trade        uuid,
    stream       text        not null,
    primary key (position, leg)
);

comment on table posting is 'The journal: every leg of every entry, append only, in order of position. Positive amounts credit the account.';
comment on column posting.position is 'The event that posts; all its legs sum to zero per currency.';
comment on column posting.amount is 'In minor units, signed.';
comment on column posting.balance is 'The balance of the account after this leg, on the recorded axis.';
comment on column posting.effective_at is 'When it counts.';
comment on column posting.recorded_at is 'When it was recorded; never decreases with the position.';
comment on column posting.trade is 'The order, if the event is part of a trade.';

create index on posting (account, currency, position);
create index on posting (trade, position) where trade is not null;

create table balance (
    account  text   not null,
    currency text   not null,
    amount   bigint not null,
    position bigint not null,
    primary key (account, currency)
);

comment on table balance is 'What each account stands at, after the last event that posted to it.';

-- The history of trades.

create table trade_event (
    position        bigint      primary key,
    trade           uuid        not null,
    event_id        uuid        not null unique,
    event_type      text        not null,
    event_revision  integer     not null,
    stream          text        not null,
    sequence        bigint      not null,
    effective_at    timestamptz not null,
    recorded_at     timestamptz not null,
    payload         jsonb       not null,
    command_id      text,
    root_command_id text,
    causation_id    text,
    client          text,
    subject         text
);

comment on table trade_event is 'Every event that is part of a trade, whichever aggregate it happened to. Append only.';
comment on column trade_event.command_id is 'The command that recorded it.';
comment on column trade_event.root_command_id is 'The client''s command at the beginning of the chain.';
comment on column trade_event.causation_id is 'The event that a process answered with the command.';
comment on column trade_event.client is 'Whose token asked.';
comment on column trade_event.subject is 'Which person asked, as a pseudonym.';

create index on trade_event (trade, position);

-- Turnover.

create table trade_dimension (
    trade          uuid   primary key,
    position       bigint not null,
    base           text   not null,
    channel        text   not null,
    product_type   text   not null,
    sector         text   not null,
    origin         text   not null,
    territory      text   not null,
    scenario       text   not null,
    buyer_roles    text   not null,
    provider_roles text   not null,
    client         text   not null,
    listing        uuid   not null,
    terms          jsonb  not null
);

comment on table trade_dimension is 'What reports group a trade by, and the terms it settles by, as the placing event fixed them.';

create table turnover_fact (
    position         bigint      not null,
    basis            text        not null,
    after_settlement boolean     not null,
    trade            uuid        not null,
    currency         text        not null,
    gross            bigint      not null,
    net              bigint      not null,
    vat              bigint      not null,
    fee              bigint      not null,
    effective_at     timestamptz not null,
    business_date    date        not null,
    recorded_at      timestamptz not null,
    base             text        not null,
    channel          text        not null,
    product_type     text        not null,
    sector           text        not null,
    origin           text        not null,
    territory        text        not null,
    scenario         text        not null,
    buyer_roles      text        not null,
    provider_roles   text        not null,
    client           text        not null,
    listing          uuid        not null,
    primary key (position, basis)
);

comment on table turnover_fact is 'What happened to trades, in amounts, with every dimension beside it. Append only, in order of position.';
comment on column turnover_fact.basis is 'SIGNED, FUNDED, DELIVERED, ACCEPTED, SETTLED, REFUNDED or FILED.';
comment on column turnover_fact.after_settlement is 'For a refund: whether the amount had been settled, so that turnover is less by it.';
comment on column turnover_fact.business_date is 'The date in Asia/Shanghai on which it counts; periods choose by it.';

-- An order counts once per basis; only refunds after settlement can be several.
create unique index turnover_fact_once on turnover_fact (trade, basis) where not after_settlement;
create index on turnover_fact (basis, business_date);

-- Deadlines.

create table deadline (
    trade    uuid        primary key,
    deadline text        not null,
    due_at   timestamptz not null,
    event_id uuid        not null,
    position bigint      not null
);

comment on table deadline is 'The deadlines that run now. An order whose money is on its way, or that has ended, has none.';
comment on column deadline.due_at is 'From this instant on it is too late.';
comment on column deadline.event_id is 'The event that set the deadline going.';

create index on deadline (due_at, position);
