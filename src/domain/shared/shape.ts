// What a value from outside must look like before a rule may read it. A shape names the first place that does not fit.

/** `path` is a JSON path such as $.parts.levels[3].id; `expected` is a word for what fits, and after a space its
 * detail; `found` is the text of what stands there, null when nothing does. */
export interface Misfit {
  readonly path: string;
  readonly expected: string;
  readonly found: string | null;
}

/** Null when the value fits. The type says what a fitting value is. */
export type Shape<T> = ((value: unknown, path: string) => Misfit | null) & { readonly type?: T };

/** The path of a member: dotted where the key is a name, in brackets otherwise. */
export function memberPath(path: string, key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}

/** A text that fits a pattern, at most `most` units long. */
export function text(expected: string, pattern: RegExp, most = 200): Shape<string> {
  return (value, path) => (typeof value === 'string' && value.length <= most && pattern.test(value) ? null : misfit(value, path, expected));
}

export const words: Shape<string> = text('text', /^/, 20_000);
export const id: Shape<string> = text('id', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
export const digest: Shape<string> = text('digest', /^[0-9a-f]{64}$/);
export const instant: Shape<string> = text('instant', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
/** A number in text, exact: '7', '2.5', '8470/111'. */
export const exact: Shape<string> = text('exact', /^[+-]?\d+(\.\d+|\/0*[1-9]\d*)?$/, 400);
export const flag: Shape<boolean> = (value, path) => (typeof value === 'boolean' ? null : misfit(value, path, 'flag'));
/** Whatever stands there: it is compared with what is computed. */
export const anything: Shape<unknown> = () => null;

export function whole(least: number, most: number): Shape<number> {
  return (value, path) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most ? null : misfit(value, path, `whole ${least}–${most}`);
}

export function oneOf<const T extends string>(...values: readonly T[]): Shape<T> {
  return (value, path) => (values.includes(value as T) ? null : misfit(value, path, `one-of ${values.join(', ')}`));
}

export function oneNumber<const T extends number>(...values: readonly T[]): Shape<T> {
  return (value, path) => (values.includes(value as T) ? null : misfit(value, path, `one-of ${values.join(', ')}`));
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value, path) => (value === null ? null : shape(value, path));
}

export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, path) => (value === undefined ? null : shape(value, path));
}

export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) return misfit(value, path, 'list');
    for (const [at, one] of value.entries()) {
      const fault = item(one, `${path}[${at}]`);
      if (fault !== null) return fault;
    }
    return null;
  };
}

export function record<T>(item: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value, path) => {
    if (!isObject(value)) return misfit(value, path, 'object');
    for (const [key, one] of Object.entries(value)) {
      const fault = item(one, memberPath(path, key));
      if (fault !== null) return fault;
    }
    return null;
  };
}

type Members<T> = { readonly [Key in keyof T]-?: Shape<T[Key]> };

/** An object with these members and no other. */
export function object<T extends object>(members: Members<T>): Shape<T> {
  const inner = openObject(members);
  return (value, path) => {
    const fault = inner(value, path);
    if (fault !== null) return fault;
    const stranger = Object.keys(value as object).find((key) => !Object.hasOwn(members, key));
    return stranger === undefined ? null : misfit((value as Record<string, unknown>)[stranger], memberPath(path, stranger), 'nothing');
  };
}

/** An object with these members; others are let be. */
export function openObject<T extends object>(members: Members<T>): Shape<T> {
  const known = Object.entries(members) as [string, Shape<unknown>][];
  return (value, path) => {
    if (!isObject(value)) return misfit(value, path, 'object');
    for (const [key, shape] of known) {
      const fault = shape(Object.hasOwn(value, key) ? value[key] : undefined, memberPath(path, key));
      if (fault !== null) return fault;
    }
    return null;
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function misfit(value: unknown, path: string, expected: string): Misfit {
  return { path, expected, found: value === undefined ? null : shortText(value) };
}

/** What stands there, short enough for a line. */
export function shortText(value: unknown): string {
  const written = typeof value === 'object' && value !== null ? (Array.isArray(value) ? `[${value.length}]` : '{…}') : JSON.stringify(value);
  return written.length > 120 ? `${written.slice(0, 119)}…` : written;
}

/** The first place where two values differ, in canonical order; null when they are the same JSON. Undefined members count as absent. */
export function firstDifference(written: unknown, computed: unknown, path: string): Difference | null {
  if (Array.isArray(written) && Array.isArray(computed)) {
    for (let at = 0; at < Math.max(written.length, computed.length); at += 1) {
      const found = firstDifference(written[at], computed[at], `${path}[${at}]`);
      if (found !== null) return found;
    }
    return null;
  }
  if (isObject(written) && isObject(computed)) {
    const keys = [...new Set([...Object.keys(written), ...Object.keys(computed)])].sort();
    for (const key of keys) {
      const [left, right] = [written, computed].map((one) => (Object.hasOwn(one, key) ? one[key] : undefined));
      const found = firstDifference(left, right, memberPath(path, key));
      if (found !== null) return found;
    }
    return null;
  }
  return Object.is(written, computed) ? null : { path, written: textOf(written), computed: textOf(computed) };
}

/** Null stands for nothing written or nothing to be written there. */
export interface Difference {
  readonly path: string;
  readonly written: string | null;
  readonly computed: string | null;
}

function textOf(value: unknown): string | null {
  return value === undefined ? null : shortText(value);
}
