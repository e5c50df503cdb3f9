import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Indicator } from '../instrument/indicator.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { toText } from '../shared/rational.ts';
import { checkClaim } from './claim.ts';
import { mayChange } from './editing.ts';
import { checkFile, checkLink, checkPages, cleanLabel, kindOf, linkLabel } from './evidence.ts';
import { checkPart } from './profile.ts';
import { readinessOf } from './readiness.ts';
import { nextStep, scoreOf } from './score.ts';
import { unchangedClaims } from './snapshot.ts';
import { parseAmount, parseDate } from './typed-values.ts';
import { countWords, freeSlug, slugOf } from './words.ts';

const row = (code: string, weight: string, mandatory = false): Indicator => ({
  code,
  name: code,
  variable: '',
  weight,
  mandatory,
  levels: [1, 2, 3].map((level) => ({ level, label: '' })),
  evidence: '',
  formats: '',
});
const instrument: Instrument = {
  code: 'iid-2026',
  year: 2026,
  legalSource: '',
  sid: [row('A', '3', true), row('B', '2'), row('C', '1')],
  spd: [],
  count: null,
};
const claim = (level: number, basis: string | null = null) => ({ level, basis, note: '' });

describe('words', () => {
  test('a word is a run without space that holds a letter or a digit', () => {
    expect(['anak-anak', '  ', '- – …', 'satu  dua\ntiga', '3 km', 'Rp185.000'].map(countWords)).toEqual([1, 0, 0, 3, 2, 1]);
  });

  test('a slug is an address, and a taken one gets the lowest free number', () => {
    expect(['Lasungku Talu (3 Dokumen)', '***', 'Café'].map(slugOf)).toEqual(['lasungku-talu-3-dokumen', 'inovasi', 'cafe']);
    expect(freeSlug('a', ['a', 'a-2', 'a-4'])).toBe('a-3');
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(slugOf(name)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      }),
    );
  });
});

