import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasBundleWords, sayBundleFault } from './bundle.ts';

const audit = new URL('../../domain/proof/', import.meta.url);
const sources = readdirSync(audit)
  .filter((name) => /^bundle.*(?<!test)\.ts$/.test(name))
  .map((name) => readFileSync(new URL(name, audit), 'utf8'));

test('has words for every no of a bundle', () => {
  const codes = new Set(sources.flatMap((text) => [...text.matchAll(/'(bundle\.[a-z-]+)'/g)].map(([, code]) => code ?? '')));
  expect(codes.size).toBeGreaterThan(10);
  expect([...codes].filter((code) => !hasBundleWords(code))).toEqual([]);
});

test.each([
  [{ kind: 'byte', check: 'text', offset: 7, expected: 'key-after "b"' }, 'teks berkas: bita ke-7, seharusnya kunci sesudah "b" menurut abjad'],
  [
    { kind: 'refused', check: 'result', path: '$.parts.inputs', code: 'ladder.unknown-step' },
    'hasil: $.parts.inputs, ditolak oleh aturan (ladder.unknown-step)',
  ],
  [{ kind: 'value', check: 'shape', path: '$.parts', written: null, computed: 'object' }, 'susunan: $.parts tertulis tidak ada, seharusnya objek'],
  [{ kind: 'value', check: 'shape', path: '$.parts', written: '1', computed: 'something' }, 'susunan: $.parts tertulis 1, seharusnya something'],
  [
    { kind: 'value', check: 'desk', path: '$.parts.desk.digest', written: '"a"', computed: '"b"' },
    'nilai meja dan daftar finalis: $.parts.desk.digest tertulis "a", terhitung "b"',
  ],
  [{ kind: 'value', check: 'file', path: '$', written: 'aa', computed: 'bb' }, 'sidik berkas: yang diharapkan aa, sidik berkas ini bb'],
] as const)('says %j', (fault, sentence) => expect(sayBundleFault(fault)).toBe(sentence));
