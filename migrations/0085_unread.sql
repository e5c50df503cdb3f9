-- How many messages a person has not read stands in every page's navigation.
CREATE INDEX message_unread ON message (region_id, person_id) WHERE read_at IS NULL;
