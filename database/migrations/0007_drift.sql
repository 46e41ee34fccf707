-- What the columns of a live source are, and which departures from what a stream declares somebody answers for.

create table ops.source_columns (
  system text not null,
  stream text not null,
  column_name text not null,
  type text not null,
  encoding text,
  run_id text not null,
  primary key (system, stream, column_name)
);
comment on table ops.source_columns is 'columns as the last run found them; a change of character set shows against these';
comment on column ops.source_columns.run_id is 'the run that first found the column like this';

create table ops.drift_approvals (
  id bigint generated always as identity primary key,
  system text not null,
  stream text not null,
  column_name text not null,
  kind text not null check (kind in ('new', 'missing', 'type', 'charset')),
  declared text,
  found text,
  approved_by text not null,
  reason text not null,
  approved_at timestamptz not null default now(),
  withdrawn_by text,
  withdrawn_at timestamptz
);
comment on table ops.drift_approvals is 'departures of a source from what its stream declares that somebody answers for';
create unique index drift_approvals_live on ops.drift_approvals (system, stream, column_name, kind)
  where withdrawn_at is null;
