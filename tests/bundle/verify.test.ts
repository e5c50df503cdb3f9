import { describe, expect, test } from 'vitest';
import { BUNDLE_FORM, type Bundle, partDigests, QUOTED_KINDS, writeBundle } from '../../src/domain/audit/bundle.ts';
import { verifyBundle } from '../../src/domain/audit/bundle-verify.ts';
import { CHAIN_START } from '../../src/domain/audit/chain.ts';
import { canonicalJson } from '../../src/domain/shared/decimal-json.ts';
import { type Edit, faults, faultsOf, PARTS, type Parts, put, relink, said, tell, verify } from './forge.ts';
import { CATEGORY, sha256, uuid } from './small.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const { text: TEXT, digest: DIGEST } = writeBundle(PARTS, sha256);

describe('a whole bundle', () => {
  test('holds, and says what was recomputed', () => {
    expect(verify(TEXT, DIGEST)).toEqual({
      state: 'holds',
      digest: sha256(TEXT),
      about: PARTS.contest,
      counts: { entries: 4, levels: 8, sheets: 3, ranked: 2, signatures: 2, rows: 10, closedRows: 3, parts: 13 },
    });
    expect(verify(TEXT).state).toBe('holds');
    expect(PARTS.ledger.every(({ kind }) => QUOTED_KINDS.includes(kind))).toBe(true);
  });

  test('is one canonical text of its parts and their digests', () => {
    expect(TEXT).toBe(canonicalJson({ bailang: BUNDLE_FORM, digests: partDigests(PARTS, sha256), parts: PARTS }));
    expect(partDigests(PARTS, sha256).panel).toBe(sha256('["J1","J2","J3"]'));
    expect(PARTS.instrument.indicators).toEqual([
      { code: 'SID-1', name: 'Indikator 1', weight: '10' },
      { code: 'SID-2', name: 'Indikator 2', weight: '5' },
    ]);
  });

  test('with another digest on the page is not the one that was published', () => {
    expect(verify(TEXT, '0'.repeat(64))).toEqual({
      state: 'broken',
      digest: DIGEST,
      faults: [{ kind: 'value', check: 'file', path: '$', written: '0'.repeat(64), computed: DIGEST }],
    });
  });

  test('whose part was changed alone has another digest of it', () => {
    const bundle = JSON.parse(TEXT) as Bundle;
    put('region.name', 'Lain')(bundle.parts.contest);
    expect(faultsOf(canonicalJson(bundle))).toEqual([
      {
        kind: 'value',
        check: 'parts',
        path: '$.digests.contest',
        written: partDigests(PARTS, sha256).contest,
        computed: sha256(canonicalJson(bundle.parts.contest)),
      },
    ]);
  });
});

describe('a text that is not canonical', () => {
  test('is named by its first byte, counted in UTF-8', () => {
    const named = TEXT.replace('Kabupaten Contoh', 'Kabupaten Conté');
    const at = named.indexOf('"sample"');
    expect(said(faultsOf(`${named.slice(0, at)} ${named.slice(at)}`)[0])).toMatch(new RegExp(`^text byte ${Buffer.byteLength(named.slice(0, at))} `));
    expect(said(faultsOf(`${TEXT}\n`)[0])).toBe(`text byte ${TEXT.length} end`);
    expect(said(faultsOf(TEXT.slice(0, 20))[0])).toMatch(/^text byte 20 /);
  });

  test('has bytes of UTF-8 only, and no mark before them', () => {
    const bytes = encode(TEXT);
    bytes[50] = 0xff;
    const verdict = verifyBundle(bytes, sha256);
    expect(verdict.state === 'broken' && verdict.faults).toEqual([{ kind: 'byte', check: 'text', offset: 50, expected: 'utf-8' }]);
    expect(said(faultsOf(`\uFEFF${TEXT}`)[0])).toMatch(/^text byte 0 /);
    const cut = encode(TEXT.replace('Contoh', 'Conté')).slice(0, TEXT.indexOf('Contoh') + 5);
    const cutShort = verifyBundle(cut, sha256);
    expect(cutShort.state === 'broken' && cutShort.faults[0]).toMatchObject({ check: 'text', offset: cut.length - 1, expected: 'utf-8' });
  });

  test.each(['', '{}', '[]', 'null', '7', '"bailang"', '{"scores":[]}', 'submission,juror', '\u0000', '{"a":1}', '[{"parts":1}]'])('%j is no bundle', (text) =>
    expect(verify(text)).toEqual({ state: 'not-a-bundle' }),
  );

  test.each([
    '{',
    '{"bailang":',
    '{"bailan',
    '{"bailang":"bundle/1"}',
    '{"parts":{}}',
    '{"digests":1}',
    '{"bailang":7}',
    ' {"bailang":"bundle/1"',
    '{"bailang":"bundle/2',
  ])('%j is a damaged one', (text) => expect(verify(text).state).toBe('broken'));

  test('of another shape is named by its place', () => {
    expect(faultsOf(canonicalJson({ bailang: BUNDLE_FORM, digests: partDigests(PARTS, sha256), parts: { ...PARTS, panel: 'J1' } }))).toEqual([
      { kind: 'value', check: 'shape', path: '$.parts.panel', written: '"J1"', computed: 'list' },
    ]);
  });
});

