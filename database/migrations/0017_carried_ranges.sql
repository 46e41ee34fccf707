-- Ranges of a delivery that are the same as at the last acceptance are not read again: their records are carried on.

alter table ops.stream_runs add column carried_rows bigint not null default 0;
comment on column ops.stream_runs.carried_rows is 'records among those read that the source said to be unchanged, range by range: counted and hashed there, not read';
