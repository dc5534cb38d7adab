create table trade_filing_directory (
    stream           text        primary key,
    id               uuid        not null unique,
    version          bigint      not null,
    position         bigint      not null,
    recorded_at      timestamptz not null,
    created_position bigint      not null unique,
    base             text        not null,
    provider         uuid        not null,
    buyer            uuid        not null,
    state            jsonb       not null
);

comment on table trade_filing_directory is 'The trades that were made elsewhere and are filed here.';

create index on trade_filing_directory (provider, created_position);
create index on trade_filing_directory (buyer, created_position);

alter table turnover_fact alter column listing drop not null;

comment on column turnover_fact.trade is 'The order, or the filed trade.';
comment on column turnover_fact.listing is 'Null for a filed trade, which has none.';
comment on column turnover_fact.client is 'The marketplace of the order; empty for a filed trade.';
