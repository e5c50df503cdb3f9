-- How often an address asked at /cek of late, so that nobody tries out codes: counted by minute, for minutes.
CREATE TABLE check_asked (
  region_id uuid NOT NULL REFERENCES region,
  address_sha256 bytea NOT NULL,
  minute timestamptz NOT NULL,
  asked integer NOT NULL,
  PRIMARY KEY (region_id, address_sha256, minute)
);
CREATE INDEX check_asked_minute ON check_asked (minute);
GRANT SELECT, INSERT, UPDATE, DELETE ON check_asked TO bailang_app;
