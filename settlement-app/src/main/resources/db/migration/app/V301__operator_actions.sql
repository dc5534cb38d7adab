-- What operators did to a running engine: who, when, what, why, and what came of it. Rows are added and never changed.
create table operator_action (
    number       bigint generated always as identity primary key,
    id           uuid        not null,
    request_hash text        not null,
    issuer       text        not null,
    client       text        not null,
    subject      text        not null,
    at           timestamptz not null,
    action       text        not null,
    target       text        not null,
    reason       text        not null,
    outcome      text        not null check (outcome in ('DONE', 'REFUSED')),
    answer       text        not null
);

-- Only what was done binds its idempotency key; what was refused is decided anew.
create unique index operator_action_done on operator_action (id) where outcome = 'DONE';

comment on column operator_action.id is 'Derived from issuer, client, subject and idempotency key, as the ids of commands are.';
comment on column operator_action.target is 'What was acted on: the id of a parked trade, or the name of a projection.';
comment on column operator_action.answer is 'The JSON that was answered; of a refusal its code and sentence.';

-- An evicted event stays as a record: its steps must not be taken after all when a crash has it handled again.
alter table parked_event add column evicted_at timestamptz;
create index parked_event_waiting on parked_event (process, sequence_key, position) where evicted_at is null;
