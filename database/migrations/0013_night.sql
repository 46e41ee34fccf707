-- The night: which deliveries of a system were taken, what a sync came to, what its guards found, what is held.

create table ops.deliveries (
  system text not null,
  day text not null,
  stamp text not null,
  status text not null check (status in ('accepted', 'incomplete', 'held', 'refused')),
  run_id text references ops.runs,
  message text,
  first_seen timestamptz not null default now(),
  settled_at timestamptz not null default now(),
  primary key (system, day)
);
comment on table ops.deliveries is 'days of systems that hand over a day at a time; one that is accepted is read again only where its stamp differs';

create table ops.syncs (
  id bigint generated always as identity primary key,
  system text not null,
  night text not null,
  operator text not null,
  status text not null check (status in ('running', 'green', 'warned', 'stopped', 'failed', 'busy')),
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  days text[] not null default '{}',
  read bigint not null default 0,
  inserted bigint not null default 0,
  updated bigint not null default 0,
  deleted bigint not null default 0,
  quarantined bigint not null default 0,
  message text,
  next_step text
);
create index syncs_system on ops.syncs (system, id desc);
comment on column ops.syncs.night is 'Beijing day on which the sync began';
comment on column ops.syncs.days is 'business days that were taken, in order; empty text for a source that is read as it stands';

create table ops.sync_runs (
  sync_id bigint not null references ops.syncs on delete cascade,
  run_id text not null references ops.runs,
  primary key (sync_id, run_id)
);

create table ops.guard_findings (
  id bigint generated always as identity primary key,
  sync_id bigint not null references ops.syncs on delete cascade,
  system text not null,
  stream text not null default '',
  guard text not null,
  level text not null check (level in ('warn', 'stop')),
  measured text not null,
  expected text not null,
  learned boolean not null,
  message_zh text not null,
  message_en text not null
);
create index guard_findings_sync on ops.guard_findings (sync_id);

create table ops.holds (
  id bigint generated always as identity primary key,
  system text not null,
  stream text not null default '',
  guard text not null,
  day text not null default '',
  fingerprint text not null default '',
  records bigint not null default 0,
  message_zh text not null default '',
  message_en text not null default '',
  opened_run text,
  opened_at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'approved', 'refused', 'released', 'over')),
  decided_by text,
  reason text,
  decided_at timestamptz,
  closed_at timestamptz
);
comment on table ops.holds is 'what a guard keeps from the target until somebody answers for it';
comment on column ops.holds.state is 'approved: takes effect with the next run; released: it took effect; refused: it is kept out; over: the cause is gone';
create unique index holds_open on ops.holds (system, stream, guard) where state = 'open';

create table ops.held_deletions (
  hold_id bigint not null references ops.holds on delete cascade,
  source_key text not null,
  primary key (hold_id, source_key)
);
comment on table ops.held_deletions is 'keys a hold of deletions concerns: an approval holds for these and no others';

create table ops.alerts (
  cause text primary key,
  system text not null,
  title_zh text not null,
  title_en text not null,
  opened_at timestamptz not null default now(),
  told_at timestamptz,
  over_at timestamptz,
  over_told_at timestamptz
);
comment on table ops.alerts is 'causes somebody was told of: once when they appear, once when they are over';
