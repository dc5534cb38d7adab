-- What the engine itself keeps beside the log.

-- Free texts named by events. Erasing a row erases the text; the log only knows its name.
create table vault_text (
    id   uuid primary key,
    body text not null
);

-- Secrets that all nodes of one database share: the key of the request hashes.
create table engine_secret (
    name  text primary key,
    value bytea not null
);

-- How far the processes have read: every event up to here has had its steps taken, or is parked.
create table process_position (
    name       text primary key,
    position   bigint not null,
    updated_at timestamptz not null default now()
);

-- Steps that were refused and wait for an operator, and the later events of the same trade that wait behind them.
create table parked_event (
    process     text not null,
    position    bigint not null,
    sequence_key text not null,
    event_id    uuid not null,
    reason      text not null,
    parked_at   timestamptz not null default now(),
    primary key (process, position)
);
