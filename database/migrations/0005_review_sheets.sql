-- Review sheets as they were written: a sheet that comes back must be one of these, and unchanged.

create table identity.review_sheets (
  sheet_id text primary key,
  kind text not null check (kind in ('expert', 'enterprise', 'matter')),
  model_version text not null,
  pairs integer not null,
  checksum text not null,
  masked boolean not null,
  written_by text not null,
  written_at timestamptz not null
);
comment on column identity.review_sheets.checksum is 'SHA-256 over what is locked in the sheet, hexadecimal';
