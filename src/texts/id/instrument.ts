// Words of the room instrument: catalogues of indicators.

import type { Instrument } from '../../domain/instrument/instrument.ts';
import { positionOf } from '../../domain/instrument/points.ts';
import type { Facts } from '../../domain/shared/outcome.ts';
import { equals, parseExact, rational, roundHalfUp } from '../../domain/shared/rational.ts';
import { formatDecimal } from './format.ts';
import type { Refusals } from './say.ts';

/** An indicator as people read it everywhere: its place in the guide and its name, `18. Kemanfaatan inovasi`. The code of the catalogue comes second and small. */
export function indicatorName(instrument: Instrument, code: string): string {
  const name = instrument.sid.find((one) => one.code === code)?.name;
  return name === undefined ? code : `${positionOf(instrument, code)}. ${name}`;
}

export const instrumentRefusals: Refusals = {
  'catalogue.unreadable': () => 'Berkas katalog tidak terbaca sebagai JSON.',
  'catalogue.duplicate-code': ({ code }) => `Kode ${code} ada dua kali dalam katalog.`,
  'catalogue.row-invalid': ({ code }) => `Baris ${code} dalam katalog tidak lengkap.`,
  'catalogue.sums-differ': ({ sid, spd }) =>
    `${[sumWords('Poin tertinggi satu inovasi', sid), sumWords('Poin tertinggi SPD', spd)].filter(Boolean).join('; ')}. Betulkan bobotnya, atau samakan angka itu dan poin tertinggi keseluruhan.`,
  'catalogue.weights-unknown': () => 'Bobot katalog ini tidak diketahui. Isi bobotnya dari naskah resmi sebelum dipakai.',
};

/** `Poin tertinggi SPD tertulis 63, barisnya berjumlah 64,5`; nothing where they agree. A fraction that no decimal writes stays one. */
export function sumWords(name: string, pair: Facts[string] | undefined): string {
  if (!Array.isArray(pair)) return '';
  const [stated = '', total = ''] = pair.map((value) => plainNumber(String(value)));
  return `${name} tertulis ${stated}, barisnya berjumlah ${total}`;
}

/** An exact value as people write it: 225/2 is 112,5. */
function plainNumber(exact: string): string {
  const value = parseExact(exact);
  if (value === null) return exact;
  const rounded = roundHalfUp(value, 4);
  return equals(rational(rounded), value) ? formatDecimal(rounded.replace(/\.?0+$/, '')) : exact;
}