describe('the desk', () => {
  test.each<[string, string, Edit]>([
    ['levels out of order', 'desk levels[0]', ({ levels }) => void levels.reverse()],
    ['an entry twice', 'desk levels[4]', ({ levels }) => void levels.push({ ...levels[3]! })],
    ['names out of order', 'publication names[0]', ({ names }) => void names.reverse()],
    ['rules out of order', 'inputs rules[0]', ({ rules }) => void rules.reverse()],
    ['the panel out of order', 'inputs panel[0]', ({ panel }) => void panel.reverse()],
    ['rules that are not there', 'desk desk.shortlist.rulesVersion bundle.no-such-rules', put('desk.shortlist.rulesVersion', 7)],
    ['an instrument without points', 'desk instrument bundle.no-points', put('instrument.indicators', [])],
    [
      'an indicator twice',
      'desk instrument.indicators bundle.indicator-twice',
      ({ instrument }) => void instrument.indicators.push({ ...instrument.indicators[0]! }),
    ],
    ['a level too many', 'desk levels[1].verified.X bundle.level-not-of-the-instrument', put('levels[1].verified.X', 1)],
    ['a level missing', 'desk levels[1].verified["SID-2"] bundle.level-not-of-the-instrument', ({ levels }) => void delete levels[1]!.verified['SID-2']],
    ['a rule that cannot be followed', 'desk desk shortlist.unknown-step', ({ rules }) => void rules[1]!.body.deskLadder.push('SID-9')],
    ['a verified level', 'desk desk.shortlist.entries[0].desk', put('levels[0].verified["SID-1"]', 2)],
    ['another gate', 'desk desk.shortlist.lines[3].rank', put('rules[1].body.floor', '5')],
    ['its digest', 'desk desk.digest', put('desk.digest', '0'.repeat(64))],
    ['a decision taken back', 'desk desk.shortlist.cut', put('desk.decisions', [])],
  ])('names %s', (_what, first, edit) => expect(faults(edit)[0]).toBe(first));

  test('that still waits may not be announced', () => {
    const waiting = faults(put('desk.decisions', []));
    expect(waiting).toContain('desk desk.shortlist shortlist.unresolved');
  });

  test('takes a panel of ten in the order of its numbers', () => {
    const many = faults(({ panel }) => void panel.splice(0, 3, ...Array.from({ length: 10 }, (_, n) => `J${n + 1}`)));
    expect(many.filter((one) => one.startsWith('inputs panel'))).toEqual([]);
    expect(faults(({ panel }) => void panel.splice(0, 3, 'J10', 'J2', 'J3'))[0]).toBe('inputs panel[0]');
  });
});

describe('the inputs', () => {
  test.each<[string, string, Edit]>([
    ['rules that are not there', 'inputs inputs.rulesVersion bundle.no-such-rules', put('inputs.rulesVersion', 7)],
    ['a desk value', 'inputs inputs.entries[0].desk', put('inputs.entries[0].desk', '1')],
    ['a share', 'inputs inputs.deskShare', put('inputs.deskShare', '41')],
    ['the digest of the desk', 'inputs inputs.deskDigest', put('inputs.deskDigest', '0'.repeat(64))],
    ['sheets out of order', 'inputs inputs.sheets[0].entry', ({ inputs }) => void inputs.sheets.reverse()],
    ['another category', 'inputs inputs.categoryId', put('inputs.categoryId', uuid(99))],
    ['a sheet of no juror', 'inputs inputs.sheets[2] bundle.pair-unknown', put('inputs.sheets[2].juror', 'J4')],
    ['a recused pair of no finalist', 'inputs inputs.recused[0] bundle.pair-unknown', put('inputs.recused[0].entry', 'BL-3')],
    ['a pair recused and absent', 'inputs inputs.absent[1] bundle.pair-twice', put('inputs.absent[1].juror', 'J2')],
    ['a pair without anything', 'inputs inputs.sheets bundle.pair-open', ({ inputs }) => void inputs.absent.pop()],
    ['a juror without anything', 'inputs inputs.sheets bundle.pair-open', ({ panel }) => void panel.push('J4')],
  ])('name %s', (_what, first, edit) => expect(faults(edit)).toContain(first));

  test('of rules with no decision yet are taken as none', () => {
    expect(faults(({ inputs }) => void delete inputs.decisions)).toContain('shape inputs.decisions');
  });
});

