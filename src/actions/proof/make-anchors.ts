// Makes the anchors that are due: one for each row of a deciding act since the last, and one for the head of the ledger.

import { ANCHORED_KINDS, isDeciding } from '../../domain/audit/deciding.ts';
import type { EventKind } from '../../domain/audit/events.ts';
import { type AnchorPoint, anchorLine, anchorStatement } from '../../domain/proof/anchor.ts';
import { keyListDigest } from '../../domain/proof/key-list.ts';
import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import { categoriesOfResults, type LedgerPoint, listUnanchored } from '../../store/anchor.read.ts';
import { insertAnchors } from '../../store/anchor.write.ts';
import type { Act } from '../perform.ts';
import { keyListOf } from './category-keys.ts';
import { regionPen } from './region-key.ts';

/** Other acts are not named: that somebody stepped back from an entry is nobody's business outside. */
const PUBLIC_KINDS = /^(result\.(computed|signed|certified|published|bundled)|shortlist\.announced)$/;

/** Gives the kinds that were anchored. Made again, nothing is due. */
export async function makeAnchors(act: Act): Promise<Outcome<{ kinds: readonly string[] }>> {
  const { tx, regionId } = act;
  const due = (await listUnanchored(tx, regionId, ANCHORED_KINDS)).filter(
    (row) => row.isHead || isDeciding({ kind: row.kind as EventKind, facts: saidBy(row) }),
  );
  if (due.length === 0) return ok({ kinds: [] });
  const sign = await regionPen(act);
  const about = due.filter(({ kind }) => kind.startsWith('result.')).flatMap(({ subjectId }) => subjectId ?? []);
  const categories = await categoriesOfResults(tx, regionId, about);
  const keys = new Map<string, string>();
  for (const categoryId of new Set(categories.values())) {
    const list = await keyListOf(tx, regionId, categoryId, act.now);
    if (list !== null) keys.set(categoryId, keyListDigest(list, sha256Hex));
  }
  const anchors = due.map((row) => {
    const category = categories.get(row.subjectId ?? '') ?? '';
    const digest = keys.get(category);
    const statement = anchorStatement({ ...pointOf(row, regionId, category), keys: digest === undefined ? null : { category, digest } });
    return { seq: row.seq, line: anchorLine(statement, sign(statement)) };
  });
  await insertAnchors(tx, regionId, anchors, act.now);
  return ok({ kinds: due.map(({ kind }) => kind) });
}

function pointOf(row: LedgerPoint, region: string, category: string): AnchorPoint {
  const { digest, version } = saidBy(row);
  const isBundle = row.kind === 'result.bundled' && typeof version === 'number' && typeof digest === 'string' && category !== '';
  const kind = PUBLIC_KINDS.test(row.kind) ? row.kind : 'act';
  return { region, seq: row.seq, digest: row.digest, at: row.actedAt, kind, bundle: isBundle ? { category, version, root: digest } : null, keys: null };
}

function saidBy({ facts }: LedgerPoint): Readonly<Record<string, unknown>> {
  return JSON.parse(facts) as Readonly<Record<string, unknown>>;
}
