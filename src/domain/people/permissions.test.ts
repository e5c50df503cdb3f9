import { expect, test } from 'vitest';
import { CAPABILITIES, may, type Verb } from './permissions.ts';
import { type Actor, type GrantedRole, rolesOf, type SeatRole } from './role.ts';

const nobody: Actor = { personId: 'p', name: 'P', grants: [], seats: [], pastSeats: [] };
const seated = (role: SeatRole | null, agencyId: string): Actor => ({
  ...nobody,
  seats: [{ seatId: 's', agencyId, agencyName: 'A', title: 'T', role, heldFrom: '2026-01-01T00:00:00.000Z', heldUntil: null }],
});
const granted = (role: GrantedRole, editionId: string | null = null, categoryId: string | null = null): Actor => ({
  ...nobody,
  grants: [{ role, editionId, categoryId }],
});

const WHO: Readonly<Record<Verb, readonly string[]>> = {
  'entry.start': ['innovator'],
  'entry.edit': ['innovator'],
  'entry.submit': ['innovator'],
  'entry.withdraw': ['innovator'],
  'entry.approve': ['head'],
  'entry.read': ['innovator', 'head', 'secretariat', 'leader'],
  'verification.assign': ['secretariat'],
  'verification.give': ['verifier'],
  'desk.read': ['secretariat'],
  'desk.compute': ['secretariat'],
  'desk.announce': ['secretariat'],
  'panel.appoint': ['secretariat'],
  'sheet.score': ['juror', 'chair'],
  'sheet.reopen': ['chair'],
  'result.compute': ['secretariat', 'chair'],
  'result.decide': ['chair'],
  'result.read': ['secretariat', 'chair', 'juror', 'leader'],
  'result.sign': ['juror', 'chair'],
  'result.certify': ['leader'],
  'signing-key.confirm': ['secretariat', 'chair', 'admin'],
  'result.publish': ['secretariat'],
  'result.key': ['secretariat'],
  'edition.create': ['secretariat', 'admin'],
  'edition.schedule': ['secretariat'],
  'edition.rules': ['secretariat', 'chair'],
  'catalogue.keep': ['secretariat', 'admin'],
  'index.spd': ['secretariat', 'admin'],
  'target.set': ['secretariat', 'admin'],
  'audit.read': ['secretariat', 'leader', 'admin'],
  'people.manage': ['admin'],
  'region.key': ['admin', 'secretariat'],
  'mail.change': ['admin'],
  'backup.keys': ['admin'],
  'message.manage': ['secretariat', 'admin'],
};

const ROLES: readonly (readonly [string, Actor])[] = [
  ['innovator', seated('innovator', 'a')],
  ['head', seated('head', 'a')],
  ...(['secretariat', 'verifier', 'juror', 'chair', 'leader', 'admin', 'province'] as const).map((role) => [role, granted(role)] as const),
  ['seat without a role', seated(null, 'a')],
  ['nobody', nobody],
];

test.each(Object.keys(CAPABILITIES) as Verb[])('lets only those of the table do %s', (verb) => {
  expect(ROLES.filter(([, actor]) => may(actor, verb).ok).map(([name]) => name)).toEqual(
    ROLES.map(([name]) => name).filter((name) => WHO[verb].includes(name)),
  );
});

test('narrows a seat to its agency and a grant to its edition and category', () => {
  expect(may(seated('innovator', 'a'), 'entry.edit', { agencyId: 'a' }).ok).toBe(true);
  expect(may(seated('innovator', 'a'), 'entry.edit', { agencyId: 'b' }).ok).toBe(false);
  expect(may(granted('juror', 'e1', 'c1'), 'sheet.score', { editionId: 'e1', categoryId: 'c1' }).ok).toBe(true);
  expect(may(granted('juror', 'e1', 'c1'), 'sheet.score', { editionId: 'e1', categoryId: 'c2' }).ok).toBe(false);
  expect(may(granted('juror', 'e1', 'c1'), 'sheet.score', { editionId: 'e2', categoryId: 'c1' }).ok).toBe(false);
});

test('lists each role once, in the order the interface offers them', () => {
  const both: Actor = { ...granted('secretariat'), seats: seated('head', 'a').seats };
  expect(rolesOf({ ...both, grants: [...both.grants, ...both.grants] })).toEqual(['head', 'secretariat']);
});

test('says yes as a plain yes, and names the verb when it says no', () => {
  expect(may(granted('admin'), 'people.manage')).toEqual({ ok: true, value: true });
  expect(may(nobody, 'people.manage')).toEqual({ ok: false, refusal: { code: 'permission.denied', facts: { verb: 'people.manage' } } });
});
