-- The upkeep of pg-boss sweeps the registry of its instances too, which we do not fill.
GRANT SELECT, UPDATE, DELETE ON pgboss.instance TO bailang_app;