describe('the result', () => {
  test.each<[string, string, Edit]>([
    ['a score', 'result result.body.entries[0].criteria[0].mean.exact', put('inputs.sheets[0].scores.A', '5')],
    ['a score off its scale', 'result inputs score.outside-scale', put('inputs.sheets[0].scores.A', '11')],
    ['a rank', 'result result.body.entries[0].rank', put('result.body.entries[0].rank', 9)],
    ['its digest', 'result result.digest', put('result.digest', '0'.repeat(64))],
    ['a published figure', 'publication publication.body.entries[0].final.rounded', put('publication.body.entries[0].final.rounded', '1')],
    ['a published name', 'publication publication.body.entries[0].name', put('names[0].name', 'Lain')],
    ['a name too many', 'publication names[2]', ({ names }) => void names.push({ id: 'BL-3', name: '', agency: '' })],
    ['the digest of what was published', 'publication publication.digest', put('publication.digest', '0'.repeat(64))],
    ['the year', 'publication publication.body.year', put('contest.year', 2025)],
    ['the edition', 'publication publication.body.edition', put('contest.edition', 'Lain')],
    ['the category', 'publication publication.body.category.name', put('contest.category.name', 'Lain')],
    ['the size of the panel', 'publication publication.body.panel', ({ panel }) => void panel.push('J4')],
    ['the version published', 'publication publication.body.version', put('publication.version', 2)],
    ['the decree', 'publication publication.body.decree', put('certification.decree', '1/2026')],
    ['the time of publication', 'publication publication.body.publishedAt', put('publication.publishedAt', '2026-08-20T02:00:00.000Z')],
  ])('names %s', (_what, fault, edit) => expect(faults(edit)).toContain(fault));

  test('that waits for a decision is no result', () => {
    const tied = faults((parts) => {
      for (const at of [0, 1]) put(`inputs.entries[${at}].desk`, '100')(parts);
      for (const at of [0, 1, 2]) put(`inputs.sheets[${at}].scores`, { A: '5', B: '5' })(parts);
    });
    expect(tied).toContain('result result.body result.unresolved');
  });
});

describe('signatures', () => {
  test.each<[string, string, Edit]>([
    ['of another result', 'signatures signatures[1].digest', put('signatures[1].digest', '0'.repeat(64))],
    ['certified for another result', 'signatures certification.digest', put('certification.digest', '0'.repeat(64))],
    ['too few', 'signatures signatures bundle.signatures-missing', ({ signatures }) => void signatures.pop()],
    ['of two chairs', 'signatures signatures bundle.signatures-missing', put('signatures[1].capacity', 'chair')],
    ['too many', 'signatures signatures bundle.signatures-missing', ({ signatures }) => void signatures.push({ ...signatures[1]! }, { ...signatures[1]! })],
    ['too many without a chair', 'signatures signatures bundle.signatures-missing', threeJurors],
    ['before the result', 'signatures signatures[0].signedAt bundle.before-its-time', put('result.computedAt', '2026-08-20T00:51:00.000Z')],
    ['out of order', 'signatures signatures[1].signedAt bundle.before-its-time', put('signatures[1].signedAt', '2026-08-20T00:45:00.000Z')],
    ['after the certification', 'signatures certification.certifiedAt bundle.before-its-time', put('certification.certifiedAt', '2026-08-20T00:49:00.000Z')],
    [
      'certified after the publication',
      'signatures publication.publishedAt bundle.before-its-time',
      put('publication.publishedAt', '2026-08-20T00:59:00.000Z'),
    ],
  ])('%s are named', (_what, fault, edit) => expect(faults(edit)).toContain(fault));

  test('may be one more than the jurors that counted, when the chair did not count, and need no chair at all', () => {
    const missing = 'signatures signatures bundle.signatures-missing';
    expect(faults(({ signatures }) => void signatures.push({ ...signatures[1]!, capacity: 'juror' }))).not.toContain(missing);
    expect(faults(put('signatures[0].capacity', 'juror'))).not.toContain(missing);
  });

  function threeJurors(parts: Parts): void {
    put('signatures[0].capacity', 'juror')(parts);
    parts.signatures.push({ ...parts.signatures[1]! });
  }
});

