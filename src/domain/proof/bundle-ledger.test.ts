import { describe, expect, test } from 'vitest';
import { type Edit, faults, put, relink, tell } from '../../../tests/factories/bundle-forge.ts';
import { CHAIN_START } from '../audit/chain.ts';
import { inOrder } from './bundle-ledger.ts';

const ZERO = '0'.repeat(64);
const OTHER_ID = '00000000-0000-7000-8000-000000000098';
const ofLedger = (edit: Edit) => faults(edit).filter((one) => one.startsWith('ledger'));
/** After the edit of a row all later rows are linked anew. */
const forged = (at: number, change: Edit) =>
  ofLedger((parts) => {
    change(parts);
    relink(parts, at);
  });

describe('a row of the ledger', () => {
  test.each<[string, string, Edit]>([
    ['changed', 'ledger ledger[0].digest', put('ledger[0].actedAt', '2026-01-01T00:00:00.000Z')],
    ['with facts that are null', 'ledger ledger[0].facts bundle.facts-unreadable', put('ledger[0].facts', 'null')],
    ['with facts in one word', 'ledger ledger[0].facts bundle.facts-unreadable', put('ledger[0].facts', '"x"')],
    ['of another kind', 'ledger ledger[0].kind bundle.kind-not-quoted', put('ledger[0].kind', 'person.signed-in')],
    ['about another category', 'ledger ledger[1].subjectId bundle.about-something-else', put('ledger[1].subjectId', OTHER_ID)],
    ['about another result', 'ledger ledger[6].subjectId bundle.about-something-else', put('ledger[6].subjectId', OTHER_ID)],
    ['with the number of the one before', 'ledger ledger[1].seq bundle.rows-out-of-order', put('ledger[1].seq', 1)],
    ['that is not linked to its neighbour', 'ledger ledger[3].previous', put('ledger[3].previous', CHAIN_START)],
    ['closed, with its actor', 'ledger ledger[2].actorId bundle.actor-not-closed', put('ledger[2].actorId', OTHER_ID)],
    ['open, without its actor', 'ledger ledger[0].digest', put('ledger[0].actorId', null)],
  ])('%s is named', (_what, fault, edit) => expect(ofLedger(edit)).toEqual([fault]));

  test('after a gap may follow any digest, and a sheet may be any of the category', () => {
    expect(forged(1, put('ledger[1].previous', 'f'.repeat(64)))).toEqual([]);
    expect(forged(2, put('ledger[2].subjectId', OTHER_ID))).toEqual([]);
  });

  test.each<[string, readonly string[], number, Edit]>([
    ['another list announced', ['ledger ledger[1].facts.digest'], 1, tell(1, 'digest', ZERO)],
    ['another time of it', ['ledger desk.announcedAt'], 1, put('ledger[1].actedAt', '2026-09-01T02:06:00.000Z')],
    ['another result computed', ['ledger ledger[6].facts.digest'], 6, tell(6, 'digest', ZERO)],
    ['another version of it', ['ledger ledger[6].facts.version'], 6, tell(6, 'version', 2)],
    ['another time of the result', ['ledger result.computedAt'], 6, put('ledger[6].actedAt', '2026-09-01T02:16:00.000Z')],
    ['another capacity', ['ledger signatures[0].capacity'], 7, tell(7, 'capacity', 'juror')],
    ['another time of a signature', ['ledger signatures[0].capacity'], 7, put('ledger[7].actedAt', '2026-09-01T02:21:00.000Z')],
    ['another result signed', ['ledger signatures[1].digest'], 8, tell(8, 'digest', ZERO)],
    ['another result certified', ['ledger ledger[9].facts.digest'], 9, tell(9, 'digest', ZERO)],
    ['another decree', ['ledger ledger[9].facts.decree'], 9, tell(9, 'decree', '1/2026')],
    ['another time of the certification', ['ledger certification.certifiedAt'], 9, put('ledger[9].actedAt', '2026-09-01T02:31:00.000Z')],
    ['the first sheet not sealed', ['ledger inputs.sheets[0].seal bundle.seal-not-in-ledger'], 2, tell(2, 'digest', ZERO)],
    ['the last sheet not sealed', ['ledger inputs.sheets[3].seal bundle.seal-not-in-ledger'], 5, tell(5, 'digest', ZERO)],
    ['the certification left out', ['ledger ledger[4]'], 9, ({ ledger }) => void ledger.pop()],
  ])('that says something else is named although it is linked: %s', (_what, named, at, change) => expect(forged(at, change)).toEqual(named));

  test('that is not about the last acts may be left out', () => expect(ofLedger(({ ledger }) => void ledger.shift())).toEqual([]));
});

test('signatures stand by time and then capacity, whoever signed', () => {
  const signed = [
    { capacity: 'juror', signedAt: 'b' },
    { capacity: 'juror', signedAt: 'a' },
    { capacity: 'chair', signedAt: 'b' },
  ];
  expect(inOrder(signed)).toEqual([signed[1], signed[2], signed[0]]);
  expect(inOrder(signed.toReversed())).toEqual([signed[1], signed[2], signed[0]]);
});
