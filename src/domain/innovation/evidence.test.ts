import { describe, expect, test } from 'vitest';
import type { Indicator } from '../instrument/indicator.ts';
import { checkClaim } from './claim.ts';
import { checkFile, checkLink, checkPages, cleanLabel, kindOf, MOST_BYTES, MOST_VIDEO_BYTES, suitsFormats } from './evidence.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('the bytes of a file', () => {
  test('tell a video by every brand that a browser plays', () => {
    const brands = ['isom', 'iso2', 'iso3', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'MSNV', 'dash', '3gp4', '3gp5', '3gp6', 'mmp4'];
    expect(brands.map((brand) => kindOf(bytes(`\0\0\0\x20ftyp${brand}`)))).toEqual(brands.map(() => 'mp4'));
  });

  test.each([
    ['a photograph cut short', '\xff\xd8'],
    ['a first byte of a photograph alone', '\xffxx'],
    ['a photograph from its second byte', 'x\xd8\xff'],
    ['a photograph without its third', '\xff\xd8x'],
    ['a photograph without its second', '\xffx\xff'],
    ['a WEBP in no RIFF', 'XXXX\0\0\0\0WEBP'],
    ['a brand without its box', '\0\0\0\x20skipisom'],
    ['a PDF that begins later', ' %PDF-1.4'],
  ])('do not take %s', (_what, text) => expect(kindOf(bytes(text))).toBeNull());

  test('are as many as their kind allows, to the last one', () => {
    const [pdf, video] = [bytes('%PDF-1.4'), bytes('\0\0\0\x20ftypmp42')];
    expect([MOST_BYTES, MOST_VIDEO_BYTES]).toEqual([20_971_520, 104_857_600]);
    expect([checkFile(MOST_BYTES, pdf, 'a.pdf'), checkFile(MOST_VIDEO_BYTES, video, 'a.mp4')].map(({ ok }) => ok)).toEqual([true, true]);
    expect(checkFile(MOST_BYTES + 1, pdf, 'a.pdf')).toEqual({ ok: false, refusal: { code: 'evidence.too-large', facts: { megabytes: 20 } } });
    expect(checkFile(MOST_VIDEO_BYTES + 1, video, 'a.mp4')).toEqual({ ok: false, refusal: { code: 'evidence.too-large', facts: { megabytes: 100 } } });
    expect(checkFile(5, bytes('hello'), 'hello.txt')).toEqual({ ok: false, refusal: { code: 'evidence.wrong-kind', facts: { file: 'hello.txt' } } });
  });

  test.each([
    ['a Word document', 'PK\u0003\u0004', 'Surat Tugas.docx', 'evidence.office'],
    ['an old Word document, whatever its name', '\u00d0\u00cf\u0011\u00e0', 'Surat.pdf', 'evidence.office'],
    ['a rich text', '{\\rtf1', 'Surat.rtf', 'evidence.office'],
    ['a text that calls itself rich', 'MZ', 'Surat.docx', 'evidence.wrong-kind'],
    ['an archive', 'PK\u0003\u0004', 'Semua.zip', 'evidence.wrong-kind'],
    ['a photo of a phone', '\0\0\0\u0018ftypheic', 'IMG_1.heic', 'evidence.phone-picture'],
    ['a broken PDF', 'MZ bukan', 'SK.PDF', 'evidence.misnamed'],
    ['a picture that is none', '<svg', 'Foto.jpeg', 'evidence.misnamed'],
  ])('%s is refused with what it is', (_, head, name, code) => {
    expect(checkFile(9, bytes(head), name)).toMatchObject({ ok: false, refusal: { code, facts: { file: name } } });
  });

  test('a film suits where films are asked for, a paper or picture where those are, a link anywhere', () => {
    const suited = (formats: string) => (['pdf', 'jpg', 'png', 'webp', 'mp4', 'link'] as const).filter((kind) => suitsFormats(formats, kind)).join(' ');
    expect(suited('MP4/tautan')).toBe('mp4 link');
    expect(suited('PDF')).toBe('pdf jpg png webp link');
    expect(suited('JPG/PNG')).toBe('pdf jpg png webp link');
    expect(suited('PDF/MP4')).toBe('pdf jpg png webp mp4 link');
    expect(suited('')).toBe('pdf jpg png webp mp4 link');
  });
});

