import { describe, expect, test } from 'vitest';
import type { Actor, Grant } from '../people/role.ts';
import { HOUR, later } from '../shared/time.ts';
import { type AccessRequest, DECIDING_ROLES, isDeciding, mayConfirm, mayStop, mayUseOwnCode, mayWatch, routeFor } from './request.ts';

const NOW = '2026-08-19T02:00:00.000Z';
const OPEN: AccessRequest = {
  requestId: 'r',
  kind: 'role',
  personId: 'raised',
  role: 'juror',
  editionId: 'edition',
  categoryId: 'category',
  askedBy: 'asker',
  askedAt: NOW,
  route: 'two',
  dueAt: null,
  effectiveAt: null,
  stoppedAt: null,
};
const who = (personId: string, ...grants: Grant[]): Actor => ({ personId, name: personId, grants, seats: [], pastSeats: [] });
const grant = (role: Grant['role'], editionId: string | null = null, categoryId: string | null = null): Grant => ({ role, editionId, categoryId });
const code = (outcome: { ok: boolean } & Partial<{ refusal: { code: string } }>) => (outcome.ok ? 'ok' : outcome.refusal?.code);

describe('the way of a request', () => {
  test('is a second person, or alone before the first registration, or a day', () => {
    expect(routeFor({ hasSecond: true, hasOpened: false }, NOW)).toEqual({ route: 'two', dueAt: null });
    expect(routeFor({ hasSecond: true, hasOpened: true }, NOW)).toEqual({ route: 'two', dueAt: null });
    expect(routeFor({ hasSecond: false, hasOpened: false }, NOW)).toEqual({ route: 'alone', dueAt: null });
    expect(routeFor({ hasSecond: false, hasOpened: true }, NOW)).toEqual({ route: 'wait', dueAt: later(NOW, 24 * HOUR) });
  });

  test('is asked of the five roles that decide', () => {
    expect(DECIDING_ROLES.filter(isDeciding)).toHaveLength(5);
    expect([isDeciding('verifier'), isDeciding('province')]).toEqual([false, false]);
  });
});

describe('a confirmation', () => {
  const known = { hasTouched: false, isActive: true };
  test.each<[string, Actor, Partial<AccessRequest>, Partial<typeof known>, string | undefined]>([
    ['by another admin', who('other', grant('admin')), {}, {}, 'ok'],
    ['by a secretariat member', who('other', grant('secretariat', 'edition')), {}, {}, 'ok'],
    ['by one of another edition', who('other', grant('secretariat', 'elsewhere')), {}, {}, 'permission.denied'],
    ['by the chair, for a juror', who('other', grant('chair', 'edition', 'category')), {}, {}, 'ok'],
    ['by the chair of another category', who('other', grant('chair', 'edition', 'else')), {}, {}, 'permission.denied'],
    [
      'by the chair, for an admin',
      who('other', grant('chair', 'edition', 'category')),
      { role: 'admin', editionId: null, categoryId: null },
      {},
      'permission.denied',
    ],
    ['by the asker', who('asker', grant('admin')), {}, {}, 'access.own-ask'],
    ['by whom it raises', who('raised', grant('admin')), {}, {}, 'access.oneself'],
    ['by a verifier', who('other', grant('verifier')), {}, {}, 'permission.denied'],
    ['by whoever made the link', who('other', grant('admin')), {}, { hasTouched: true }, 'access.touched'],
    ['before the person came in', who('other', grant('admin')), {}, { isActive: false }, 'access.not-activated'],
    ['of what was stopped', who('other', grant('admin')), { stoppedAt: NOW }, {}, 'access.not-found'],
    ['of what took effect', who('other', grant('admin')), { effectiveAt: NOW }, {}, 'access.not-found'],
    ['where nobody of the house asked', who('other', grant('admin')), { askedBy: null }, {}, 'ok'],
  ])('%s', (_how, actor, change, facts, expected) => {
    expect(code(mayConfirm({ ...OPEN, ...change }, actor, { ...known, ...facts }))).toBe(expected);
  });

  test('is offered to whoever may watch', () => {
    expect(mayWatch({ role: 'leader', editionId: null, categoryId: null }, who('x', grant('secretariat', 'edition')))).toBe(true);
    expect(mayWatch({ role: 'juror', editionId: null, categoryId: null }, who('x', grant('leader')))).toBe(false);
  });
});

describe('a stop', () => {
  test.each<[string, Actor, Partial<AccessRequest>, string]>([
    ['by whoever could confirm', who('x', grant('admin')), {}, 'ok'],
    ['by whoever asked', who('asker'), {}, 'ok'],
    ['by a juror while somebody can confirm', who('x', grant('juror', 'edition')), {}, 'permission.denied'],
    ['by a juror where nobody can', who('x', grant('juror', 'edition')), { route: 'wait', dueAt: NOW }, 'ok'],
    ['by whom it raises', who('raised'), {}, 'ok'],
    ['by a stranger', who('x', grant('verifier')), {}, 'permission.denied'],
    ['of what took effect', who('x', grant('admin')), { effectiveAt: NOW }, 'access.not-found'],
  ])('%s', (_how, actor, change, expected) => expect(code(mayStop({ ...OPEN, ...change }, actor))).toBe(expected));
});

describe('a code of one’s own', () => {
  const wait = { route: 'wait', dueAt: later(NOW, 24 * HOUR) } as const;
  test.each<[string, string, Partial<AccessRequest>, string | null, string]>([
    ['confirms where nobody else can', 'raised', wait, later(NOW, -HOUR), 'ok'],
    ['made after the request is worth nothing', 'raised', wait, NOW, 'access.code-too-new'],
    ['that is not there is worth nothing', 'raised', wait, null, 'access.code-too-new'],
    ['does not stand in for a second person', 'raised', {}, later(NOW, -HOUR), 'access.has-second'],
    ['raises nobody who asked', 'raised', { ...wait, askedBy: 'raised' }, later(NOW, -HOUR), 'access.own-ask'],
    ['raises nobody else', 'other', wait, later(NOW, -HOUR), 'access.not-found'],
    ['comes too late', 'raised', { ...wait, stoppedAt: NOW }, later(NOW, -HOUR), 'access.not-found'],
  ])('%s', (_how, personId, change, since, expected) => expect(code(mayUseOwnCode({ ...OPEN, ...change }, personId, since))).toBe(expected));
});
