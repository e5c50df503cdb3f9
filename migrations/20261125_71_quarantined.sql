-- Counting what is quarantined asks for few rows among many.
CREATE INDEX file_check_quarantined ON file_check (region_id, sha256) WHERE verdict = 'quarantined';
