-- Identity (which canonical records are the same entity, and who says so) and golden records. Written by hand; the
-- business columns of golden.experts and golden.enterprises follow the schemas and are compared with them.

create schema identity;
create schema golden;

create table identity.models (
  model_id bigint generated always as identity primary key,
  kind text not null check (kind in ('expert', 'enterprise', 'matter')),
  version integer not null,
  state text not null default 'draft' check (state in ('draft', 'current', 'retired')),
  definition jsonb not null,
  parameters jsonb not null,
  fingerprint uuid not null,
  made_by text not null,
  made_at timestamptz not null default now(),
  unique (kind, version)
);
create unique index models_current on identity.models (kind) where state = 'current';
comment on table identity.models is 'definition and trained parameters; a row never changes but for its state, so that a weight can always be explained';

create table identity.runs (
  run_id text primary key,
  seq bigint generated always as identity unique,
  kind text not null check (kind in ('expert', 'enterprise', 'matter')),
  mode text not null check (mode in ('full', 'incremental')),
  status text not null check (status in ('running', 'done', 'failed', 'abandoned')),
  model_id bigint references identity.models,
  operator text not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  records bigint not null default 0,
  changed bigint not null default 0,
  pairs bigint not null default 0,
  merged bigint not null default 0,
  review bigint not null default 0,
  apart bigint,
  conflicts bigint not null default 0,
  entities bigint not null default 0,
  message text
);
create index runs_kind on identity.runs (kind, seq desc);
comment on column identity.runs.pairs is 'pairs scored';
comment on column identity.runs.merged is 'records that joined another in one entity: records less entities';
comment on column identity.runs.review is 'pairs that wait for a steward';
comment on column identity.runs.apart is 'scored pairs below the review floor, which are not kept; empty where nobody counted them';

-- A canonical record under a small number of its own: pairs are many, and a number is a quarter of a uuid. A row stays
-- when its record vanishes, so that judgements and the old entity are found again should it come back.
create table identity.records (
  record_no integer generated always as identity primary key,
  kind text not null,
  record_id uuid not null,
  entity text not null,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  row_hash uuid not null,
  deleted boolean not null default false,
  first_run text not null,
  gone_run text,
  unique (kind, record_id)
);
create index records_place on identity.records (source_key, stream);
comment on column identity.records.entity is 'canonical entity the record is a row of';
comment on column identity.records.row_hash is 'as last reconciled: another hash is a changed record';
comment on column identity.records.deleted is 'deleted at the source; the record still belongs to its entity';
comment on column identity.records.gone_run is 'run that no longer found the canonical row';

create table identity.entities (
  entity_id bigint generated always as identity primary key,
  kind text not null,
  state text not null default 'live' check (state in ('live', 'merged', 'retired')),
  merged_into bigint references identity.entities,
  first_run text not null,
  last_run text,
  check ((state = 'merged') = (merged_into is not null))
);
create index entities_merged on identity.entities (merged_into) where merged_into is not null;
comment on table identity.entities is 'every id ever given out; none is given twice';
comment on column identity.entities.merged_into is 'redirect: the entity that took over';
comment on column identity.entities.last_run is 'run that merged or retired it';

create table identity.members (
  record_no integer primary key references identity.records,
  entity_id bigint not null references identity.entities,
  role text not null,
  since_run text not null
);
create index members_entity on identity.members (entity_id);
comment on column identity.members.role is 'empty where the record is the entity; the role it is mentioned in, or plays in a matter';

create table identity.history (
  id bigint generated always as identity primary key,
  kind text not null,
  run_id text not null,
  at timestamptz not null default now(),
  event text not null check (event in ('merged', 'split', 'moved', 'retired', 'revived')),
  entity_id bigint not null,
  other_entity_id bigint,
  record_no integer,
  reason text not null
);
create index history_entity on identity.history (entity_id);
create index history_other on identity.history (other_entity_id);
comment on column identity.history.other_entity_id is 'merged: into; split: the new one; moved: where to';

