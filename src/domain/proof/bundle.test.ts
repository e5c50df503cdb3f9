import { describe, expect, test } from 'vitest';
import { hash, smallBundle } from '../../../tests/factories/bundle.ts';
import { bundleTools } from '../../platform/signature.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { type BundleParts, partDigests, quoteInstrument, writeBundle } from './bundle.ts';
import { verifyKey, writeKey } from './bundle-key.ts';
import { type BundleVerdict, verifyBundle } from './bundle-verify.ts';

type Mutable<T> = T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;
type Edit = (parts: Mutable<BundleParts>) => unknown;

const small = smallBundle();
const verify = (text: string, digest: string | null = null) => verifyBundle(new TextEncoder().encode(text), bundleTools, { digest });

/** The text of the small bundle after the edit, with the digests of its parts made anew. */
function edited(edit: Edit): string {
  const parts = structuredClone(small.parts) as unknown as Mutable<BundleParts>;
  edit(parts);
  return writeBundle(parts as unknown as BundleParts, hash).text;
}

function namesOf(verdict: BundleVerdict): readonly string[] {
  if (verdict.state !== 'broken') return [verdict.state];
  return verdict.faults.map((fault) => {
    if (fault.kind === 'byte') return `byte ${fault.offset}`;
    return fault.kind === 'refused' ? `${fault.path} ${fault.code}` : `${fault.path} ${fault.written} ${fault.computed}`;
  });
}

test('a bundle that holds says what it holds, with the digest of its text', () => {
  const { text, digest } = writeBundle(small.parts, hash);
  expect(verify(text, digest)).toMatchObject({
    state: 'holds',
    form: 'bundle/2',
    digest,
    about: small.parts.contest,
    counts: { entries: 4, levels: 8, sheets: 4, ranked: 2, signatures: 2, rows: 10, closedRows: 6, parts: 14 },
  });
  expect(partDigests(small.parts, hash).panel).toBe(hash('["J1","J2","J3"]'));
  expect(namesOf(verify(text, '0'.repeat(64)))).toEqual([`$ ${'0'.repeat(64)} ${digest}`]);
});

test('a threshold instead of a number of places holds as well', () => {
  const { parts } = smallBundle({ rules: { ...small.parts.rules[0]!.body, shortlist: { kind: 'threshold', above: '6' } } });
  expect(namesOf(verify(writeBundle(parts, hash).text))).toEqual(['holds']);
  expect(parts.inputs.entries.length).toBe(3);
});

test('quotes of a catalogue what the points need', () => {
  const sid = [{ code: 'SID-1', name: 'Satu', weight: '2', variable: 'x', mandatory: true, levels: [], evidence: '', formats: '' }];
  const instrument: Instrument = { code: 'iid-2026', year: 2026, legalSource: '', sid, spd: [], count: null };
  expect(quoteInstrument(instrument)).toEqual({ code: 'iid-2026', year: 2026, indicators: [{ code: 'SID-1', name: 'Satu', weight: '2' }] });
});

