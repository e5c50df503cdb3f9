// Promises about what people are told.

import type { SystemPromise } from './invariants.read.ts';

export const MESSAGE_PROMISES: readonly SystemPromise[] = [
  {
    name: 'message.reminds-once-a-day',
    says: 'nobody is reminded twice of one thing within a day',
    sql: `SELECT message_id AS subject FROM (
        SELECT message_id, created_at - lag(created_at) OVER (PARTITION BY person_id, kind, about_id ORDER BY created_at) AS since
        FROM message WHERE region_id = $1 AND kind LIKE 'remind-%') m
      WHERE since < interval '1 day'`,
  },
  {
    name: 'message.reset-by-mail-is-short',
    says: 'a reset that nobody handed over can be used for fifteen minutes at most',
    sql: `SELECT link_id AS subject FROM link_token WHERE region_id = $1 AND kind = 'reset' AND created_by IS NULL AND expires_at > created_at + interval '15 minutes'`,
  },
];
