// What messages say. Plain text with names in braces; whatever is put in for a name is data, never words of ours.

import { DOOR_KINDS, type MessageKind } from '../../domain/people/message.ts';
import type { Facts } from '../../domain/shared/outcome.ts';
import { formatDateTime, shortCode, zoneOf } from './format.ts';
import { accountChangeWords, MESSAGE_WORDS } from './message-words.ts';
import { wayWords } from './signing.ts';

/** A name that stands for something, as the office writes it in braces. */
export const PLACEHOLDERS = {
  nama: 'nama penerima',
  daerah: 'nama daerah',
  inovasi: 'nama inovasi',
  nomor: 'nomor registrasi, dalam kurung',
  kategori: 'nama kategori',
  tahap: 'nama tahapan',
  catatan: 'catatan atau alasan',
  berkas: 'nama berkas bukti',
  buka: 'waktu tahapan dibuka',
  batas: 'batas waktu',
  jumlah: 'berapa yang menunggu',
  keputusan: 'nomor keputusan',
  jabatan: 'nama jabatan dan kantornya',
  perubahan: 'apa yang berubah pada akun',
  cara: 'tanda tangan atau pernyataan',
  versi: 'versi hasil',
  tigabesar: 'tiga besar suatu hasil',
  kode: 'kode pendek hasil',
  tautan: 'alamat halamannya',
} as const;

export type Placeholder = keyof typeof PLACEHOLDERS;

interface Told {
  readonly kind: MessageKind;
  readonly aboutId: string;
  readonly facts: Facts;
  readonly personName: string;
}

interface Setting {
  /** The office's own words; null: ours. */
  readonly template: { readonly subject: string; readonly body: string } | null;
  readonly region: { readonly name: string; readonly zone: string };
  /** Begins every address; empty for an address within the site. */
  readonly site: string;
  /** The secret of a link that the message carries; null: the message carries none. */
  readonly secret: string | null;
}

export interface Written {
  readonly subject: string;
  readonly body: string;
}

/** The message in words. */
export function writeMessage(told: Told, { template, region, site, secret }: Setting): Written {
  const words = template ?? MESSAGE_WORDS[told.kind];
  const values = valuesOf(told, region, `${site}${secret === null ? messagePath(told) : `/undangan/${secret}`}`);
  return { subject: fill(words.subject, values).replace(/\s+/g, ' ').slice(0, 200), body: fill(words.body, values) };
}

/** The page a message leads to. */
export function messagePath({ kind, aboutId, facts }: Pick<Told, 'kind' | 'aboutId' | 'facts'>): string {
  return DOOR_KINDS.includes(kind) ? '/masuk' : MESSAGE_WORDS[kind].path(aboutId, facts);
}

function valuesOf({ facts, personName }: Told, { name, zone }: Setting['region'], link: string): Readonly<Record<Placeholder, string>> {
  const moment = (fact: unknown) => (fact === undefined || fact === '' ? '' : formatDateTime(String(fact), zoneOf(zone)));
  const number = plain(facts.number);
  return {
    nama: plain(personName),
    daerah: plain(name),
    inovasi: plain(facts.innovation),
    nomor: number === '' ? '' : `(${number})`,
    kategori: plain(facts.category),
    tahap: plain(facts.stage),
    catatan: plain(facts.note),
    berkas: plain(facts.file),
    buka: moment(facts.opensAt),
    batas: moment(facts.until),
    jumlah: plain(facts.count),
    keputusan: plain(facts.decree),
    jabatan: plain(facts.seat),
    cara: facts.way === undefined ? '' : wayWords(facts.way === 'signature'),
    versi: plain(facts.version),
    tigabesar: Array.isArray(facts.places) ? facts.places.map(plain).join('; ') : '',
    kode: facts.digest === undefined ? '' : shortCode(String(facts.digest)),
    perubahan: facts.change === undefined ? '' : accountChangeWords(facts),
    tautan: link,
  };
}

/** Each name once and never again in what was put in; a name that stands for nothing stays as written. Spaces left by an empty one close up. */
function fill(words: string, values: Readonly<Record<string, string>>): string {
  return words
    .replace(/\{([a-z]+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? (values[name] ?? '') : whole))
    .replace(/ {2,}/g, ' ')
    .replace(/ ([.,])/g, '$1');
}

/** Data on one line, without signs that a reader of mail would make into a link. */
function plain(fact: unknown): string {
  return String(fact ?? '')
    .replace(/[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .replaceAll('://', ': //')
    .trim()
    .slice(0, 1000);
}
