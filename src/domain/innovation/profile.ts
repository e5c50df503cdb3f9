// The profile of an innovation: seven parts of fields, each saved on its own. A saved part may be incomplete, never malformed.

import { fault, type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';
import { parseAmount, parseDate } from './typed-values.ts';

export type PartNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const PARTS: readonly PartNumber[] = [1, 2, 3, 4, 5, 6, 7];

export type FieldKind = 'line' | 'text' | 'choice' | 'date' | 'money' | 'email' | 'phone';

export interface ProfileField {
  readonly name: string;
  readonly part: PartNumber;
  readonly kind: FieldKind;
  readonly most: number;
  /** Codes that may be chosen, for a choice. */
  readonly choices?: readonly string[];
  readonly mandatory: boolean;
}

/** Field name -> text as kept: dates YYYY-MM-DD, money in digits, '' where nothing is given. */
export type ProfileFields = Readonly<Record<string, string>>;

export const LONGEST_TEXT = 10_000;
const LINE = 200;

const line = (part: PartNumber, name: string, mandatory = true): ProfileField => ({ name, part, kind: 'line', most: LINE, mandatory });
const text = (part: PartNumber, name: string, mandatory = true): ProfileField => ({ name, part, kind: 'text', most: LONGEST_TEXT, mandatory });
const date = (part: PartNumber, name: string): ProfileField => ({ name, part, kind: 'date', most: 10, mandatory: false });
const choice = (part: PartNumber, name: string, choices: readonly string[], mandatory = true): ProfileField => ({
  name,
  part,
  kind: 'choice',
  most: 40,
  choices,
  mandatory,
});

/** @basis domain 2.11: the fields of the national form; dates are asked for according to the stage of the innovation. */
export const PROFILE_FIELDS: readonly ProfileField[] = [
  line(1, 'name'),
  choice(1, 'stage', ['idea', 'trial', 'implemented']),
  choice(1, 'technology', ['digital', 'non-digital']),
  choice(1, 'form', ['governance', 'public-service', 'other']),
  choice(2, 'initiator', ['head-of-region', 'council', 'agency', 'employee', 'community']),
  line(2, 'initiatorName', false),
  line(2, 'theme'),
  line(2, 'affair'),
  { ...text(2, 'otherAffairs', false), most: 1_000 },
  date(3, 'trialOn'),
  date(3, 'implementedOn'),
  choice(3, 'developed', ['yes', 'no'], false),
  date(3, 'developedOn'),
  text(4, 'design'),
  text(5, 'aims'),
  text(5, 'benefits'),
  text(5, 'results'),
  { name: 'budget', part: 6, kind: 'money', most: 30, mandatory: false },
  line(6, 'budgetSource', false),
  text(6, 'businessProfile', false),
  { ...text(7, 'team', false), most: 4_000 },
  line(7, 'contactName'),
  { name: 'contactPhone', part: 7, kind: 'phone', most: 20, mandatory: true },
  { name: 'contactEmail', part: 7, kind: 'email', most: 254, mandatory: false },
];

/** The fields of a part, in the order they are asked. */
export function fieldsOf(part: PartNumber): readonly ProfileField[] {
  return PROFILE_FIELDS.filter((field) => field.part === part);
}

export function isPart(number: number): number is PartNumber {
  return PARTS.some((part) => part === number);
}

/**
 * The part as it will be kept: what was given over what stood, each value in its one form. Fields of other parts are not taken.
 * Refuses `profile.invalid` with the fields at fault. An empty field is no fault here: readiness asks for it.
 */
export function checkPart(part: PartNumber, stood: ProfileFields, given: ProfileFields): Outcome<ProfileFields> {
  const fields: Record<string, string> = {};
  const faults: Record<string, Refusal> = {};
  for (const field of fieldsOf(part)) {
    const typed = given[field.name];
    const value = typed === undefined ? ok(stood[field.name] ?? '') : readField(field, typed);
    if (value.ok) fields[field.name] = value.value;
    else faults[field.name] = value.refusal;
  }
  const { trialOn = '', implementedOn = '', developedOn = '' } = fields;
  if (trialOn !== '' && implementedOn !== '' && implementedOn < trialOn) faults.implementedOn = fault('profile.implemented-before-trial', { trialOn });
  if (implementedOn !== '' && developedOn !== '' && developedOn < implementedOn)
    faults.developedOn = fault('profile.developed-before-implemented', { implementedOn });
  return Object.keys(faults).length > 0 ? refuse('profile.invalid', { part }, faults) : ok(fields);
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^\+?[\d\s().-]{6,20}$/;

function readField(field: ProfileField, typed: string): Outcome<string> {
  const value = typed.trim();
  if (field.name === 'name') return readName(value);
  if (value === '') return ok('');
  if (field.kind !== 'date' && value.length > field.most) return refuse('profile.too-long', { most: field.most, length: value.length });
  switch (field.kind) {
    case 'choice':
      return field.choices?.includes(value) ? ok(value) : refuse('profile.choice-unknown');
    case 'date':
      return orRefuse(parseDate(value), 'profile.date-invalid');
    case 'money':
      return orRefuse(parseAmount(value), 'profile.money-invalid');
    case 'email':
      return EMAIL.test(value) ? ok(value) : refuse('profile.email-invalid');
    case 'phone':
      return PHONE.test(value) ? ok(value) : refuse('profile.phone-invalid');
    case 'line':
      return ok(value.replace(/\s+/g, ' '));
    case 'text':
      return ok(value);
  }
}

const SHORTEST_NAME = 3;

/**
 * The name of an innovation in one line.
 * Refuses `profile.name-missing`, `profile.name-short`, `profile.too-long`.
 */
export function readName(typed: string): Outcome<string> {
  const name = typed.trim().replace(/\s+/g, ' ');
  if (name === '') return refuse('profile.name-missing');
  if (name.length < SHORTEST_NAME) return refuse('profile.name-short', { least: SHORTEST_NAME });
  return name.length > LINE ? refuse('profile.too-long', { most: LINE, length: name.length }) : ok(name);
}

function orRefuse(value: string | null, code: 'profile.date-invalid' | 'profile.money-invalid'): Outcome<string> {
  return value === null ? refuse(code) : ok(value);
}
