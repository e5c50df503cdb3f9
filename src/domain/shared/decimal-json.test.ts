import { expect, test } from 'vitest';
import { canonicalJson, parseDecimalJson } from './decimal-json.ts';

test('keeps every number as the text it was written with, and numbers inside texts alone', () => {
  const text = '{"weight": 0.75, "list": [1.0, -2e3], "note": "0.75 \\" 1.5", "yes": true, "none": null}';
  expect(parseDecimalJson(text)).toEqual({ weight: '0.75', list: ['1.0', '-2e3'], note: '0.75 " 1.5', yes: true, none: null });
  expect(() => parseDecimalJson('{0.75')).toThrow(SyntaxError);
});

test('writes equal values as equal bytes', () => {
  expect(canonicalJson({ b: 1, a: [true, null, { d: 'x', c: undefined }] })).toBe('{"a":[true,null,{"d":"x"}],"b":1}');
  expect(canonicalJson({ 10: 'a', 9: 'b' })).toBe('{"10":"a","9":"b"}');
});
