-- A chunk of records that are what they were at the last acceptance is known by one hash.

alter table ops.chunks add column digest uuid;
comment on column ops.chunks.digest is 'of a staged chunk: hash of the hashes of its records, in their order; null where the content of one does not say everything';