describe('names', () => {
  test.each<[string, string, Edit]>([
    ['levels out of order', '$.parts.levels[0] "BL-2026-0004" "BL-2026-0001"', ({ levels }) => levels.reverse()],
    ['a juror twice', '$.parts.panel[3] "J1" null', ({ panel }) => panel.push('J1')],
    ['rules out of order', '$.parts.rules[0] 3 2', ({ rules }) => rules.unshift({ ...rules[0]!, version: 3 })],
    [
      'rules of another version for the desk',
      '$.parts.desk.shortlist.rulesVersion bundle.no-such-rules',
      ({ desk }) => Object.assign(desk.shortlist, { rulesVersion: 1 }),
    ],
    ['rules of another version for the result', '$.parts.inputs.rulesVersion bundle.no-such-rules', ({ inputs }) => Object.assign(inputs, { rulesVersion: 1 })],
    [
      'an instrument that gives no points',
      '$.parts.instrument bundle.no-points',
      ({ instrument }) => instrument.indicators.map((one) => Object.assign(one, { weight: '0' })),
    ],
    ['an indicator twice', '$.parts.instrument.indicators bundle.indicator-twice', ({ instrument }) => instrument.indicators.push(instrument.indicators[0]!)],
    [
      'a level of no indicator',
      '$.parts.levels[0].verified["SID-3"] bundle.level-not-of-the-instrument',
      ({ levels }) => Object.assign(levels[0]!.verified, { 'SID-3': 1 }),
    ],
    ['a level left out', '$.parts.levels[1].verified["SID-2"] bundle.level-not-of-the-instrument', ({ levels }) => delete levels[1]!.verified['SID-2']],
    ['a step the desk does not know', '$.parts.desk shortlist.unknown-step', ({ rules }) => rules[0]!.body.deskLadder.push('lain')],
    ['a tie that waits', '$.parts.desk.shortlist.cut "clean" "unresolved"', ({ desk }) => desk.decisions.pop()],
    ['a verified level', '$.parts.desk.shortlist.entries[0].desk "100" "10000/119"', ({ levels }) => Object.assign(levels[0]!.verified, { 'SID-2': 0 })],
    [
      'the digest of the desk',
      `$.parts.desk.digest "${'0'.repeat(64)}" "${small.parts.desk.digest}"`,
      ({ desk }) => Object.assign(desk, { digest: '0'.repeat(64) }),
    ],
    ['a share', '$.parts.inputs.deskShare "50" "40"', ({ inputs }) => Object.assign(inputs, { deskShare: '50' })],
    ['a pair of nobody', '$.parts.inputs.absent[1] bundle.pair-unknown', ({ inputs }) => inputs.absent.push({ entry: 'BL-2026-0003', juror: 'J9' })],
    ['a pair twice', '$.parts.inputs.recused[1] bundle.pair-twice', ({ inputs }) => inputs.recused.push({ entry: 'BL-2026-0003', juror: 'J1' })],
    ['a pair left open', '$.parts.inputs.sheets bundle.pair-open', ({ inputs }) => inputs.absent.pop()],
    ['a rubric that cannot score', '$.parts.inputs rubric.no-criteria', ({ inputs }) => inputs.rubric.criteria.splice(0)],
    [
      'a figure of the result',
      '$.parts.result.body.entries[0].final.rounded "1.00" "77.38"',
      ({ result }) => Object.assign(result.body.entries[0]!.final, { rounded: '1.00' }),
    ],
    ['a name left out', '$.parts.names[1] null "BL-2026-0003"', ({ names }) => names.pop()],
    ['a published rank', '$.parts.publication.body.entries[0].rank 9 1', ({ publication }) => Object.assign(publication.body.entries[0]!, { rank: 9 })],
    [
      'a signature for something else',
      `$.parts.signatures[1].digest "${'0'.repeat(64)}" "${small.parts.result.digest}"`,
      ({ signatures }) => Object.assign(signatures[1]!, { digest: '0'.repeat(64) }),
    ],
    ['signatures left out', '$.parts.signatures bundle.signatures-missing', ({ signatures }) => signatures.pop()],
    ['two chairs', '$.parts.signatures bundle.signatures-missing', ({ signatures }) => Object.assign(signatures[1]!, { capacity: 'chair' })],
    [
      'a signature before computing',
      '$.parts.signatures[0].signedAt bundle.before-its-time',
      ({ signatures }) => Object.assign(signatures[0]!, { signedAt: '2026-09-01T02:14:00.000Z' }),
    ],
    [
      'a certification before the last signature',
      '$.parts.certification.certifiedAt bundle.before-its-time',
      ({ certification }) => Object.assign(certification, { certifiedAt: '2026-09-01T02:19:00.000Z' }),
    ],
    [
      'a publication before its certification',
      '$.parts.publication.publishedAt bundle.before-its-time',
      ({ publication }) => Object.assign(publication, { publishedAt: '2026-09-01T02:29:00.000Z' }),
    ],
    ['facts that are no text of facts', '$.parts.ledger[0].facts bundle.facts-unreadable', ({ ledger }) => Object.assign(ledger[0]!, { facts: '[]' })],
    ['facts that are not canonical', '$.parts.ledger[0].facts bundle.facts-unreadable', ({ ledger }) => Object.assign(ledger[0]!, { facts: '{ }' })],
    ['a row of another kind', '$.parts.ledger[0].kind bundle.kind-not-quoted', ({ ledger }) => Object.assign(ledger[0]!, { kind: 'person.signed-in' })],
    ['a row about something else', '$.parts.ledger[1].subjectId bundle.about-something-else', ({ ledger }) => Object.assign(ledger[1]!, { subjectId: null })],
    ['rows out of order', '$.parts.ledger[1].seq bundle.rows-out-of-order', ({ ledger }) => Object.assign(ledger[1]!, { seq: 1 })],
    [
      'a neighbour that is not linked',
      `$.parts.ledger[3].previous "${'0'.repeat(64)}"`,
      ({ ledger }) => Object.assign(ledger[3]!, { previous: '0'.repeat(64) }),
    ],
    [
      'a closed row that tells its actor',
      '$.parts.ledger[2].actorId bundle.actor-not-closed',
      ({ ledger }) => Object.assign(ledger[2]!, { actorId: ledger[0]!.actorId }),
    ],
    ['an open row', `$.parts.ledger[0].digest "${small.parts.ledger[0]!.digest}"`, ({ ledger }) => Object.assign(ledger[0]!, { actorId: null })],
    ['an act left out of the ledger', '$.parts.ledger[3] "result.certified" "result.signed"', ({ ledger }) => ledger.splice(-2, 1)],
    ['facts of a closed row', `$.parts.ledger[2].digest "${small.parts.ledger[2]!.digest}"`, ({ ledger }) => Object.assign(ledger[2]!, { facts: '{}' })],
    ['the mark of a closed row', '$.parts.ledger[2].digest', ({ ledger }) => Object.assign(ledger[2]!, { actorMark: '0'.repeat(64) })],
    [
      'a closed row with its blind',
      '$.parts.ledger[2].actorId bundle.actor-not-closed',
      ({ ledger }) => Object.assign(ledger[2]!, { actorBlind: '0'.repeat(32) }),
    ],
    [
      'an open row with a mark',
      '$.parts.ledger[0].actorMark bundle.actor-not-closed',
      ({ ledger }) => Object.assign(ledger[0]!, { actorMark: '0'.repeat(64) }),
    ],
    [
      'an announcement at another time',
      '$.parts.desk.announcedAt "2026-09-01T02:04:00.000Z" "2026-09-01T02:05:00.000Z"',
      ({ desk }) => Object.assign(desk, { announcedAt: '2026-09-01T02:04:00.000Z' }),
    ],
    [
      'a computation at another time',
      '$.parts.result.computedAt "2026-09-01T02:14:00.000Z" "2026-09-01T02:15:00.000Z"',
      ({ result }) => Object.assign(result, { computedAt: '2026-09-01T02:14:00.000Z' }),
    ],
    ['another version of the result', '$.parts.ledger[6].facts.version 1 2', ({ result }) => Object.assign(result, { version: 2 })],
    ['a member that no bundle has', '$.parts.contest.lain 1 nothing', ({ contest }) => Object.assign(contest, { lain: 1 })],
  ])('%s', (_name, fault, edit) => {
    const found = namesOf(verify(edited(edit)));
    expect(found).toContainEqual(expect.stringContaining(fault));
  });

  test('a part that was changed under its digest', () => {
    const { text } = writeBundle(small.parts, hash);
    expect(namesOf(verify(text.replace('Kabupaten Uji', 'Kabupaten Ujian')))).toEqual([
      expect.stringMatching(/^\$\.digests\.contest "[0-9a-f]{64}" "[0-9a-f]{64}"$/),
    ]);
  });
});

