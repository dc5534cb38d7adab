create table proposal_directory (
    stream           text        primary key,
    id               uuid        not null unique,
    version          bigint      not null,
    position         bigint      not null,
    recorded_at      timestamptz not null,
    created_position bigint      not null unique,
    status           text        not null,
    expires_at       timestamptz not null,
    state            jsonb       not null
);

comment on table proposal_directory is 'What needs a second person. An open one whose time is past reads as expired; nothing is recorded then.';

create index on proposal_directory (created_position) where status = 'OPEN';
