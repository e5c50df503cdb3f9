import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actorMark, CHAIN_START, type ChainRow, canonicalFacts, chainText, firstFault, type StoredRow } from './chain.ts';

type Row = StoredRow;
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

function chain(length: number): Row[] {
  const rows: Row[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const row: ChainRow = {
      regionId: 'r',
      seq,
      kind: 'entry.submitted',
      actorId: seq % 3 === 0 ? null : `p${seq}`,
      subjectId: `e${seq}`,
      actedAt: '2026-08-19T02:00:00.000Z',
      facts: canonicalFacts({ version: seq }),
      previous: rows.at(-1)?.digest ?? CHAIN_START,
    };
    const actorBlind = seq % 2 === 0 ? `${seq}`.padStart(32, '0') : null;
    rows.push({ ...row, actorBlind, digest: hash(chainText({ ...row, actorMark: actorMark(row.actorId, actorBlind, hash) })) });
  }
  return rows;
}

test('finds nothing in a whole chain, nor in an empty one', () => {
  expect(firstFault(chain(20), hash)).toBeNull();
  expect(firstFault([], hash)).toBeNull();
});

test('finds and names one changed, deleted or swapped row, wherever it is', () => {
  const rows = chain(30);
  const place = fc.integer({ min: 0, max: 28 });
  const column = fc.constantFrom('kind', 'actorId', 'subjectId', 'actedAt', 'facts');
  fc.assert(
    fc.property(place, column, fc.constantFrom('change', 'delete', 'swap'), (at, name, damage) => {
      const bad = [...rows];
      if (damage === 'change') bad[at] = { ...bad[at]!, [name]: `${bad[at]![name as 'kind']}x` };
      if (damage === 'delete') bad.splice(at, 1);
      if (damage === 'swap') [bad[at], bad[at + 1]] = [bad[at + 1]!, bad[at]!];
      expect(firstFault(bad, hash)?.seq).toBe(at + 1);
    }),
    { numRuns: 1000 },
  );
});

test('finds a row whose digest was made anew, at the row after it', () => {
  const rows = chain(5);
  const forged = { ...rows[2]!, kind: 'entry.withdrawn' };
  rows[2] = { ...forged, actorBlind: null, digest: hash(chainText(forged)) };
  expect(firstFault(rows, hash)).toEqual({ seq: 4, what: 'unlinked' });
});

test('writes equal facts alike, whatever the order they were named in', () => {
  expect(canonicalFacts({ b: 2, a: '1' })).toBe(canonicalFacts({ a: '1', b: 2 }));
});

test('hides an actor behind a mark that only the blind opens', () => {
  const mark = actorMark('p1', '0'.repeat(32), hash);
  expect(mark).toBe(hash(`${'0'.repeat(32)}\np1`));
  expect([actorMark(null, 'x', hash), actorMark('p1', null, hash)]).toEqual([null, null]);
  const row = chain(1)[0]!;
  expect(chainText({ ...row, actorMark: mark })).not.toContain('p1');
});
