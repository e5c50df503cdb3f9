import { expect, test } from 'vitest';
import { type EntryAct, type EntryState, isEditable, moveEntry } from './entry.ts';

const MOVES: readonly (readonly [EntryState, EntryAct, EntryState])[] = [
  ['draft', 'submit', 'submitted'],
  ['returned-by-head', 'submit', 'submitted'],
  ['returned-for-repair', 'submit', 'submitted'],
  ['draft', 'withdraw', 'withdrawn'],
  ['submitted', 'withdraw', 'withdrawn'],
  ['returned-by-head', 'withdraw', 'withdrawn'],
  ['submitted', 'return', 'returned-by-head'],
  ['submitted', 'approve', 'approved'],
  ['approved', 'take-up', 'in-verification'],
  ['returned-for-repair', 'take-up', 'in-verification'],
  ['in-verification', 'ask-repair', 'returned-for-repair'],
  ['in-verification', 'finish-verification', 'verified'],
  ['verified', 'accept', 'eligible'],
  ['verified', 'refuse', 'refused'],
];
const STATES: readonly EntryState[] = [
  'draft',
  'submitted',
  'returned-by-head',
  'approved',
  'in-verification',
  'returned-for-repair',
  'verified',
  'eligible',
  'refused',
  'withdrawn',
];
const ACTS: readonly EntryAct[] = ['submit', 'withdraw', 'return', 'approve', 'take-up', 'ask-repair', 'finish-verification', 'accept', 'refuse'];

test.each(STATES.flatMap((state) => ACTS.map((act) => [state, act] as const)))('moves %s by %s as the table says, or refuses', (state, act) => {
  const move = MOVES.find(([from, by]) => from === state && by === act);
  const outcome = moveEntry(state, act);
  expect(outcome).toEqual(move ? { ok: true, value: move[2] } : { ok: false, refusal: { code: 'entry.wrong-state', facts: { state, act } } });
});

test('lets an innovator edit only what is in their hands', () => {
  expect(STATES.filter(isEditable)).toEqual(['draft', 'returned-by-head', 'returned-for-repair']);
});
