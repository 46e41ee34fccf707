-- In which ranges a delivery was planned to be read: the next run cuts at the same keys, and compares range with range.

create table ops.stream_ranges (
  run_id text not null references ops.runs,
  stream text not null,
  range_no integer not null,
  range_id text not null,
  ord_before bigint not null,
  rows bigint not null,
  fingerprint text not null,
  primary key (run_id, stream, range_no)
);
comment on column ops.stream_ranges.range_id is 'bounds of the key, as the connector writes them';
comment on column ops.stream_ranges.fingerprint is 'hash of the content that the source computed';
