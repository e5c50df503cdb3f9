-- A restore is written down too: backups and trials before it were made on another machine, or of other data.
ALTER TABLE backup_run DROP CONSTRAINT backup_run_kind_check;
ALTER TABLE backup_run ADD CONSTRAINT backup_run_kind_check CHECK (kind IN ('backup', 'trial', 'restore'));
