// Small honest files of every kind that is taken, made from their parts, so that a test can spoil one part of them.

import { deflateSync } from 'node:zlib';

const latin = (text: string) => Buffer.from(text, 'latin1');

/** A PDF of these objects, numbered from 1; the first is its catalogue. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [latin('%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n')];
  let length = parts[0]?.length ?? 0;
  const places = objects.map((object, at) => {
    const place = length;
    const whole = Buffer.concat([latin(`${at + 1} 0 obj\n`), Buffer.isBuffer(object) ? object : latin(object), latin('\nendobj\n')]);
    parts.push(whole);
    length += whole.length;
    return place;
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const head = `<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>`;
  parts.push(latin(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n${head}\nstartxref\n${length}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';

/** One page; `catalog` goes into its catalogue, `more` are further objects from number 4 on. */
export const pdfWith = (catalog: string, ...more: readonly (string | Buffer)[]): Buffer =>
  pdfOf([`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, PAGES, PAGE, ...more]);

/** Different words make different bytes. */
export const plainPdf = (words = ''): Buffer => pdfWith(`/Note (${words.replace(/[()\\]/g, '')})`);

/** Objects packed into a stream, as most writers do: number and text of each. */
export function objectStream(
  objects: readonly (readonly [number, string])[],
  head = '/Filter /FlateDecode',
  pack: (text: Buffer) => Buffer = deflateSync,
): Buffer {
  let body = '';
  const places = objects.map(([number, text]) => {
    const place = `${number} ${body.length}`;
    body += `${text} `;
    return place;
  });
  const first = `${places.join(' ')} `;
  const packed = pack(latin(first + body));
  return Buffer.concat([
    latin(`<< /Type /ObjStm /N ${objects.length} /First ${first.length} /Length ${packed.length} ${head} >>\nstream\n`),
    packed,
    latin('\nendstream'),
  ]);
}

function chunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body, Buffer.alloc(4)]);
}

export function pngOf(width: number, height: number, more: readonly Buffer[] = [chunk('IDAT', deflateSync(Buffer.alloc(8)))]): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width);
  size.writeUInt32BE(height, 4);
  size.set([8, 2], 8);
  return Buffer.concat([latin('\u0089PNG\r\n\u001a\n'), chunk('IHDR', size), ...more, chunk('IEND', Buffer.alloc(0))]);
}
export const pngChunk = chunk;

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

export function jpgOf(width: number, height: number, { comment = '', tail = Buffer.alloc(0) }: { comment?: string; tail?: Buffer } = {}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  const scan = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56])]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xfe, latin(comment)), segment(0xc0, frame), scan, Buffer.from([0xff, 0xd9]), tail]);
}

function riff(chunks: readonly Buffer[]): Buffer {
  const body = Buffer.concat([latin('WEBP'), ...chunks]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

export function webpChunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

export function webpOf(width: number, height: number, form: 'VP8 ' | 'VP8L' | 'VP8X' = 'VP8 '): Buffer {
  if (form === 'VP8X') {
    const canvas = Buffer.alloc(10);
    canvas.writeUIntLE(width - 1, 4, 3);
    canvas.writeUIntLE(height - 1, 7, 3);
    return riff([webpChunk('VP8X', canvas), webpChunk('VP8L', lossless(width, height))]);
  }
  if (form === 'VP8L') return riff([webpChunk('VP8L', lossless(width, height))]);
  const frame = Buffer.from([0, 0, 0, 0x9d, 0x01, 0x2a, 0, 0, 0, 0, 7]);
  frame.writeUInt16LE(width, 6);
  frame.writeUInt16LE(height, 8);
  return riff([webpChunk('VP8 ', frame)]);
}

function lossless(width: number, height: number): Buffer {
  const bits = Buffer.alloc(6);
  bits[0] = 0x2f;
  bits.writeUInt32LE(width - 1 + (height - 1) * 16_384, 1);
  return bits;
}

export function box(name: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body]);
}

export interface FilmParts {
  readonly seconds?: number;
  readonly width?: number;
  readonly height?: number;
  readonly moov?: readonly Buffer[];
  readonly media?: Buffer;
  readonly after?: Buffer;
}

export function movieHeader(seconds: number, scale = 1000): Buffer {
  const head = Buffer.alloc(100);
  head.writeUInt32BE(scale, 12);
  head.writeUInt32BE(seconds * scale, 16);
  return box('mvhd', head);
}

export function track(width: number, height: number): Buffer {
  const head = Buffer.alloc(84);
  head.writeUInt16BE(width, 76);
  head.writeUInt16BE(height, 80);
  return box('trak', box('tkhd', head), box('mdia'));
}

export function mp4Of({ seconds = 12, width = 640, height = 360, moov, media = Buffer.alloc(64, 7), after = Buffer.alloc(0) }: FilmParts = {}): Buffer {
  const list = moov ?? [movieHeader(seconds), track(0, 0), track(width, height)];
  return Buffer.concat([box('ftyp', latin('isom\0\0\0\u0001mp41')), box('moov', ...list), box('mdat', media), after]);
}
