// Turns the seals of a database into seals of the first form, as a version before the blinds would have made them: texts, digests, ledger.

import { historyText } from '../../src/domain/assessment/sealed-sheet.ts';
import { sheetCanon } from '../../src/domain/assessment/sheet.ts';
import { CHAIN_START, type ChainRow, canonicalFacts, chainText } from '../../src/domain/audit/chain.ts';
import { sha256Hex } from '../../src/platform/crypto.ts';
import type { Queryable } from '../../src/platform/db.ts';
import { listHistory } from '../../src/store/assessment-sheet.read.ts';
import type { TestDatabase } from '../support/database.ts';
import { type JuryWeek, RUBRIC } from './jury.ts';

interface Sealed {
  readonly sheetId: string;
  readonly entryId: string;
  readonly jurorId: string;
  readonly scores: Readonly<Record<string, string>>;
  readonly comment: string;
  readonly sealedAt: string;
}

/** Every sheet of the week must be sealed once, under the week's rubric. */
export async function asFirstForm({ owner }: TestDatabase, { regionId, categoryId }: JuryWeek, rubric = RUBRIC): Promise<void> {
  await owner.transaction(async (tx) => {
    await tx.run('SET LOCAL session_replication_role = replica');
    await tx.run('DELETE FROM sheet_receipt');
    const sheets = await tx.all<Sealed>(
      `SELECT s.sheet_id AS "sheetId", s.entry_id AS "entryId", s.juror_id AS "jurorId", s.scores, s.comment, a.acted_at AS "sealedAt"
       FROM sheet s JOIN sheet_act a USING (region_id, sheet_id) WHERE a.kind = 'sealed'`,
    );
    for (const { scores, ...sheet } of sheets) {
      const canon = sheetCanon({ regionId, categoryId, ...sheet }, rubric, scores);
      const digest = sha256Hex(canon);
      const history = sha256Hex(historyText(await listHistory(tx, regionId, sheet.sheetId), null));
      await tx.run('UPDATE sheet_act SET canon = $2, digest = $3, history_blind = NULL WHERE sheet_id = $1', [sheet.sheetId, canon, digest]);
      await tx.run('UPDATE sheet SET digest = $2 WHERE sheet_id = $1', [sheet.sheetId, digest]);
      await tx.run(`UPDATE audit_entry SET facts = $2 WHERE kind = 'sheet.sealed' AND subject_id = $1`, [
        sheet.sheetId,
        canonicalFacts({ digest, revision: 1, history }),
      ]);
    }
    await chainAgain(tx);
  });
}

async function chainAgain(tx: Queryable): Promise<void> {
  const rows = await tx.all<ChainRow>(
    `SELECT region_id AS "regionId", seq, kind, actor_id AS "actorId", subject_id AS "subjectId", acted_at AS "actedAt", facts, previous FROM audit_entry ORDER BY seq`,
  );
  let previous = CHAIN_START;
  for (const row of rows) {
    const digest = sha256Hex(chainText({ ...row, previous }));
    await tx.run('UPDATE audit_entry SET previous = $2, digest = $3, actor_blind = NULL WHERE seq = $1', [row.seq, previous, digest]);
    previous = digest;
  }
  await tx.run('UPDATE audit_head SET digest = $1', [previous]);
}
