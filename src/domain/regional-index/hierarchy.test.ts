import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, compare, equals, fromInt, type Rational, rational, toText, ZERO } from '../shared/rational.ts';
import { type IndexNode, minMax, weighHierarchy } from './hierarchy.ts';

const posts = { low: rational('35'), high: rational('85'), top: fromInt(5), reversed: false };
const leaf = (id: string, weight: string): IndexNode => ({ id, weight: rational(weight), children: [] });
const node = (id: string, weight: string, ...children: IndexNode[]): IndexNode => ({ id, weight: rational(weight), children });
const tree = node('root', '1', node('A', '1', leaf('a', '1.3'), leaf('b', '2.6')), leaf('c', '3'));
const values = (pairs: Record<string, string>) => new Map(Object.entries(pairs).map(([id, value]) => [id, rational(value)]));

describe('min-max', () => {
  test('clamps beyond the goalposts, turns when less is better, and gives no value without a span', () => {
    expect(['20', '35', '60', '85', '90'].map((x) => toText(minMax(rational(x), posts) ?? fromInt(-1)))).toEqual(['0', '0', '5/2', '5', '5']);
    expect(['20', '60', '90'].map((x) => toText(minMax(rational(x), { ...posts, reversed: true }) ?? fromInt(-1)))).toEqual(['5', '5/2', '0']);
    expect(minMax(rational('60'), { ...posts, high: posts.low })).toBeNull();
  });

  test('adds to the top with its reverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), (x) => {
        const both = add(minMax(fromInt(x), posts) ?? ZERO, minMax(fromInt(x), { ...posts, reversed: true }) ?? ZERO);
        expect(toText(both)).toBe('5');
      }),
    );
  });
});

describe('a weighted hierarchy', () => {
  const weigh = (root: IndexNode, leaves: ReadonlyMap<string, Rational>) => {
    const outcome = weighHierarchy(root, leaves);
    return outcome.ok ? Object.fromEntries([...outcome.value].map(([id, value]) => [id, value && toText(value)])) : outcome.refusal.code;
  };

  test('weighs from the leaves up, exactly', () => {
    expect(weigh(tree, values({ a: '4', b: '3', c: '2' }))).toMatchObject({ A: '10/3', root: '7/3' });
  });

  test('leaves every ancestor of a missing leaf without a value', () => {
    expect(weigh(tree, values({ a: '4', c: '2' }))).toEqual({ a: '4', b: null, c: '2', A: null, root: null });
    expect(weigh(tree, values({ a: '4', b: '3' }))).toMatchObject({ A: '10/3', root: null });
  });

  test('refuses ids twice, negative weights and weights that sum to zero', () => {
    expect(weigh(node('x', '1', leaf('x', '1')), new Map())).toBe('hierarchy.duplicate-id');
    expect(weigh(node('x', '1', leaf('a', '-1'), leaf('b', '3')), new Map())).toBe('hierarchy.weight-negative');
    expect(weigh(node('x', '1', leaf('a', '0')), new Map())).toBe('hierarchy.weights-zero');
  });

  test('stays between its lowest and highest leaf', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 100 })), { minLength: 1, maxLength: 8 }), (rows) => {
        const root: IndexNode = node('root', '1', ...rows.map(([weight], at) => leaf(`l${at}`, String(weight))));
        const outcome = weighHierarchy(root, new Map(rows.map(([, value], at) => [`l${at}`, fromInt(value)])));
        const value = outcome.ok ? (outcome.value.get('root') ?? null) : null;
        if (value === null) throw new Error('no value');
        const all = rows.map(([, one]) => one);
        expect(compare(value, fromInt(Math.min(...all))) >= 0 && compare(value, fromInt(Math.max(...all))) <= 0).toBe(true);
        if (new Set(all).size === 1) expect(equals(value, fromInt(all[0] ?? 0))).toBe(true);
      }),
    );
  });
});
