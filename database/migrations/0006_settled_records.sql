-- What judged the records of a stream, so that the next run knows which of them need no second judgement.

alter table ops.stream_runs add column judged_by text;
comment on column ops.stream_runs.judged_by is 'fingerprint of mappings, schemas and rules; records that are as they were are judged anew where it differs';
