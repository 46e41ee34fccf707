-- Parties that are only named inside another record, and which enterprise each of them is.

alter table identity.entities add column named_only boolean not null default false;
comment on column identity.entities.named_only is 'known from mentions alone: no record is the entity';

-- What an enterprise can be recognised by, hashed: it is compared for equality only.
create table identity.record_keys (
  record_no integer primary key references identity.records,
  row_hash uuid not null,
  organization uuid,
  person uuid,
  registration uuid,
  names uuid[] not null
);
comment on column identity.record_keys.row_hash is 'of the record when the keys were taken: another hash means they are to be taken anew';

-- Mentions that give the same name, codes, telephone and register entry are one and are resolved once.
create table identity.mentions (
  mention_no integer generated always as identity primary key,
  key uuid not null unique,
  name text,
  former_name text,
  legal_code text,
  uscc text,
  organization_code text,
  registration_number text,
  id_number text,
  contact_phone text,
  party_id uuid,
  organization uuid,
  person uuid,
  registration uuid,
  names uuid[],
  name_kind text check (name_kind in ('full', 'partial', 'none')),
  entity_id bigint references identity.entities,
  basis text check (basis in ('code', 'reference', 'name', 'own_code', 'own_name',
    'open_several', 'open_contradiction', 'open_unknown')),
  first_run text not null,
  since_run text not null,
  gone_run text,
  check ((entity_id is null) = (basis is null or basis like 'open%'))
);
create index mentions_entity on identity.mentions (entity_id);
comment on column identity.mentions.names is 'hashes of the name without its spelling, the former name behind it; empty until the keys are taken';
comment on column identity.mentions.name_kind is 'full: place and form or office, so that no other body bears it; none: too little to go by';
comment on column identity.mentions.basis is 'why it is that entity, or why it is left open';
