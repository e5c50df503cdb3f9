-- A juror who has not confirmed the conflicts may be taken off the panel; the key of the confirmation holds everybody else.
GRANT DELETE ON panel_juror TO bailang_app;
