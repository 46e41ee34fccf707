-- A sync everything of which that was held has been answered for: nobody has to do anything about it.

alter table ops.syncs drop constraint syncs_status_check;
alter table ops.syncs add constraint syncs_status_check
  check (status in ('running', 'green', 'warned', 'decided', 'stopped', 'failed', 'busy'));
comment on column ops.syncs.status is
  'decided: what is kept out was refused by name before; a stop that is answered later reads as decided';
