-- A mail to an address that is not the person's any more: so that a change of address is told to both.
ALTER TABLE message ADD COLUMN to_address text CHECK (length(to_address) BETWEEN 3 AND 254);