create table identity.pairs (
  kind text not null,
  left_no integer not null,
  right_no integer not null,
  weight real not null,
  conflict boolean not null,
  band text not null check (band in ('merge', 'review')),
  status text not null check (status in ('joined', 'review', 'weak_bridge', 'must_not_link', 'identifier',
    'same_system', 'contested')),
  model_id bigint not null,
  run_id text not null,
  check (left_no < right_no)
) partition by list (kind);
create table identity.pairs_expert partition of identity.pairs for values in ('expert');
create table identity.pairs_enterprise partition of identity.pairs for values in ('enterprise');
create table identity.pairs_matter partition of identity.pairs for values in ('matter');
create unique index pairs_expert_pair on identity.pairs_expert (left_no, right_no);
create unique index pairs_enterprise_pair on identity.pairs_enterprise (left_no, right_no);
create unique index pairs_matter_pair on identity.pairs_matter (left_no, right_no);
create index pairs_right on identity.pairs (right_no);
comment on table identity.pairs is 'scored pairs at or above the review floor';
comment on column identity.pairs.status is 'joined: both in one entity; review: waits for a steward; the others say what keeps the two apart';

create table identity.relations (
  id bigint generated always as identity primary key,
  relation text not null check (relation in ('branch_of', 'renamed_from', 'legal_representative_of')),
  from_entity_id bigint not null references identity.entities,
  to_entity_id bigint references identity.entities,
  to_name text,
  record_no integer not null references identity.records,
  run_id text not null,
  check (to_entity_id is not null or to_name is not null)
);
create unique index relations_once on identity.relations
  (relation, from_entity_id, coalesce(to_entity_id, 0), coalesce(to_name, ''));
create index relations_to on identity.relations (to_entity_id);
comment on column identity.relations.to_name is 'the name the record gives; stands alone where no entity bears it';

create table identity.conflicts (
  id bigint generated always as identity primary key,
  kind text not null,
  rule text not null,
  subject text not null,
  records integer[] not null,
  detail text not null,
  opened_run text not null,
  opened_at timestamptz not null default now(),
  closed_run text
);
create unique index conflicts_open on identity.conflicts (kind, rule, subject) where closed_run is null;
comment on column identity.conflicts.rule is 'what contradicts what; the list stands in schemas/identity.ts';

create table identity.imports (
  import_id bigint generated always as identity primary key,
  kind text not null,
  file_name text not null,
  file_checksum text not null,
  sheet_version text not null,
  os_user text not null,
  imported_by text not null,
  imported_at timestamptz not null default now(),
  undone_by text,
  undone_at timestamptz,
  undone_reason text
);

create table identity.judgements (
  judgement_id bigint generated always as identity primary key,
  kind text not null,
  left_id uuid not null,
  right_id uuid not null,
  verdict text not null check (verdict in ('same', 'different', 'unsure')),
  reason text not null check (reason <> ''),
  judged_by text not null check (judged_by <> ''),
  os_user text not null,
  judged_at timestamptz not null default now(),
  left_version jsonb not null,
  right_version jsonb not null,
  joins_codes boolean not null default false,
  import_id bigint references identity.imports,
  restores bigint references identity.judgements,
  closed_at timestamptz,
  closed_by text,
  closed_reason text,
  superseded_by bigint references identity.judgements deferrable initially deferred,
  check (left_id < right_id),
  check ((closed_at is null) = (closed_by is null))
);
create unique index judgements_live on identity.judgements (kind, left_id, right_id) where closed_at is null;
create index judgements_import on identity.judgements (import_id) where import_id is not null;
comment on table identity.judgements is 'appended; closed or superseded, never changed or deleted';
comment on column identity.judgements.left_version is 'hash of every compared field as the steward saw it';
comment on column identity.judgements.joins_codes is 'says that two different valid identifiers belong to one: in force only once a second person has confirmed it';
comment on column identity.judgements.restores is 'the judgement an undone import had superseded';

create table identity.confirmations (
  judgement_id bigint primary key references identity.judgements,
  confirmed_by text not null check (confirmed_by <> ''),
  os_user text not null,
  confirmed_at timestamptz not null default now(),
  reason text not null
);

create table identity.judgement_states (
  judgement_id bigint primary key references identity.judgements,
  state text not null check (state in ('stale', 'asleep', 'lifted')),
  changed_fields text[] not null,
  since_run text not null
);
comment on table identity.judgement_states is 'derived anew by each run; a judgement without a row is current';

