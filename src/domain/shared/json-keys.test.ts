import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repeatedKey } from './json-keys.ts';

test('finds a key written twice in one object, however it is spelled', () => {
  expect(repeatedKey('{"a": 1, "b": {"a": 2}, "c": [{"a": 1}, {"a": 2}]}')).toBeNull();
  expect(repeatedKey('{"a": [1, {"b": ":{", "b": 2}]}')).toBe('b');
  expect(repeatedKey('{"a": 1, "\\u0061": 2}')).toBe('a');
  expect([repeatedKey('[]'), repeatedKey('7'), repeatedKey('"a:b"')]).toEqual([null, null, null]);
});

test('finds none in anything a program wrote', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(repeatedKey(JSON.stringify(value))).toBeNull();
    }),
  );
});
