-- The event log and the snapshots of its aggregates.
-- Rights are not granted here: the role that runs the application needs SELECT and INSERT on event,
-- and SELECT, INSERT and UPDATE on snapshot.

create table event (
    position         bigint      primary key check (position > 0),
    event_id         uuid        not null unique,
    aggregate_id     text        not null,
    sequence         bigint      not null check (sequence >= 0),
    aggregate_type   text,
    payload_type     text        not null,
    payload_revision text,
    recorded_at      timestamptz not null,
    payload          bytea       not null,
    metadata         bytea       not null,
    unique (aggregate_id, sequence)
)
-- Statements are planned once and kept. A plan made from the statistics of a log of a few pages scans it, and would
-- go on to do so, under the append lock, while the log grows. Without statistics PostgreSQL takes the indexes: so
-- none are gathered before the log is large enough that they say the same.
with (autovacuum_analyze_threshold = 10000, autovacuum_vacuum_insert_threshold = 10000);

comment on table event is 'The event log: append only, in order of position. Written under one advisory lock.';
comment on column event.position is 'Place in the log, from 1, without gaps; given under the append lock.';
comment on column event.event_id is 'Unique id. The n-th event of a command has UUIDv5(command id, n): also the command index.';
comment on column event.aggregate_id is 'The aggregate that the event belongs to; the event id if it belongs to none.';
comment on column event.sequence is 'Place in the stream of the aggregate, from 0, without gaps.';
comment on column event.aggregate_type is 'Type of the aggregate; null if the event belongs to none.';
comment on column event.payload_type is 'Name of the type of the payload.';
comment on column event.payload_revision is 'Revision of the payload type, for upcasters; null if it has none.';
comment on column event.recorded_at is 'When the event was recorded; never decreases with the position.';
comment on column event.payload is 'The serialised event, as it was when it was recorded.';
comment on column event.metadata is 'The serialised metadata, as it was when the event was recorded.';

-- Defence in depth: rights should already forbid what these triggers refuse.
create function refuse_change_of_event_log() returns trigger language plpgsql as $$
begin
    raise exception 'The event log is append only: % on table % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege', hint = 'Correct a fact by recording another event.';
end
$$;

comment on function refuse_change_of_event_log() is 'Refuses whatever is not an INSERT into the event log.';

create trigger event_is_append_only before update or delete or truncate on event
    for each statement execute function refuse_change_of_event_log();

-- Also in sessions that turn ordinary triggers off (session_replication_role).
alter table event enable always trigger event_is_append_only;

create table snapshot (
    aggregate_id     text        primary key,
    sequence         bigint      not null check (sequence >= 0),
    aggregate_type   text        not null,
    payload_type     text        not null,
    payload_revision text,
    payload          bytea       not null,
    metadata         bytea       not null,
    recorded_at      timestamptz not null
);

comment on table snapshot is 'The newest snapshot of each aggregate that has one. Can be deleted at any time: it saves reading, it keeps nothing.';
comment on column snapshot.aggregate_id is 'The aggregate whose state this is.';
comment on column snapshot.sequence is 'The sequence of the last event in the state.';
comment on column snapshot.aggregate_type is 'Type of the aggregate.';
comment on column snapshot.payload_type is 'Name of the type of the state.';
comment on column snapshot.payload_revision is 'Revision of the payload type, for snapshot filters; null if it has none.';
comment on column snapshot.payload is 'The serialised state.';
comment on column snapshot.metadata is 'The serialised metadata.';
comment on column snapshot.recorded_at is 'When the snapshot was taken.';
