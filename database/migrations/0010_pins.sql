-- Who pinned and who lifted a golden value, and why.
alter table identity.pins add column os_user text not null default '';
alter table identity.pins add column closed_reason text;
alter table identity.pins add check (reason <> '' and pinned_by <> '');
