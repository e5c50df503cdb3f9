import { describe, expect, test } from 'vitest';
import * as is from './shape.ts';

const shape = is.object({
  id: is.id,
  at: is.nullable(is.instant),
  of: is.list(is.whole(1, 3)),
  by: is.record(is.flag),
  kind: is.oneOf('a', 'b'),
  more: is.optional(is.words),
});
const fine = { id: '01a017bf-2db8-7c06-9412-412c2c82780c', at: null, of: [1, 3], by: { 'x-1': true }, kind: 'b' };

test('lets through what fits', () => {
  expect(shape(fine, '$')).toBeNull();
  expect(shape({ ...fine, at: '2026-08-19T02:00:00.000Z', more: '' }, '$')).toBeNull();
  expect(is.openObject({ kind: is.words })({ kind: '', other: 1 }, '$')).toBeNull();
  expect(is.anything(undefined, '$')).toBeNull();
});

test.each<[string, unknown, string, string | null]>([
  ['nothing', undefined, '$ object', null],
  ['a list', [], '$ object', '[0]'],
  ['a member too many', { ...fine, 'z z': 1 }, '$["z z"] nothing', '1'],
  ['a member too few', { ...fine, id: undefined }, '$.id id', null],
  ['a text that is no id', { ...fine, id: 'x'.repeat(300) }, '$.id id', `"${'x'.repeat(118)}…`],
  ['a number for a time', { ...fine, at: 1 }, '$.at instant', '1'],
  ['a number out of range', { ...fine, of: [1, 4] }, '$.of[1] whole 1–3', '4'],
  ['an object for a list', { ...fine, of: { a: 1 } }, '$.of list', '{…}'],
  ['a list for an object', { ...fine, by: [1] }, '$.by object', '[1]'],
  ['a word for a flag', { ...fine, by: { 'x-1': 'ya' } }, '$.by["x-1"] flag', '"ya"'],
  ['another word', { ...fine, kind: 'c' }, '$.kind one-of a, b', '"c"'],
  ['a number for an optional text', { ...fine, more: 1 }, '$.more text', '1'],
])('names %s', (_name, value, place, found) => {
  const misfit = shape(value, '$');
  expect([`${misfit?.path} ${misfit?.expected}`, misfit?.found]).toEqual([place, found]);
});

test.each(['7', '-7', '2.675', '145/2', '1/010'])('takes %s for an exact number', (text) => expect(is.exact(text, '$')).toBeNull());
test.each(['', '1/0', '1/00', '2,5', '1.', ' 1', '1e3', '9'.repeat(401)])('does not take %s for one', (text) => expect(is.exact(text, '$')).not.toBeNull());

describe('the first difference', () => {
  test.each<[unknown, unknown, string | null, string | null, string | null]>([
    [{ b: 1, a: [1, { c: 'x' }] }, { a: [1, { c: 'x' }], b: 1, d: undefined }, null, null, null],
    [{ b: 1, a: 2 }, { b: 2, a: 3 }, '$.a', '2', '3'],
    [[1, 2], [1], '$[1]', '2', null],
    [[1], [1, null], '$[1]', null, 'null'],
    [{ a: 1 }, {}, '$.a', '1', null],
    [[], {}, '$', '[0]', '{…}'],
    ['1', 1, '$', '"1"', '1'],
    [null, {}, '$', 'null', '{…}'],
  ])('of %j and %j', (written, computed, path, left, right) => {
    expect(is.firstDifference(written, computed, '$')).toEqual(path === null ? null : { path, written: left, computed: right });
  });
});
