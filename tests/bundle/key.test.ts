import { expect, test } from 'vitest';
import { writeBundle } from '../../src/domain/audit/bundle.ts';
import { KEY_FORM, verifyKey, writeKey } from '../../src/domain/audit/bundle-key.ts';
import { canonicalJson } from '../../src/domain/shared/decimal-json.ts';
import { put } from './forge.ts';
import { jurorId, seals, sha256, smallKey, smallParts, uuid } from './small.ts';

type Key = ReturnType<typeof smallKey>;

const PARTS = smallParts();
const { digest: DIGEST } = writeBundle(PARTS, sha256);
const read = (text: string) => verifyKey(text, PARTS, DIGEST, sha256);
const faults = (edit: (key: Key) => void) => {
  const key = structuredClone(smallKey(PARTS));
  edit(key);
  return read(writeKey(key)).faults.map((fault) =>
    fault.kind === 'byte' ? `byte ${fault.offset}` : `${fault.check} ${fault.path}${fault.kind === 'refused' ? ` ${fault.code}` : ''}`,
  );
};

test('the key opens the bundle it was made with', () => {
  expect(read(writeKey(smallKey(PARTS)))).toEqual({ faults: [], seals: 3, rows: 3 });
  expect(writeKey(smallKey(PARTS))).toBe(canonicalJson({ bailang: KEY_FORM, ...smallKey(PARTS) }));
});

test.each<[string, readonly string[], (key: Key) => void]>([
  ['another bundle', ['file key.bundle'], put('bundle', '0'.repeat(64))],
  ['a juror out of order', ['shape key.jurors[0]'], (key) => void key.jurors.reverse()],
  ['a text left out', ['ledger $.parts.inputs.sheets[0].seal bundle.seal-not-in-key'], (key) => void key.seals.shift()],
  ['a text that cannot be read', ['ledger $.parts.inputs.sheets[1].seal bundle.seal-not-in-key'], put('seals[1].text', '{}')],
  ['a text that is none', ['ledger $.parts.inputs.sheets[1].seal bundle.seal-not-in-key'], put('seals[1].text', 'x')],
  ['another comment', ['ledger $.parts.inputs.sheets[0].seal'], put('seals[0].text', seals[0]?.text.replace('panel.', 'publik.'))],
  [
    'another score',
    ['ledger $.parts.inputs.sheets[0].seal', 'ledger $.parts.inputs.sheets[0]'],
    put('seals[0].text', seals[0]?.text.replace('["A","6"]', '["A","7"]')),
  ],
  [
    'texts of two jurors swapped',
    ['ledger $.parts.inputs.sheets[0].seal', 'ledger $.parts.inputs.sheets[0]', 'ledger $.parts.inputs.sheets[1].seal', 'ledger $.parts.inputs.sheets[1]'],
    ({ seals }) => {
      const [one, two] = [seals[0]?.text, seals[1]?.text];
      put('[0].text', two)(seals);
      put('[1].text', one)(seals);
    },
  ],
  ['an actor left out', ['ledger $.parts.ledger[3].actorId bundle.actor-not-in-key'], (key) => void key.actors.shift()],
  ['an actor of no panel', ['ledger $.parts.ledger[4].actorId bundle.actor-not-in-key'], put('actors[1].actorId', uuid(7))],
  ['another actor of the panel', ['ledger $.parts.ledger[3].digest'], put('actors[0].actorId', jurorId('J3'))],
  [
    'another person under a code',
    ['ledger $.parts.inputs.sheets[1]', 'ledger $.parts.ledger[4].actorId bundle.actor-not-in-key'],
    put('jurors[1].personId', uuid(7)),
  ],
])('names %s', (_what, named, edit) => expect(faults(edit)).toEqual(named));

test('a text that is no key is named by its byte or its place, counting nothing', () => {
  const text = writeKey({ ...smallKey(PARTS), jurors: [{ code: 'J1', personId: uuid(1), name: 'Noor é', isChair: true }] });
  const at = text.indexOf('"personId"');
  expect(read(`${text.slice(0, at)} ${text.slice(at)}`)).toEqual({
    faults: [{ kind: 'byte', check: 'text', offset: Buffer.byteLength(text.slice(0, at)), expected: expect.any(String) }],
    seals: 0,
    rows: 0,
  });
  expect(read('7').faults).toEqual([{ kind: 'value', check: 'shape', path: 'key', written: '7', computed: 'object' }]);
});

test.each<[string, (key: Record<string, unknown>) => void]>([
  ['key.bailang', put('bailang', 'bundle/1')],
  ['key.bundle', put('bundle', 'x')],
  ['key.jurors[0].code', put('jurors', [{ code: 'J 1', personId: uuid(1), name: '', isChair: true }])],
  ['key.jurors[0].isChair', put('jurors', [{ code: 'J1', personId: uuid(1), name: '', isChair: 'ya' }])],
  ['key.seals[0].text', put('seals', [{ entry: 'BL-1', juror: 'J1', text: 'x'.repeat(100_001) }])],
  ['key.actors[0].seq', put('actors', [{ seq: 0, actorId: uuid(1) }])],
  ['key.lain', put('lain', 1)],
])('%s must have its shape', (path, edit) => {
  const key: Record<string, unknown> = { bailang: KEY_FORM, ...smallKey(PARTS) };
  edit(key);
  expect(read(canonicalJson(key)).faults.map((fault) => (fault.kind === 'value' ? fault.path : ''))).toEqual([path]);
});
