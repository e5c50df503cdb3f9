// An entry as the story knows it.

import type { Teller } from './teller.ts';

export interface Told {
  readonly entryId: string;
  readonly number: string;
  readonly name: string;
}

export async function readFacts({ journey }: Teller, name: string): Promise<Told> {
  const found = await journey.database.db.one<{ entryId: string; number: string | null }>(
    `SELECT e.entry_id AS "entryId", e.registration_number AS number
       FROM entry e JOIN innovation i ON i.region_id = e.region_id AND i.innovation_id = e.innovation_id WHERE i.name = $1`,
    [name],
  );
  if (found === null) throw new Error(`no entry ${name}`);
  return { entryId: found.entryId, number: found.number ?? '', name };
}