test('a label keeps up to 255 characters whole, one space at a time, and its ending when it is cut', () => {
  expect(cleanLabel(`${'a'.repeat(251)}.pdf`)).toBe(`${'a'.repeat(251)}.pdf`);
  expect(cleanLabel(`${'a'.repeat(252)}.pdf`)).toBe(`${'a'.repeat(120)}….pdf`);
  expect(cleanLabel('a'.repeat(256))).toBe(`${'a'.repeat(120)}…`);
  expect(cleanLabel(`${'a'.repeat(250)}.pdf.tandatangan`)).toBe(`${'a'.repeat(120)}…`);
  expect(cleanLabel(' SK \t tim\n.pdf ')).toBe('SK tim.pdf');
  expect(cleanLabel('a\u2028b\u2029c\u200fd\u0007e\ufffdf')).toBe('abcdef');
});

describe('a link', () => {
  test.each([' https://a.go.id ', 'HTTPS://A.GO.ID/x', 'https://sub.a.go.id?y=1', 'https://a.go.id#z', 'https://a.go.id/'])('"%s" is taken, trimmed', (typed) =>
    expect(checkLink(typed)).toEqual({ ok: true, value: typed.trim() }),
  );

  test.each(['xhttps://a.go.id', 'https://a.go.id/x y', 'https://a.go.id x', 'https://a.i', 'https://a', 'https://a.go.id@x', 'https://@a.go.id', ''])(
    '"%s" is refused',
    (typed) => expect(checkLink(typed)).toEqual({ ok: false, refusal: { code: 'evidence.link-invalid', facts: {} } }),
  );

  test('is at most 2,000 characters long', () => {
    const long = `https://a.go.id/${'x'.repeat(1_984)}`;
    expect(checkLink(long).ok).toBe(true);
    expect(checkLink(`${long}x`)).toEqual({ ok: false, refusal: { code: 'evidence.link-too-long', facts: { most: 2_000 } } });
  });
});

describe('pages', () => {
  test.each([
    ['  ', ''],
    ['1', '1'],
    ['12', '12'],
    [' 2 - 3 ,7 ', '2-3, 7'],
    ['2–3', '2-3'],
    ['12-34, 56 - 78,9', '12-34, 56-78, 9'],
    ['5-5', '5-5'],
    ['9999', '9999'],
    [Array.from({ length: 20 }, () => '1').join(','), Array.from({ length: 20 }, () => '1').join(', ')],
  ])('"%s" are kept as "%s"', (typed, value) => expect(checkPages(typed)).toEqual({ ok: true, value }));

  test.each([
    '0',
    '3-2',
    '1, 3-2',
    '0-2',
    'dua',
    'x1',
    '1x',
    '1-',
    '1-x',
    '1,',
    '1,x',
    '10000',
    '1-10000',
    '1 2',
    '1,2 3',
    Array.from({ length: 21 }, () => '1').join(','),
  ])('"%s" are refused', (typed) => expect(checkPages(typed)).toEqual({ ok: false, refusal: { code: 'evidence.pages-invalid', facts: {} } }));
});

describe('a claim', () => {
  const plain: Indicator = { code: 'B', name: '', variable: '', weight: '1', mandatory: false, levels: [], evidence: '', formats: '' };
  const benefit: Indicator = { ...plain, bases: ['a', 'b'].map((code) => ({ code, name: '', levels: [] })) };
  const faults = (indicator: Indicator, wish: { level?: string; basis?: string; note?: string }) => {
    const found = checkClaim(indicator, { level: '1', basis: '', note: '', ...wish });
    return found.ok ? found.value : [found.refusal.code, ...Object.entries(found.refusal.fields ?? {}).map(([field, one]) => `${field} ${one.code}`)];
  };

  test('has a level from 0 to 3 in one digit', () => {
    for (const level of ['0', '1', '2', '3']) expect(faults(plain, { level })).toEqual({ level: Number(level), basis: null, note: '' });
    for (const level of ['4', '-1', '10', '1x', 'x1', '']) expect(faults(plain, { level })).toEqual(['claim.invalid', 'level claim.level-missing']);
  });

  test('keeps one of the bases above level 0, where the indicator asks for one', () => {
    expect(faults(benefit, { basis: 'b' })).toEqual({ level: 1, basis: 'b', note: '' });
    expect(faults(benefit, { basis: 'z' })).toEqual(['claim.invalid', 'basis claim.basis-missing']);
    expect(faults(benefit, { level: '0', basis: 'z' })).toEqual({ level: 0, basis: null, note: '' });
    expect(faults(plain, { basis: 'a' })).toEqual({ level: 1, basis: null, note: '' });
  });

  test('has a note of at most 10,000 characters', () => {
    expect(faults(plain, { note: 'x'.repeat(10_000) })).toMatchObject({ level: 1 });
    expect(checkClaim(plain, { level: '1', basis: '', note: 'x'.repeat(10_001) })).toMatchObject({
      refusal: { code: 'claim.invalid', fields: { note: { code: 'profile.too-long', facts: { most: 10_000, length: 10_001 } } } },
    });
  });
});