describe('the ledger', () => {
  test.each<[string, string, Edit]>([
    ['a row changed', 'ledger ledger[0].digest', put('ledger[0].actedAt', '2026-01-01T00:00:00.000Z')],
    ['facts that cannot be read', 'ledger ledger[0].facts bundle.facts-unreadable', put('ledger[0].facts', '{"a": 1}')],
    ['facts that are none', 'ledger ledger[0].facts bundle.facts-unreadable', put('ledger[0].facts', '[]')],
    ['facts that are empty', 'ledger ledger[0].facts bundle.facts-unreadable', put('ledger[0].facts', 'null')],
    ['facts in one word', 'ledger ledger[0].facts bundle.facts-unreadable', put('ledger[0].facts', '"x"')],
    ['an act that is not quoted', 'ledger ledger[0].kind bundle.kind-not-quoted', put('ledger[0].kind', 'person.signed-in')],
    ['another category', 'ledger ledger[2].subjectId bundle.about-something-else', put('ledger[2].subjectId', uuid(98))],
    ['another result', 'ledger ledger[6].subjectId bundle.about-something-else', put('ledger[6].subjectId', CATEGORY)],
    ['rows out of order', 'ledger ledger[1].seq bundle.rows-out-of-order', put('ledger[1].seq', 11)],
    ['neighbours that are not linked', 'ledger ledger[2].previous', put('ledger[2].previous', CHAIN_START)],
    ['an actor of the panel', 'ledger ledger[3].actorId bundle.actor-not-closed', put('ledger[3].actorId', uuid(101))],
    ['an open row without its actor', 'ledger ledger[0].digest', put('ledger[0].actorId', null)],
  ])('names %s', (_what, fault, edit) => expect(faults(edit).find((one) => one.startsWith('ledger'))).toBe(fault));

  test('lets a row after a gap begin with any digest before it', () => {
    const gap = faults((parts) => {
      put('ledger[1].previous', 'f'.repeat(64))(parts);
      relink(parts, 1);
    });
    expect(gap).toEqual([]);
  });

  const forged = (at: number, change: Edit) =>
    faults((parts) => {
      change(parts);
      relink(parts, at);
    }).filter((one) => one.startsWith('ledger'));
  const zero = '0'.repeat(64);

  test.each<[string, readonly string[], number, Edit]>([
    ['another list announced', ['ledger ledger[2].facts.digest'], 2, tell(2, 'digest', zero)],
    ['another time of it', ['ledger desk.announcedAt'], 2, put('ledger[2].actedAt', '2026-08-20T00:21:00.000Z')],
    ['another result computed', ['ledger ledger[6].facts.digest'], 6, tell(6, 'digest', zero)],
    ['another version of it', ['ledger ledger[6].facts.version'], 6, tell(6, 'version', 2)],
    ['another time of the result', ['ledger result.computedAt'], 6, put('ledger[6].actedAt', '2026-08-20T00:41:00.000Z')],
    ['another capacity', ['ledger signatures[0].capacity'], 7, tell(7, 'capacity', 'juror')],
    ['another time of a signature', ['ledger signatures[0].capacity'], 7, put('ledger[7].actedAt', '2026-08-20T00:51:00.000Z')],
    ['another result signed', ['ledger signatures[1].digest'], 8, tell(8, 'digest', zero)],
    ['another result certified', ['ledger ledger[9].facts.digest'], 9, tell(9, 'digest', zero)],
    ['another decree', ['ledger ledger[9].facts.decree'], 9, tell(9, 'decree', '1/2026')],
    ['another time of it', ['ledger certification.certifiedAt'], 9, put('ledger[9].actedAt', '2026-08-20T01:01:00.000Z')],
  ])('says what it saw: %s', (_what, named, at, change) => expect(forged(at, change)).toEqual(named));

  test('saw each counted sheet sealed', () => {
    expect(faults(tell(3, 'digest', zero))).toEqual(['ledger inputs.sheets[0].seal bundle.seal-not-in-ledger']);
    expect(faults(tell(5, 'digest', zero))).toEqual(['ledger inputs.sheets[2].seal bundle.seal-not-in-ledger']);
  });

  test('saw every last act, in its order', () => {
    expect(faults(({ ledger }) => void ledger.pop())).toEqual(['ledger ledger[4]']);
    expect(faults(({ ledger }) => void ledger.splice(2, 1))[0]).toBe('ledger ledger[0]');
    expect(faults(({ ledger }) => void ledger.splice(0, 2)).filter((one) => one.startsWith('ledger'))).toEqual([]);
  });
});