create function identity.only_close_judgement() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'judgements are never deleted'; end if;
  if old.closed_at is not null
    or (to_jsonb(new) - array['closed_at', 'closed_by', 'closed_reason', 'superseded_by'])
      <> (to_jsonb(old) - array['closed_at', 'closed_by', 'closed_reason', 'superseded_by']) then
    raise exception 'judgements are closed, never changed';
  end if;
  return new;
end $$;
create trigger only_close before update or delete on identity.judgements
  for each row execute function identity.only_close_judgement();

-- A steward's choice of the value that survives: that of a record, or one of the steward's own.
create table identity.pins (
  pin_id bigint generated always as identity primary key,
  kind text not null,
  record_id uuid not null,
  field text not null,
  value text,
  pinned_by text not null,
  pinned_at timestamptz not null default now(),
  reason text not null,
  closed_at timestamptz,
  closed_by text
);
create unique index pins_live on identity.pins (kind, record_id, field) where closed_at is null;
comment on column identity.pins.value is 'empty: the value of the record itself';

create table golden.names (
  entity_id bigint not null references identity.entities,
  name text not null,
  is_current boolean not null,
  changed_at timestamp,
  record_no integer not null references identity.records,
  primary key (entity_id, name)
);
comment on table golden.names is 'every name an entity has borne (曾用名)';

create table golden.experts (
  entity_id bigint primary key,
  "row_hash" uuid not null,
  "run_id" text not null,
  "records" integer not null,
  "origins" jsonb not null,
  "pool_status" text not null,
  "expert_number" text,
  "name" text,
  "gender" text,
  "document_type" text,
  "id_number" text,
  "document_number" text,
  "birth_date" date,
  "education" text,
  "title" text,
  "title_certificate" text,
  "employer" text,
  "duty" text,
  "working_since" text,
  "employed" boolean,
  "mobile" text,
  "other_phone" text,
  "address" text,
  "division_code" text,
  "entered_at" timestamp,
  "base_type" text,
  "status" text,
  "modified_at" timestamp
);
comment on table golden.experts is '专家（一人一行）';

create table golden.enterprises (
  entity_id bigint primary key,
  "row_hash" uuid not null,
  "run_id" text not null,
  "records" integer not null,
  "origins" jsonb not null,
  "name" text,
  "former_name" text,
  "short_name" text,
  "parent_name" text,
  "party_type" text,
  "party_role" text,
  "party_roles" text,
  "legal_code" text,
  "legal_code_type" text,
  "uscc" text,
  "organization_code" text,
  "registration_number" text,
  "id_number" text,
  "licence_number" text,
  "budget_unit_code" text,
  "legal_representative" text,
  "representative_id_number" text,
  "representative_phone" text,
  "industry_code" text,
  "registered_capital" numeric(24,6),
  "capital_currency" text,
  "founded_on" date,
  "licence_ends_on" date,
  "licence_open_ended" boolean,
  "qualification_text" text,
  "division_code" text,
  "province_code" text,
  "county" text,
  "address" text,
  "postcode" text,
  "contact_name" text,
  "contact_phone" text,
  "email" text,
  "bank_name" text,
  "bank_account" text,
  "listed_on" date,
  "registered_at" timestamp,
  "review_status" text,
  "status" text,
  "modified_at" timestamp
);
comment on table golden.enterprises is '主体（一家一行）';

create table golden.matters (
  entity_id bigint primary key,
  row_hash uuid not null,
  run_id text not null,
  records integer not null,
  origins jsonb not null,
  name text,
  code text,
  division_code text,
  stages text not null
);
comment on table golden.matters is '交易事项（一事一行）';
comment on column golden.matters.stages is 'roles its records play, separated by ;';

create view golden.origins as
  select g.kind, g.entity_id, o.key as field, (o.value ->> 'record')::integer as record_no,
    (o.value ->> 'pin')::bigint as pin_id, o.value ->> 'rule' as rule
  from (
    select 'expert' as kind, entity_id, origins from golden.experts
    union all select 'enterprise', entity_id, origins from golden.enterprises
    union all select 'matter', entity_id, origins from golden.matters) g
  cross join jsonb_each(g.origins) o;
comment on view golden.origins is 'where each golden value comes from, and the rule that chose it';
