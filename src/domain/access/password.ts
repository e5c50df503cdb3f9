// What a password must not be: short, one that many use, or made of what everybody knows of its owner.

import { fault, type Outcome, ok, refuse } from '../shared/outcome.ts';

const MIN = 10;
const MAX = 200;
/** Words of a name shorter than this say nothing: `Siti`, not `H.` */
const SHORTEST_WORD = 3;
/** What must be left of a password beside the owner's own words. */
const OWN_SIGNS = 5;

/** What everybody knows of the owner. */
export interface Known {
  readonly name: string;
  readonly nip: string | null;
  readonly email: string | null;
  readonly agencies: readonly string[];
}

/** Refuses `password.invalid` by the field `password`: `password.too-short`, `password.too-long`; signs are counted as people see them. */
export function checkLength(password: string): Outcome<true> {
  if ([...password].length < MIN) return refuse('password.invalid', {}, { password: fault('password.too-short', { min: MIN }) });
  if (password.length > MAX) return refuse('password.invalid', {}, { password: fault('password.too-long', { max: MAX }) });
  return ok(true);
}

/**
 * Refuses `password.invalid` by the field `password`: `password.common` when it, what is left without signs and figures at its ends, or what it repeats stands among the
 * common ones (`isCommon` is asked in small letters), `password.of-owner` when fewer than five signs are left beside name, NIP, e-mail and agency.
 * @basis RULES 8: at least 10 signs, not in a list of common ones, not made of name, NIP or agency.
 */
export function checkPassword(password: string, known: Known, isCommon: (word: string) => boolean): Outcome<true> {
  const length = checkLength(password);
  if (!length.ok) return length;
  const small = password.toLowerCase();
  const core = small.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const forms = [small, core, plain(small), plain(core), repeated(small), repeated(core), repeated(plain(small))];
  if (forms.some((form) => form === '' || [...form].every((sign) => sign === form[0]) || isCommon(form)))
    return refuse('password.invalid', {}, { password: fault('password.common') });
  const left = ownWords(known).reduce((rest, word) => rest.replaceAll(word, ''), plain(small));
  return left.length < OWN_SIGNS ? refuse('password.invalid', {}, { password: fault('password.of-owner') }) : ok(true);
}

/** Letters and figures only. */
function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** What the text repeats: `abc` of `abcabc`; else the text. */
function repeated(text: string): string {
  const at = `${text}${text}`.indexOf(text, 1);
  return at > 0 && at < text.length ? text.slice(0, at) : text;
}

/** The owner's own words, longest first, so that none is broken by a shorter one. */
function ownWords({ name, nip, email, agencies }: Known): readonly string[] {
  const words = [name, email ?? '', ...agencies].flatMap((text) => [plain(text.toLowerCase()), ...text.toLowerCase().split(/[^\p{L}\p{N}]+/u)]);
  const figures = nip === null ? [] : [nip, nip.slice(0, 8), nip.slice(8), nip.slice(0, 4), nip.slice(-4)];
  return [...new Set([...words, ...figures])].filter((word) => word.length >= SHORTEST_WORD).sort((a, b) => b.length - a.length);
}
