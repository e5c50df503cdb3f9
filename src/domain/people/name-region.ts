// A new region is named when it is made: by its official code, its name, and the letters its registration numbers begin with.

import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import type { Region } from './region.ts';

export interface RegionWish {
  /** Official code: `63` a province, `63.09` a regency or city. */
  readonly code: string;
  /** May be empty where the list knows the code. */
  readonly name: string;
  /** Two to four letters; empty: made from the name. */
  readonly prefix: string;
}

export interface NamedRegion extends Pick<Region, 'code' | 'name' | 'zone' | 'zoneWord' | 'prefix'> {
  readonly kind: 'province' | 'regency' | 'city';
  /** Whether the list of codes knows it. */
  readonly isListed: boolean;
}

const LONGEST_NAME = 100;
/** Regencies are numbered from 01, cities from 71. */
const FIRST_CITY = 71;

/** The first two digits of a code are the province's; each lies in one zone. */
const WIB = ['11', '12', '13', '14', '15', '16', '17', '18', '19', '21', '31', '32', '33', '34', '35', '36', '61', '62'];
const WITA = ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'];
const WIT = ['81', '82', '91', '92', '93', '94', '95', '96'];

/**
 * `listed`: official codes and names. Refuses `region.code-invalid` (no code of a province, regency or city), `region.name-missing` (not in the list,
 * and no name), `region.name-differs` (the list names it otherwise), `region.prefix-invalid`. Source of the zones: the provinces' own, Keppres 41/1987.
 */
export function nameRegion(wish: RegionWish, listed: ReadonlyMap<string, string>): Outcome<NamedRegion> {
  const code = wish.code.trim();
  const place = placeOf(code);
  if (place === null) return refuse('region.code-invalid', { code });
  const known = listed.get(code);
  const typed = wish.name.trim().replace(/\s+/g, ' ');
  if (known !== undefined && typed !== '' && plain(typed) !== plain(known)) return refuse('region.name-differs', { code, name: known, typed });
  const name = known ?? typed;
  if (name.length < 3 || name.length > LONGEST_NAME) return refuse('region.name-missing', { code });
  const prefix = (wish.prefix.trim() || prefixOf(name)).toUpperCase();
  if (!/^[A-Z]{2,4}$/.test(prefix)) return refuse('region.prefix-invalid', { prefix });
  return ok({ code, name, prefix, ...place, isListed: known !== undefined });
}

function placeOf(code: string): Pick<NamedRegion, 'kind' | 'zone' | 'zoneWord'> | null {
  const [, province = '', , below] = /^(\d\d)(\.(\d\d))?$/.exec(code) ?? [];
  const kind = below === undefined ? 'province' : Number(below) >= FIRST_CITY ? 'city' : 'regency';
  if (below === '00') return null;
  if (WIB.includes(province)) return { kind, zone: 'Asia/Jakarta', zoneWord: 'WIB' };
  if (WITA.includes(province)) return { kind, zone: 'Asia/Makassar', zoneWord: 'WITA' };
  return WIT.includes(province) ? { kind, zone: 'Asia/Jayapura', zoneWord: 'WIT' } : null;
}

/** 'KAB. TABALONG' and 'Kabupaten Tabalong' are one. */
function plain(name: string): string {
  return own(name)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

/** The name without what kind of region it is. */
function own(name: string): string {
  return name.replace(/^(kabupaten|kab\.?|kota|provinsi|prov\.?)\s+/i, '');
}

/** Initials of a name of several words, else its first two consonants: Hulu Sungai Utara is HSU, Tabalong TB. */
function prefixOf(name: string): string {
  const words = own(name)
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== '');
  if (words.length > 1)
    return words
      .map((word) => word.charAt(0))
      .join('')
      .slice(0, 4);
  const [word = ''] = words;
  const consonants = word.replace(/[aiueo]/gi, '');
  return (consonants.length > 1 ? consonants : word).slice(0, 2);
}
