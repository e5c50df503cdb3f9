import { expect, test } from 'vitest';
import { findConflict } from './conflict.ts';

const now = '2026-08-19T02:00:00.000Z';
const entry = { agencyId: 'bapperida', memberIds: ['rina'] };
const held = (agencyId: string, heldUntil: string | null) => ({ personId: 'ahmad', seats: [{ agencyId, heldUntil }] });

test.each([
  ['a seat there now', held('bapperida', null), 'seat'],
  ['a seat there that ends later', held('bapperida', '2026-12-31T00:00:00.000Z'), 'seat'],
  ['a seat there given up a year ago', held('bapperida', '2025-08-19T00:00:00.000Z'), 'past-seat'],
  ['a seat there given up within three years', held('bapperida', '2023-08-19T02:00:00.001Z'), 'past-seat'],
  ['a seat there given up longer ago', held('bapperida', '2023-08-17T00:00:00.000Z'), null],
  ['a seat elsewhere', held('disdukcapil', null), null],
  ['no seat at all', { personId: 'ahmad', seats: [] }, null],
  ['a place in the team', { personId: 'rina', seats: [] }, 'team'],
])('judges %s', (_name, person, found) => expect(findConflict(person, entry, now)).toBe(found));