describe('what people type', () => {
  test('dates are real days', () => {
    expect(['1 Maret 2024', '1 agu 2024', '31 Pebruarius 2024'].map(parseDate)).toEqual(['2024-03-01', '2024-08-01', null]);
    expect(['2024-03-01', '1-3-2024', '1/3/2024', '2024-02-30', '31-4-2024', '1899-01-01', 'kemarin'].map(parseDate)).toEqual([
      '2024-03-01',
      '2024-03-01',
      '2024-03-01',
      null,
      null,
      null,
      null,
    ]);
  });

  test('money is whole rupiah', () => {
    expect(['185000000', 'Rp 185.000.000,00', '185 juta', '1,5 miliar', '0', '1.85.000', '-5', 'gratis', '12,34567'].map(parseAmount)).toEqual([
      '185000000',
      '185000000',
      '185000000',
      '1500000000',
      '0',
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('a part of the profile', () => {
  test('keeps what was not sent, takes no field of another part, and may be incomplete', () => {
    expect(checkPart(5, { aims: 'a', benefits: 'b' }, { benefits: '', design: 'x' })).toEqual({ ok: true, value: { aims: 'a', benefits: '', results: '' } });
  });

  test('refuses what is malformed with the field at fault', () => {
    const faults = (part: Parameters<typeof checkPart>[0], given: Record<string, string>) => {
      const outcome = checkPart(part, {}, given);
      return outcome.ok ? {} : Object.fromEntries(Object.entries(outcome.refusal.fields ?? {}).map(([name, one]) => [name, one.code]));
    };
    expect(faults(1, { name: '', stage: 'x' })).toEqual({ name: 'profile.name-missing', stage: 'profile.choice-unknown' });
    expect(faults(3, { trialOn: '2024-03-02', implementedOn: '2024-03-01', developedOn: '2023-01-01' })).toEqual({
      implementedOn: 'profile.implemented-before-trial',
      developedOn: 'profile.developed-before-implemented',
    });
    expect(faults(4, { design: 'x'.repeat(10_001) })).toEqual({ design: 'profile.too-long' });
    expect(faults(6, { budget: 'banyak' })).toEqual({ budget: 'profile.money-invalid' });
    expect(faults(7, { contactPhone: 'hp', contactEmail: 'a@b' })).toEqual({ contactPhone: 'profile.phone-invalid', contactEmail: 'profile.email-invalid' });
  });
});

describe('evidence', () => {
  test('the kind follows from the bytes', () => {
    const bytes = (text: string) => Buffer.from(text, 'latin1');
    expect(
      [bytes('%PDF-1.4'), bytes('\xff\xd8\xff\xe0'), bytes('\x89PNG\r\n\x1a\n'), bytes('RIFF\0\0\0\0WEBP'), bytes('\0\0\0\x20ftypisom')].map(kindOf),
    ).toEqual(['pdf', 'jpg', 'png', 'webp', 'mp4']);
    expect(
      [bytes('<svg'), bytes('<!doctype html>'), bytes('MZ'), bytes('GIF89a'), bytes('\0\0\0\x20ftypheic'), bytes('RIFF\0\0\0\0WAVE'), bytes('')].map(kindOf),
    ).toEqual(Array(7).fill(null));
  });

  test('a video may be larger than a document', () => {
    const size = 21 * 1024 * 1024;
    expect(checkFile(size, Buffer.from('%PDF-1.4'), 'a.pdf')).toMatchObject({ refusal: { code: 'evidence.too-large', facts: { megabytes: 20 } } });
    expect(checkFile(size, Buffer.from('\0\0\0\x20ftypmp42', 'latin1'), 'a.mp4')).toEqual({ ok: true, value: 'mp4' });
    expect(checkFile(0, Buffer.alloc(0), 'a.pdf')).toMatchObject({ refusal: { code: 'evidence.empty' } });
  });

  test('a label shows no folder, no hidden turn of direction, and at most 255 characters', () => {
    expect([cleanLabel('C:\\a\\SK tim.pdf'), cleanLabel('../../x.png'), cleanLabel('gpj\u202efdp.pdf'), cleanLabel('\u0000 ')]).toEqual([
      'SK tim.pdf',
      'x.png',
      'gpjfdp.pdf',
      'berkas',
    ]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (name) => {
        const { length } = cleanLabel(name);
        expect(length > 0 && length <= 255).toBe(true);
      }),
      { numRuns: 20 },
    );
    expect(cleanLabel(`${'a'.repeat(300)}.pdf`)).toMatch(/a….pdf$/);
  });

  test('a link without a name is called by its address, the protocol left away', () => {
    const names = ['https://a.go.id/', 'http://a.go.id/x/', 'a.go.id/https://', `https://${'a'.repeat(255)}/`].map(linkLabel);
    expect(names).toEqual(['a.go.id', 'a.go.id/x', 'a.go.id/https:/', 'a'.repeat(255)]);
    expect(linkLabel(`https://${'a'.repeat(300)}/x.pdf`)).toBe(`${'a'.repeat(120)}….pdf`);
  });

  test('only whole https addresses and forward page ranges are taken', () => {
    expect(
      ['https://a.go.id/x?y#z', 'http://a.go.id', 'https://', 'https://u:p@a.go.id', 'javascript:alert(1)', 'https://a b.id'].map((one) => checkLink(one).ok),
    ).toEqual([true, false, false, false, false, false]);
    expect(['', '2', '2-3, 7', '3-2', '0', 'dua'].map((one) => checkPages(one).ok)).toEqual([true, true, true, false, false, false]);
  });
});

describe('claims and points', () => {
  const benefit: Indicator = { ...row('D', '3'), bases: [{ code: 'a', name: '', levels: ['', '', ''] }] };

  test('a basis is asked for by the benefit indicator above level 0 only', () => {
    expect(checkClaim(benefit, { level: '0', basis: 'a', note: ' x ' })).toEqual({ ok: true, value: { level: 0, basis: null, note: 'x' } });
    expect(checkClaim(benefit, { level: '2', basis: '', note: '' })).toMatchObject({ refusal: { fields: { basis: { code: 'claim.basis-missing' } } } });
    expect(checkClaim(row('B', '2'), { level: '2', basis: 'a', note: '' })).toEqual({ ok: true, value: claim(2) });
    expect(checkClaim(row('B', '2'), { level: '', basis: '', note: '' }).ok).toBe(false);
  });

  test('claimed and evidenced points stand apart', () => {
    const score = scoreOf(instrument, { A: claim(2), B: claim(1) }, new Set(['B', 'C']));
    expect([score.claimed, score.evidenced, score.bare, score.open, score.max].map(toText)).toEqual(['8', '2', '6', '10', '18']);
  });

  test('the best next step gains most: proof of a claim, else one level; nothing when all is done', () => {
    expect(nextStep(instrument, { B: claim(3) }, new Set())).toMatchObject({ code: 'B', kind: 'attach', to: 3 });
    expect(nextStep(instrument, {}, new Set())).toMatchObject({ code: 'A', kind: 'raise', to: 1 });
    expect(nextStep(instrument, { A: claim(3), B: claim(3), C: claim(3) }, new Set(['A', 'B', 'C']))).toBeNull();
  });
});

test('readiness names what is missing in the order of the form, and warns of the rest', () => {
  const years = { implementedFrom: '2024-01-01', implementedTo: '2025-12-31', minWords: 3 };
  const long = 'kalimat yang sama panjangnya lebih dari empat puluh huruf';
  const profile = { name: 'X', stage: 'implemented', trialOn: '2023-01-01', implementedOn: '2023-06-01', design: 'dua kata', aims: long, results: long };
  const { missing, warnings } = readinessOf(instrument, years, {
    profile,
    claims: { A: claim(1), C: claim(1) },
    evidenced: new Set(),
    evidence: [],
    sharesName: true,
  });
  expect(missing.slice(-2).map(({ what }) => what.code)).toEqual(['readiness.design-short', 'readiness.mandatory-bare']);
  expect(missing.filter(({ place }) => 'part' in place && place.part === 1).map(({ what }) => what.facts.field)).toEqual(['technology', 'form']);
  expect(warnings.map(({ what }) => what.code)).toEqual(['readiness.too-old', 'readiness.same-name', 'readiness.copied', 'readiness.claim-bare']);
  const developed = { ...profile, developed: 'yes', developedOn: '2024-05-01' };
  expect(
    readinessOf(instrument, years, { profile: developed, claims: {}, evidenced: new Set(), evidence: [], sharesName: false }).warnings.map(
      ({ what }) => what.code,
    ),
  ).toEqual(['readiness.copied']);
});

test('a verdict is inherited only where level, basis and the set of evidence are the same', () => {
  const one = { sha256: 'x', link: null, pages: '' };
  const before = { indicators: ['A', 'B', 'C', 'D', 'E'].map((code) => ({ code, level: 2, basis: null as string | null, evidence: [one] })) };
  const changes: Record<string, object> = { B: { level: 1 }, C: { basis: 'a' }, D: { evidence: [{ ...one, pages: '2' }] }, E: { evidence: [one, { ...one }] } };
  const after = { indicators: before.indicators.map((item) => ({ ...item, ...changes[item.code] })) };
  expect(unchangedClaims(before, after)).toEqual(['A', 'E']);
});

test('a draft changes inside registration and its grace, a repair before its own deadline, nothing else', () => {
  const registration = { name: 'Pendaftaran', opensAt: '2026-07-01T00:00:00.000Z', closesAt: '2026-07-31T08:00:00.000Z', graceMinutes: 10 };
  const code = (state: Parameters<typeof mayChange>[0]['state'], now: string, repairUntil: string | null = null, place?: string) => {
    const outcome = mayChange({ state, repairUntil, repairPlaces: ['SID-16', 'profile:4'], registration }, now, place);
    return outcome.ok ? 'ok' : outcome.refusal.code;
  };
  expect(code('draft', '2026-06-30T23:59:59.999Z')).toBe('stage.not-open');
  expect(code('draft', '2026-07-31T08:09:59.999Z')).toBe('ok');
  expect(code('draft', '2026-07-31T08:10:00.000Z')).toBe('stage.closed');
  expect(code('submitted', '2026-07-20T00:00:00.000Z')).toBe('entry.not-editable');
  expect(code('returned-for-repair', '2026-08-10T00:00:00.000Z', '2026-08-11T00:00:00.000Z')).toBe('ok');
  expect(code('returned-for-repair', '2026-08-11T00:00:00.000Z', '2026-08-11T00:00:00.000Z')).toBe('repair.closed');
  const at = (place: string, state: Parameters<typeof mayChange>[0]['state'] = 'returned-for-repair') =>
    code(state, state === 'draft' ? '2026-07-20T00:00:00.000Z' : '2026-08-10T00:00:00.000Z', '2026-08-11T00:00:00.000Z', place);
  expect([at('SID-16'), at('profile:4')]).toEqual(['ok', 'ok']);
  expect([at('SID-17'), at('profile:1')]).toEqual(['repair.not-asked', 'repair.not-asked']);
  expect(at('SID-17', 'draft')).toBe('ok');
});
