-- A delivery that is the same as the one before is not read again: its outcome is carried on.

alter table ops.stream_runs add column read_by text;
comment on column ops.stream_runs.read_by is 'fingerprint of what reads the delivery: connectors, formats and settings; null where nobody says';
alter table ops.stream_runs add column carried_from text references ops.runs;
comment on column ops.stream_runs.carried_from is 'the run whose outcome holds on, because the delivery is the same; null where the delivery was read';
