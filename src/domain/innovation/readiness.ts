// Readiness: what still stands between a draft and its submit, in the order of the form; and what deserves a second look.

import type { Instrument } from '../instrument/instrument.ts';
import type { Refusal } from '../shared/outcome.ts';
import { isListedAffair } from './affairs.ts';
import type { Claims } from './claim.ts';
import { type FileKind, suitsFormats } from './evidence.ts';
import { type PartNumber, PROFILE_FIELDS, type ProfileField, type ProfileFields } from './profile.ts';
import { countWords } from './words.ts';

/** What the catalogue of the year asks of an innovation. */
export interface Eligibility {
  readonly implementedFrom: string;
  readonly implementedTo: string;
  readonly minWords: number;
}

export interface Draft {
  readonly profile: ProfileFields;
  readonly claims: Claims;
  /** Codes with at least one piece of evidence. */
  readonly evidenced: ReadonlySet<string>;
  /** Every piece of evidence, by indicator. */
  readonly evidence: readonly { readonly indicator: string; readonly kind: FileKind | 'link' }[];
  /** Whether another entry of the edition bears the same name. */
  readonly sharesName: boolean;
}

/** Where it can be mended: a field of a profile part, or an indicator. */
export type Place = { readonly part: PartNumber; readonly field: string } | { readonly indicator: string };

export interface Finding {
  readonly place: Place;
  readonly what: Refusal;
}

export interface Readiness {
  /** Each blocks the submit. */
  readonly missing: readonly Finding[];
  /** Shown, and left to the innovator. */
  readonly warnings: readonly Finding[];
}

/** Everything that is missing, profile first, then indicators in catalogue order; and the warnings likewise. */
export function readinessOf(instrument: Instrument, eligibility: Eligibility, draft: Draft): Readiness {
  return {
    missing: [
      ...missingFields(draft.profile),
      ...missingDates(draft.profile),
      ...shortDesign(draft.profile, eligibility),
      ...missingIndicators(instrument, draft),
    ],
    warnings: [
      ...unlistedAffair(draft.profile),
      ...outsideYears(draft.profile, eligibility),
      ...sharedName(draft),
      ...copiedTexts(draft.profile),
      ...bareClaims(instrument, draft),
      ...unsuitedEvidence(instrument, draft),
    ],
  };
}

function inField(part: PartNumber, field: string, code: string, facts: Refusal['facts'] = {}): Finding {
  return { place: { part, field }, what: { code, facts } };
}

function missingFields(profile: ProfileFields): readonly Finding[] {
  const empty = PROFILE_FIELDS.filter((field) => field.mandatory && (profile[field.name] ?? '') === '' && field.name !== 'design');
  return empty.map((field) => inField(field.part, field.name, 'readiness.field-empty', { field: field.name }));
}

/** A trial asks for its date; an implemented innovation for both; a developed one for the date of that too. */
function askedDates({ stage = '', developed = '' }: ProfileFields): readonly string[] {
  const asked: readonly [string, boolean][] = [
    ['trialOn', stage === 'trial' || stage === 'implemented'],
    ['implementedOn', stage === 'implemented'],
    ['developedOn', developed === 'yes'],
  ];
  return asked.filter(([, isAsked]) => isAsked).map(([field]) => field);
}

/** Whether the field may stay empty in a profile that answers the others like this. */
export function mayStayEmpty({ name, mandatory }: ProfileField, profile: ProfileFields): boolean {
  return !mandatory && !askedDates(profile).includes(name);
}

function missingDates(profile: ProfileFields): readonly Finding[] {
  const empty = askedDates(profile).filter((field) => (profile[field] ?? '') === '');
  return empty.map((field) => inField(3, field, 'readiness.field-empty', { field }));
}

function shortDesign({ design = '' }: ProfileFields, { minWords }: Eligibility): readonly Finding[] {
  const words = countWords(design);
  return words >= minWords ? [] : [inField(4, 'design', 'readiness.design-short', { words, least: minWords, short: minWords - words })];
}

function missingIndicators(instrument: Instrument, { claims, evidenced }: Draft): readonly Finding[] {
  return instrument.sid
    .filter((indicator) => indicator.mandatory)
    .flatMap(({ code, name }): readonly Finding[] => {
      if ((claims[code]?.level ?? 0) === 0)
        return [{ place: { indicator: code }, what: { code: 'readiness.mandatory-unclaimed', facts: { indicator: name } } }];
      return evidenced.has(code) ? [] : [{ place: { indicator: code }, what: { code: 'readiness.mandatory-bare', facts: { indicator: name } } }];
    });
}

function bareClaims(instrument: Instrument, { claims, evidenced }: Draft): readonly Finding[] {
  return instrument.sid
    .filter(({ code, mandatory }) => !mandatory && (claims[code]?.level ?? 0) > 0 && !evidenced.has(code))
    .map(({ code, name }) => ({ place: { indicator: code }, what: { code: 'readiness.claim-bare', facts: { indicator: name } } }));
}

/** The index of the region counts affairs by their names. */
function unlistedAffair({ affair = '' }: ProfileFields): readonly Finding[] {
  return affair === '' || isListedAffair(affair) ? [] : [inField(2, 'affair', 'readiness.affair-unlisted', { affair })];
}

/** A claim whose every proof is of a kind that its indicator cannot mean, such as a paper where a film is asked for. */
function unsuitedEvidence(instrument: Instrument, { evidence }: Draft): readonly Finding[] {
  return instrument.sid.flatMap(({ code, name, formats }) => {
    const kinds = evidence.filter((item) => item.indicator === code).map((item) => item.kind);
    if (kinds.length === 0 || kinds.some((kind) => suitsFormats(formats, kind))) return [];
    return [{ place: { indicator: code }, what: { code: 'readiness.evidence-unsuited', facts: { indicator: name, formats } } }];
  });
}

/** @basis domain 2.10: implemented within the years of the catalogue, or developed within them. */
function outsideYears({ implementedOn = '', developedOn = '' }: ProfileFields, { implementedFrom, implementedTo }: Eligibility): readonly Finding[] {
  if (implementedOn === '') return [];
  const isInside = (day: string) => day >= implementedFrom && day <= implementedTo;
  if (isInside(implementedOn) || isInside(developedOn)) return [];
  const code = implementedOn > implementedTo ? 'readiness.too-young' : 'readiness.too-old';
  return [inField(3, 'implementedOn', code, { implementedOn, implementedFrom, implementedTo })];
}

function sharedName({ profile, sharesName }: Draft): readonly Finding[] {
  return sharesName ? [inField(1, 'name', 'readiness.same-name', { name: profile.name ?? '' })] : [];
}

const LONG_ENOUGH_TO_COPY = 40;

/** Long texts that stand word for word in two fields. */
function copiedTexts(profile: ProfileFields): readonly Finding[] {
  const texts = PROFILE_FIELDS.filter((field) => field.kind === 'text' && (profile[field.name] ?? '').length >= LONG_ENOUGH_TO_COPY);
  return texts.flatMap((field, at) => {
    const first = texts.slice(0, at).find((earlier) => sameWords(profile[earlier.name] ?? '', profile[field.name] ?? ''));
    return first === undefined ? [] : [inField(field.part, field.name, 'readiness.copied', { field: field.name, other: first.name })];
  });
}

function sameWords(a: string, b: string): boolean {
  const plain = (text: string) => text.toLowerCase().split(/\s+/).join(' ').trim();
  return plain(a) === plain(b);
}
