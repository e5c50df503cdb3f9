import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BAD_FILES } from '../../../tests/factories/bad-files.ts';
import {
  box,
  jpgOf,
  movieHeader,
  mp4Of,
  objectStream,
  pdfOf,
  pdfWith,
  plainPdf,
  pngChunk,
  pngOf,
  track,
  webpChunk,
  webpOf,
} from '../../../tests/factories/files.ts';
import { checkFile, type FileKind } from '../innovation/evidence.ts';
import { inspect } from './inspect.ts';
import { MOST_PAGES } from './inspected.ts';
import { PdfFault, readValue } from './pdf-values.ts';

function unpack(packed: Uint8Array, most: number): Uint8Array | null {
  try {
    return inflateSync(packed, { maxOutputLength: most });
  } catch {
    return null;
  }
}

const look = (kind: FileKind, bytes: Uint8Array) => inspect(kind, { size: bytes.length, read: (from, length) => bytes.subarray(from, from + length) }, unpack);
const code = (kind: FileKind, bytes: Uint8Array) => {
  const found = look(kind, bytes);
  return found.ok ? found.value : found.refusal.code.replace('evidence.', '');
};

describe('every bad file', () => {
  test.each(BAD_FILES.map((one) => [one.what, one] as const))('is told apart: %s', (_what, { bytes, name, code: wanted }) => {
    const kind = checkFile(bytes.length, bytes.subarray(0, 4096), name);
    const found = kind.ok ? look(kind.value, bytes) : kind;
    expect(found.ok ? null : found.refusal.code).toBe(wanted);
  });
});

