-- A card says which form it has: one whose figures mean something else than today's labels is never shown, and made anew beside it.
ALTER TABLE result_card ADD COLUMN form text NOT NULL DEFAULT 'card/1';
ALTER TABLE result_card ALTER COLUMN form DROP DEFAULT;
ALTER TABLE result_card DROP CONSTRAINT result_card_pkey, ADD PRIMARY KEY (region_id, result_id, form);
