create table payout_directory (
    stream           text        primary key,
    id               uuid        not null unique,
    version          bigint      not null,
    position         bigint      not null,
    recorded_at      timestamptz not null,
    created_position bigint      not null unique,
    status           text        not null,
    member           uuid        not null,
    currency         text        not null,
    amount           bigint      not null,
    state            jsonb       not null
);

comment on table payout_directory is 'The payouts to members'' bank accounts. The numbers of these accounts are not here; state names them.';
comment on column payout_directory.amount is 'In minor units.';

create index on payout_directory (member, created_position);
create index on payout_directory (status, created_position);

create table payee_directory (
    stream           text        primary key,
    member           uuid        not null,
    currency         text        not null,
    version          bigint      not null,
    position         bigint      not null,
    recorded_at      timestamptz not null,
    created_position bigint      not null unique,
    state            jsonb       not null,
    unique (member, currency)
);

comment on table payee_directory is 'The bank accounts that members are paid out to, one per member and currency. Their numbers are not here; state names them.';
