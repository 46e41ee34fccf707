-- Schemas and the operational tables: runs, chunks, issues, quarantine, contracts, access log.

create schema if not exists ops;
create schema raw;
create schema canonical;
create schema stage;

create table ops.runs (
  run_id text primary key,
  seq bigint generated always as identity unique,
  system text not null,
  status text not null check (status in ('running', 'green', 'red', 'failed', 'abandoned')),
  fingerprint text not null,
  as_of timestamptz not null,
  day text not null default '',
  complete boolean not null default true,
  operator text not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  message text
);
create index runs_system on ops.runs (system, seq desc);

create table ops.stream_runs (
  run_id text not null references ops.runs,
  stream text not null,
  position integer not null,
  status text not null check (status in ('staging', 'staged', 'ruled', 'merged', 'green', 'red', 'failed', 'held')),
  fingerprint text,
  mapping_version integer not null,
  stream_version integer not null,
  declared_rows bigint,
  read bigint not null default 0,
  inserted bigint not null default 0,
  updated bigint not null default 0,
  unchanged bigint not null default 0,
  superseded bigint not null default 0,
  deleted bigint not null default 0,
  skipped bigint not null default 0,
  quarantined bigint not null default 0,
  vanished bigint not null default 0,
  canonical_read bigint not null default 0,
  canonical_loaded bigint not null default 0,
  bytes bigint not null default 0,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  message text,
  primary key (run_id, stream)
);
comment on column ops.stream_runs.read is 'records the connector delivered, counted before mapping';
comment on column ops.stream_runs.vanished is 'keys a complete delivery no longer holds; beside the balance, not part of read';

create table ops.chunks (
  run_id text not null references ops.runs,
  stream text not null,
  phase text not null check (phase in ('stage', 'rules', 'merge')),
  chunk_no integer not null,
  ord_from bigint not null,
  ord_to bigint not null,
  cursor text,
  read bigint not null default 0,
  inserted bigint not null default 0,
  updated bigint not null default 0,
  unchanged bigint not null default 0,
  deleted bigint not null default 0,
  skipped bigint not null default 0,
  quarantined bigint not null default 0,
  canonical bigint not null default 0,
  committed_at timestamptz not null default now(),
  primary key (run_id, stream, phase, chunk_no)
);

create table ops.chunk_amounts (
  run_id text not null,
  stream text not null,
  chunk_no integer not null,
  entity text not null,
  field text not null,
  amount numeric not null,
  primary key (run_id, stream, chunk_no, entity, field)
);
comment on table ops.chunk_amounts is 'sums in yuan taken while reading, before staging: the source side of the balance';

create table ops.stream_amounts (
  run_id text not null references ops.runs,
  stream text not null,
  entity text not null,
  field text not null,
  source_sum numeric not null,
  loaded_sum numeric not null,
  quarantined_sum numeric not null,
  skipped_sum numeric not null,
  target_sum numeric not null,
  primary key (run_id, stream, entity, field)
);

create table ops.issues (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  raw_hash uuid,
  position text not null,
  field text not null,
  rule text not null,
  severity text not null check (severity in ('blocking', 'warning', 'info')),
  disposition text not null check (disposition in ('quarantined', 'repaired', 'loaded', 'skipped')),
  loaded_value text,
  personal text not null default 'none',
  detail text,
  day text not null default '',
  first_run text not null,
  closed_run text
);
create index issues_stream on ops.issues (system, stream, source_key);

create table ops.quarantine (
  id bigint generated always as identity primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  raw_hash uuid not null,
  position text not null,
  rules text[] not null,
  state text not null check (state in ('open', 'waived', 'closed')),
  opened_run text not null,
  closed_run text,
  closed_reason text,
  waived_by text,
  waived_reason text,
  waived_at timestamptz,
  unique (system, stream, source_key, raw_hash)
);

create table ops.stream_contracts (
  system text not null,
  stream text not null,
  version integer not null,
  columns text[] not null,
  first_run text not null,
  primary key (system, stream, version)
);

create table ops.access_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  operator text not null,
  action text not null,
  subject text not null
);
comment on table ops.access_log is 'every look at unmasked personal data';