test.each([
  ['', 'not-a-bundle'],
  ['[1]', 'not-a-bundle'],
  ['{"scores":[]}', 'not-a-bundle'],
  ['{', 'byte 1'],
  ['{"bailang":"bu', 'byte 14'],
  ['"bailang":"bundle/1"', 'byte 9'],
  ['{"parts":{}}', '$.bailang null one-of bundle/2'],
])('of %j it says %s', (text, said) => expect(namesOf(verify(text))).toEqual([said]));

test('counts bytes, not letters, and names the first that is not UTF-8', () => {
  const text = edited(({ contest }) => Object.assign(contest.region, { name: 'Kabupatén' }));
  const at = new TextEncoder().encode(text.slice(0, text.indexOf(',"sample"'))).length;
  expect(namesOf(verify(text.replace(',"sample"', ', "sample"')))).toEqual([`byte ${at + 1}`]);
  const bytes = new TextEncoder().encode(text);
  bytes[60] = 0xc3;
  expect(namesOf(verifyBundle(bytes, bundleTools))).toEqual(['byte 60']);
});

describe('the key', () => {
  const { digest } = writeBundle(small.parts, hash);
  const text = writeKey({ bundle: digest, ...small.key });
  const opened = (key: string) => verifyKey(key, small.parts, digest, hash);
  const faultsOf = (key: string) => opened(key).faults.map((fault) => (fault.kind === 'byte' ? `byte ${fault.offset}` : fault.path));

  test('opens every seal and every closed row', () => expect(opened(text)).toEqual({ faults: [], seals: 4, rows: 6 }));

  test.each<[string, string, readonly string[]]>([
    ['another bundle', text.replace(digest, '0'.repeat(64)), ['key.bundle']],
    ['a text that is not canonical', `${text}\n`, [`byte ${text.length}`]],
    ['something else', '{"bailang":"bundle/2"}', ['key.bailang']],
    ['another comment', text.replace('Catatan.', 'Lain.'), ['$.parts.inputs.sheets[0].seal']],
    [
      'a sealed text that is none',
      writeKey({ bundle: digest, ...small.key, seals: [{ ...small.key.seals[0]!, text: '{}' }, ...small.key.seals.slice(1)] }),
      ['$.parts.inputs.sheets[0].seal'],
    ],
    ['a seal left out', writeKey({ bundle: digest, ...small.key, seals: small.key.seals.slice(1) }), ['$.parts.inputs.sheets[0].seal']],
    ['an actor left out', writeKey({ bundle: digest, ...small.key, actors: small.key.actors.slice(1) }), ['$.parts.ledger[2].actorId']],
    ['a juror left out', writeKey({ bundle: digest, ...small.key, jurors: small.key.jurors.slice(0, 2) }), ['key.jurors[2]']],
  ])('of %s names it', (_name, key, paths) => expect(faultsOf(key)).toEqual(paths));

  test('does not open with two jurors swapped', () => {
    const [first, second, ...rest] = small.key.jurors;
    const swapped = [{ ...second!, code: 'J1' }, { ...first!, code: 'J2' }, ...rest];
    expect(faultsOf(writeKey({ bundle: digest, ...small.key, jurors: swapped }))).toEqual(
      small.parts.inputs.sheets.map((_, at) => `$.parts.inputs.sheets[${at}]`),
    );
  });
});
