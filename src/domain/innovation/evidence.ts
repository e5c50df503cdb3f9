// Evidence (data dukung): which files and links are taken, told by their bytes and never by their names.

import { type Outcome, ok, refuse } from '../shared/outcome.ts';

export type FileKind = 'pdf' | 'jpg' | 'png' | 'webp' | 'mp4';

const MEGABYTE = 1024 * 1024;
export const MOST_BYTES = 20 * MEGABYTE;
export const MOST_VIDEO_BYTES = 100 * MEGABYTE;

/** Brands of ISO media that a browser plays as MP4 video. */
const MP4_BRANDS: ReadonlySet<string> = new Set([
  'isom',
  'iso2',
  'iso3',
  'iso4',
  'iso5',
  'iso6',
  'mp41',
  'mp42',
  'avc1',
  'M4V ',
  'MSNV',
  'dash',
  '3gp4',
  '3gp5',
  '3gp6',
  'mmp4',
]);

/** The kind by the first bytes (at least 16 where the file has them); null for everything that is not taken. */
export function kindOf(head: Uint8Array): FileKind | null {
  const letters = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to));
  if (letters(0, 5) === '%PDF-') return 'pdf';
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpg';
  if (letters(0, 8) === '\u0089PNG\r\n\u001a\n') return 'png';
  if (letters(0, 4) === 'RIFF' && letters(8, 12) === 'WEBP') return 'webp';
  if (letters(4, 8) === 'ftyp' && MP4_BRANDS.has(letters(8, 12))) return 'mp4';
  return null;
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
const OFFICE_NAME = /\.(?:docx?|xlsx?|pptx?|od[tsp]|rtf)$/i;
const PHONE_PICTURE = /^ftyp(?:hei[cfmsx]|hev[cmsx]|mif1|msf1)$/;
const NAMED_KIND = /\.(pdf|jpe?g|png|webp|mp4)$/i;

/** Why bytes of no kind are not taken, so that the answer can say what to do with them. */
function refuseKind(head: Uint8Array, file: string): Outcome<never> {
  const starts = (bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte);
  if (starts(OLD_OFFICE) || (OFFICE_NAME.test(file) && (starts(ZIP) || /\.rtf$/i.test(file)))) return refuse('evidence.office', { file });
  if (PHONE_PICTURE.test(String.fromCharCode(...head.subarray(4, 12)))) return refuse('evidence.phone-picture', { file });
  const named = NAMED_KIND.exec(file)?.[1]?.toUpperCase();
  return named === undefined ? refuse('evidence.wrong-kind', { file }) : refuse('evidence.misnamed', { file, named });
}

/**
 * The kind of a received file, by its bytes; its name only helps to say why it is not taken.
 * Refuses `evidence.empty`, `evidence.office` (a document to be saved as PDF), `evidence.phone-picture` (HEIC), `evidence.misnamed` (a name of a kind
 * that is taken, other bytes), `evidence.wrong-kind`, each with `file`; `evidence.too-large` with the most megabytes of its kind.
 */
export function checkFile(bytes: number, head: Uint8Array, name: string): Outcome<FileKind> {
  if (bytes === 0) return refuse('evidence.empty');
  const kind = kindOf(head);
  if (kind === null) return refuseKind(head, cleanLabel(name));
  const most = kind === 'mp4' ? MOST_VIDEO_BYTES : MOST_BYTES;
  return bytes > most ? refuse('evidence.too-large', { megabytes: most / MEGABYTE }) : ok(kind);
}

/**
 * Whether a kind can be what the catalogue asks for: a film where films are asked for, papers and pictures where those are. A link may be either, and a
 * photo of a paper is a paper.
 */
export function suitsFormats(formats: string, kind: FileKind | 'link'): boolean {
  const [film, paper] = [/\bMP4\b/i.test(formats), /\b(?:PDF|JPE?G|PNG|WEBP)\b/i.test(formats)];
  if (kind === 'link' || (!film && !paper)) return true;
  return kind === 'mp4' ? film : paper;
}

const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/gu;
const MOST_LABEL = 255;

/** A file name as a label: no folders, control or direction-changing characters, at most 255 characters, never empty. */
export function cleanLabel(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const label = last.replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
  if (label === '') return 'berkas';
  return label.length > MOST_LABEL ? shorten(label) : label;
}

/** What a link without a name of its own is called: its address without the protocol. */
export function linkLabel(link: string): string {
  const address = link.replace(/^https?:\/\//, '').replace(/\/$/, '');
  return address.length > MOST_LABEL ? shorten(address) : address;
}

/** Keeps the ending, so that the kind stays readable; whole letters only. */
function shorten(label: string): string {
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(label)?.[0] ?? '';
  const start = [...label].slice(0, (MOST_LABEL - 15) / 2).join('');
  return `${start}…${ending}`;
}

const MOST_LINK = 2_000;

/**
 * A link as it will be kept. Refuses `evidence.link-invalid` unless it is a whole https address without a user name,
 * `evidence.link-too-long`.
 */
export function checkLink(typed: string): Outcome<string> {
  const value = typed.trim();
  if (value.length > MOST_LINK) return refuse('evidence.link-too-long', { most: MOST_LINK });
  return /^https:\/\/[^\s@/?#]+\.[^\s@/?#]{2,}(?:[/?#]\S*)?$/i.test(value) ? ok(value) : refuse('evidence.link-invalid');
}

const PAGES = /^\d{1,4}(?:\s*-\s*\d{1,4})?(?:\s*,\s*\d{1,4}(?:\s*-\s*\d{1,4})?){0,19}$/;

/** A page range such as '2-3, 7' without spaces; '' means the whole file. Refuses `evidence.pages-invalid`. */
export function checkPages(typed: string): Outcome<string> {
  const value = typed.trim().replaceAll('–', '-');
  if (value === '') return ok('');
  if (!PAGES.test(value)) return refuse('evidence.pages-invalid');
  const ranges = value.replace(/\s/g, '').split(',');
  const isForward = ranges.every((range) => {
    const [from = 0, until = from] = range.split('-').map(Number);
    return from >= 1 && from <= until;
  });
  return isForward ? ok(ranges.join(', ')) : refuse('evidence.pages-invalid');
}
