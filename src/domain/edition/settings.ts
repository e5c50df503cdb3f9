// What never freezes: the name, the place, the words and the prizes of an edition; and the names by which its parts are known.

import { fault, type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';

export interface EditionSettings {
  readonly name: string;
  readonly venue: string;
  readonly texts: EditionTexts;
  /** Category code -> what the first, second, third … place receives. */
  readonly prizes: Readonly<Record<string, readonly string[]>>;
}

export interface EditionTexts {
  /** Stands on the public home page; may be empty. */
  readonly welcome?: string;
  /** Whom to ask: telephone, room, hours. */
  readonly contact?: string;
}

const LONGEST_NAME = 200;
const LONGEST_TEXT = 2_000;
const MOST_PLACES = 20;

/** Accepts settings that fit, or refuses `edition.invalid` with fields `name` (`edition.name-missing`), `venue`, `welcome`, `contact`, `prize-CODE` (`edition.text-too-long`). */
export function checkSettings(settings: EditionSettings): Outcome<EditionSettings> {
  const faults: Record<string, Refusal> = {};
  const tooLong = (field: string, most: number) => {
    faults[field] = fault('edition.text-too-long', { most });
  };
  if (settings.name.trim().length < 3 || settings.name.length > LONGEST_NAME) faults.name = fault('edition.name-missing');
  if (settings.venue.length > LONGEST_NAME) tooLong('venue', LONGEST_NAME);
  if ((settings.texts.welcome ?? '').length > LONGEST_TEXT) tooLong('welcome', LONGEST_TEXT);
  if ((settings.texts.contact ?? '').length > LONGEST_TEXT) tooLong('contact', LONGEST_TEXT);
  for (const [code, places] of Object.entries(settings.prizes)) {
    if (places.length > MOST_PLACES || places.some((one) => one.length > LONGEST_NAME)) tooLong(`prize-${code}`, LONGEST_NAME);
  }
  return Object.keys(faults).length > 0 ? refuse('edition.invalid', {}, faults) : ok(settings);
}

/** One prize a line, the first place first. */
export function readPrizes(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** `Kecamatan dan kelurahan` -> `kecamatan-dan-kelurahan`: the part of an address that names a category, at most 40 signs. */
export function codeOfName(name: string): string {
  const code = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return code.length >= 2 ? code : `kategori-${code}`.replace(/-$/, '');
}