describe('a PDF', () => {
  test('may turn to its first page, print itself, link to an address and be signed', () => {
    const quiet = [
      plainPdf(),
      pdfWith('/OpenAction [3 0 R /Fit]'),
      pdfWith('/OpenAction << /S /GoTo /D [3 0 R /Fit] >>'),
      pdfWith('', '<< /Subtype /Link /A << /S /URI /URI (https://balangankab.go.id) >> >>'),
      pdfWith('', '<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00ff 00> /M (D:2026\\)) >>'),
      pdfWith('', '<< /Title (JavaScript dan Launch) /Ratio -.5 /Yes true /No null % /Launch\n /Big +17. >>'),
    ];
    expect(quiet.map((bytes) => code('pdf', bytes))).toEqual([{ pages: 1 }, { pages: 1 }, { pages: 1 }, { pages: 1 }, { pages: 1 }, 'pdf-active']);
  });

  test('may keep its catalogue and pages in an object stream, and end with an update', () => {
    const packed = objectStream([
      [10, '<< /Type /Catalog /Pages 11 0 R >>'],
      [11, '<< /Type /Pages /Kids [12 0 R 12 0 R << /Type /Page >>] >>'],
      [12, '<< /Type /Page >>'],
    ]);
    const table = '<< /Type /XRef /Root 10 0 R /Length 0 >>\nstream\n\nendstream';
    expect(code('pdf', pdfOf(['null', packed, table]))).toEqual({ pages: 3 });
    const older = plainPdf('lama');
    const update =
      '3 0 obj\n<< /Type /Pages /Kids [4 0 R 4 0 R] >>\nendobj\n4 0 obj\n<< /Type /Page >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n';
    expect(code('pdf', Buffer.concat([older, Buffer.from(update)]))).toEqual({ pages: 2 });
  });

  test('is as long as may be, to the last page', () => {
    const pages = (count: number) => pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${'3 0 R '.repeat(count)}] >>`, '<< /Type /Page >>']);
    expect([code('pdf', pages(MOST_PAGES)), code('pdf', pages(MOST_PAGES + 1))]).toEqual([{ pages: MOST_PAGES }, 'too-many-pages']);
  });

  test('is broken without an end, with an object stream that is no stream, and when nothing in it is an object', () => {
    const text = (body: string) => Buffer.from(`%PDF-1.4\n${body}`, 'latin1');
    expect(code('pdf', text('trailer << /Root 1 0 R '))).toBe('broken');
    expect(code('pdf', text('trailer << /Root 1 0 R >>\n'))).toBe('broken');
    expect(code('pdf', text('1 0 obj << /Type /ObjStm >>\nstream\nx\nendstream\n%%EOF'))).toBe('broken');
    expect(code('pdf', text('1 0 obj << /Type /ObjStm /N 1 /First 4 >>\nstream\nx'))).toBe('broken');
    expect(code('pdf', text('1 0 obj << /Type /Catalog /Pages 7 0 R >> endobj 2 0 obj ) endobj\n%%EOF'))).toBe('broken');
    expect(code('pdf', text('1 0 obj << /N 1 /First 4 /Filter /FlateDecode /DecodeParms << /Predictor 12 >> >>\nstream\nx\nendstream\n%%EOF'))).toBe('broken');
    expect(code('pdf', text('1 0 obj << /Type /XRef /Encrypt 9 0 R >>\nstream\nx\nendstream\n%%EOF'))).toBe('locked');
    expect(code('pdf', text('1 0 obj << /Type /XRef /Encr#79pt 9 0 R >>\nstream\nx\nendstream\n%%EOF'))).toBe('locked');
  });

  test('of more objects than any paper has is not looked through', () => {
    const text = `%PDF-1.4\n${Array.from({ length: 400_002 }, (_, at) => `${at} 0 obj 1`).join('\n')}\n%%EOF`;
    expect(code('pdf', Buffer.from(text))).toBe('broken');
  });
});

describe('a value of a PDF', () => {
  test.each([
    ['(a (b) \\) c) 7', '', 12],
    ['<< /A#42 1 /AB 2 >>', 'map', 19],
    ['  % word\n /Name', 'Name', 15],
    ['12 0 R', 12, 6],
    ['12 0 Rest', 12, 2],
  ])('%s is read to its end', (text, wanted, end) => {
    const read = readValue(text, 0);
    const { value } = read;
    const plain = typeof value === 'object' && value !== null ? ('name' in value ? value.name : 'object' in value ? value.object : 'map') : value;
    expect([plain, read.end]).toEqual([wanted, end]);
    if (wanted === 'map') expect(value).toEqual({ entries: new Map([['AB', 1]]) });
  });

  test('that does not end is none', () => {
    for (const text of ['(a', '[1', '<< /A', '<0g>', ')', '<< 1 >>', '']) expect(() => readValue(text, 0)).toThrow(PdfFault);
  });
});

describe('a picture', () => {
  test('states its size in every form of its kind', () => {
    expect((['VP8 ', 'VP8L', 'VP8X'] as const).map((form) => code('webp', webpOf(701, 303, form)))).toEqual(Array(3).fill({ width: 701, height: 303 }));
    expect([code('png', pngOf(10_000, 12_000)), code('png', pngOf(10_000, 12_001)), code('png', pngOf(30_001, 1))]).toEqual([
      { width: 10_000, height: 12_000 },
      'too-many-pixels',
      'too-many-pixels',
    ]);
    expect(code('jpg', jpgOf(8, 5, { tail: Buffer.from('\0\0\n catatan ponsel') }))).toEqual({ width: 8, height: 5 });
    expect(code('jpg', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), jpgOf(8, 5).subarray(2)]))).toEqual({ width: 8, height: 5 });
    expect(code('jpg', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0x01]), jpgOf(8, 5).subarray(2)]))).toEqual({ width: 8, height: 5 });
  });

  test('without a size, without its picture or with a piece that does not fit is broken', () => {
    const webp = (...chunks: readonly Buffer[]) => {
      const bytes = Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), ...chunks]);
      bytes.writeUInt32LE(bytes.length - 8, 4);
      return bytes;
    };
    const frame = Buffer.from([0, 0, 0, 1, 2, 3, 4, 0, 5, 0]);
    expect([
      code('webp', webp(webpChunk('VP8 ', frame))),
      code('webp', webp(webpChunk('EXIF', frame))),
      code('webp', webp(Buffer.from('VP8 \u007f\0\0\0'))),
    ]).toEqual(Array(3).fill('broken'));
    const jpg = jpgOf(8, 5);
    expect([
      code('jpg', Buffer.concat([jpg.subarray(0, 2), Buffer.from([0xff, 0xd9])])),
      code('jpg', Buffer.concat([jpg.subarray(0, 2), Buffer.from('xxxx')])),
    ]).toEqual(['broken', 'broken']);
    expect(code('jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 0, 0]))).toBe('broken');
    expect([code('png', pngOf(0, 5)), code('png', pngOf(5, 5, [Buffer.from('\0\0\0\0I??T\0\0\0\0', 'latin1')]))]).toEqual(['broken', 'broken']);
    expect(code('png', pngOf(5, 5, [pngChunk('IHDR', Buffer.alloc(13))]))).toBe('broken');
    expect(code('jpg', jpgOf(8, 5).subarray(0, -9))).toBe('broken');
  });
});

describe('a film', () => {
  test('states its length and size, whole or in pieces, in boxes of every length', () => {
    expect(code('mp4', mp4Of({ seconds: 61 }))).toEqual({ seconds: 61, width: 640, height: 360 });
    expect(code('mp4', mp4Of({ seconds: 0, moov: [movieHeader(0), track(320, 240), box('mvex')] }))).toEqual({ seconds: 0, width: 320, height: 240 });
    const long = Buffer.alloc(112);
    long[0] = 1;
    long.writeUInt32BE(1000, 20);
    long.writeBigUInt64BE(2500n, 24);
    expect(code('mp4', mp4Of({ moov: [box('mvhd', long), track(320, 240)] }))).toMatchObject({ seconds: 3 });
    const wide = Buffer.alloc(24, 7);
    wide.writeUInt32BE(1);
    wide.write('free', 4);
    wide.writeBigUInt64BE(24n, 8);
    expect(code('mp4', mp4Of({ after: wide }))).toMatchObject({ seconds: 12 });
    expect(code('mp4', mp4Of({ after: Buffer.from('\0\0\0\0free all the rest') }))).toMatchObject({ seconds: 12 });
  });

  test('without a length, a scale, a size or room for its boxes is broken', () => {
    const spoilt = [
      mp4Of({ seconds: 0 }),
      mp4Of({ moov: [movieHeader(0, 0), track(3, 3)] }),
      mp4Of({ moov: [box('mvhd', Buffer.alloc(8)), track(3, 3)] }),
      mp4Of({ moov: [movieHeader(9), box('trak', box('mdia'))] }),
      mp4Of({ moov: [movieHeader(9), box('trak', box('tkhd', Buffer.alloc(20)))] }),
      mp4Of({ moov: [track(3, 3)] }),
      mp4Of({ width: 40_000 }),
      mp4Of({ media: Buffer.alloc(0) }),
      mp4Of({ after: Buffer.from('\0\0\0\u0001free', 'latin1') }),
      mp4Of({ after: Buffer.concat(Array.from({ length: 20_002 }, () => box('free'))) }),
    ];
    expect(spoilt.map((bytes) => code('mp4', bytes))).toEqual(spoilt.map(() => 'broken'));
  });
});
