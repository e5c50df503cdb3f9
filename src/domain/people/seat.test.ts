import { describe, expect, test } from 'vitest';
import { checkDelegation, checkReceiving, type DelegationAsked } from './seat.ts';

const NOW = '2026-08-19T02:00:00.000Z';
const asked: DelegationAsked = {
  holderId: 'kepala',
  delegateId: 'sekretaris',
  from: '2026-08-20T00:00:00.000Z',
  until: '2026-08-25T00:00:00.000Z',
  letter: '800/1/2026',
};
const standing = [{ from: '2026-08-25T00:00:00.000Z', until: '2026-08-30T00:00:00.000Z' }];

describe('a delegation', () => {
  test.each<[string, Partial<DelegationAsked>, Record<string, string>]>([
    ['with dates ahead', {}, {}],
    ['that has begun', { from: '2026-08-01T00:00:00.000Z' }, {}],
    ['of an empty seat', { holderId: null }, {}],
    ['to oneself', { delegateId: 'kepala' }, { account: 'delegation.to-oneself' }],
    ['of no length', { until: '2026-08-20T00:00:00.000Z' }, { until: 'delegation.backwards' }],
    ['that is over', { from: '2026-08-01T00:00:00.000Z', until: NOW }, { until: 'delegation.over' }],
    ['of a year and a day', { until: '2027-08-21T00:00:00.001Z' }, { until: 'delegation.too-long' }],
    ['of a leap year to the millisecond', { from: '2027-12-01T00:00:00.000Z', until: '2028-12-01T00:00:00.000Z' }, {}],
    ['that ends inside another', { until: '2026-08-25T00:00:00.001Z' }, { from: 'delegation.overlaps' }],
    ['with a letter of 121 signs', { letter: 'x'.repeat(121) }, { letter: 'field.length' }],
  ])('%s', (_name, change, expected) => {
    const outcome = checkDelegation({ ...asked, ...change }, standing, NOW);
    const codes = outcome.ok ? {} : Object.fromEntries(Object.entries(outcome.refusal.fields ?? {}).map(([field, one]) => [field, one.code]));
    expect(codes).toEqual(expected);
  });
});

describe('a handover', () => {
  const handover = { handoverId: 'h', seatId: 's', giverId: 'a', receiverId: 'b', receivedAt: null, endedAt: null };
  test.each([
    ['taken by its receiver', {}, 'b', 'a', 'take'],
    ['of an empty seat', { giverId: null }, 'b', null, 'take'],
    ['taken twice', { receivedAt: NOW }, 'b', 'b', 'taken'],
    ['of somebody else', {}, 'c', 'a', 'handover.not-found'],
    ['taken by its giver', {}, 'a', 'a', 'handover.not-found'],
    ['that was called off', { endedAt: NOW }, 'b', 'a', 'handover.ended'],
    ['of a seat that went elsewhere', {}, 'b', 'c', 'handover.overtaken'],
    ['of a seat left empty', {}, 'b', null, 'handover.overtaken'],
  ])('%s', (_name, change, receiver, holder, expected) => {
    const outcome = checkReceiving({ ...handover, ...change }, receiver, holder);
    expect(outcome.ok ? outcome.value : outcome.refusal.code).toBe(expected);
  });
});
