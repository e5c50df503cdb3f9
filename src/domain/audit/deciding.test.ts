import { expect, test } from 'vitest';
import { DECIDING_KINDS, isDeciding } from './deciding.ts';

test('knows the acts that decide, and a grant by its role', () => {
  for (const kind of DECIDING_KINDS) expect(isDeciding({ kind })).toBe(true);
  expect(isDeciding({ kind: 'entry.submitted' })).toBe(false);
  expect(isDeciding({ kind: 'person.role-granted', facts: { role: 'juror' } })).toBe(true);
  expect(isDeciding({ kind: 'person.role-granted', facts: { role: 'verifier' } })).toBe(false);
  expect(isDeciding({ kind: 'seat.role-granted', facts: {} })).toBe(true);
  expect(isDeciding({ kind: 'seat.role-granted' })).toBe(true);
});
