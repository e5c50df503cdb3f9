// Reads a posted form once: limited in size, cleaned, and with its cross-site token checked.

import type { Ctx } from './request.ts';
import { signedInOrNull } from './session.ts';

export interface Form {
  readonly values: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** The field, or an empty text. */
  text(name: string): string;
  /** Whether the field was sent at all: a part never clears the rest. */
  has(name: string): boolean;
  /** The field with the spaces at its ends: a pasted table may begin with an empty cell. */
  untrimmed(name: string): string;
}

/** A form that may not be read: told as a page, not as a fault. */
export class FormRefused extends Error {
  readonly status: 400 | 403 | 413;
  /** What was typed, where only the token was of another session. */
  readonly form: Form | null;
  constructor(status: 400 | 403 | 413, form: Form | null = null) {
    super(`form refused: ${status}`);
    this.status = status;
    this.form = form;
  }
}

/** The visitor hung up before the form had arrived: nobody is left to answer. */
export class VisitorGone extends Error {}

const MAX_BYTES = 1_000_000;
const MAX_FIELDS = 500;

/** The posted form. Throws FormRefused: 413 too large, 400 not a form, 403 without the session's token. */
export async function readForm(c: Ctx, mostFields = MAX_FIELDS): Promise<Form> {
  const kind = c.req.header('content-type') ?? '';
  if (!kind.startsWith('application/x-www-form-urlencoded')) throw new FormRefused(400);
  const length = c.req.header('content-length');
  if (Number(length ?? 0) > MAX_BYTES) throw new FormRefused(413);
  const body = length === undefined ? await readText(c.req.raw.body) : await c.req.text().catch(() => Promise.reject(new VisitorGone()));
  const pairs = [...new URLSearchParams(body)];
  if (pairs.length > mostFields) throw new FormRefused(413);
  const form = formOf(pairs);
  if (!isToken(c, form.text('csrf'))) throw new FormRefused(403, form);
  return form;
}

/** A body that names no length, given up as soon as it is too large. */
async function readText(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of body ?? []) {
      size += piece.byteLength;
      if (size > MAX_BYTES) throw new FormRefused(413);
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof FormRefused ? error : new VisitorGone();
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}

/** A form from its pairs; the first value of a name is its text. */
export function formOf(pairs: readonly (readonly [string, string])[]): Form {
  const values: Record<string, string> = Object.create(null);
  const lists: Record<string, readonly string[]> = Object.create(null);
  const untrimmed: Record<string, string> = Object.create(null);
  for (const [name, raw] of pairs) {
    untrimmed[name] ??= cleanSigns(raw);
    const value = cleanSigns(raw).trim();
    values[name] ??= value;
    lists[name] = [...(lists[name] ?? []), value];
  }
  return { values, lists, text: (name) => values[name] ?? '', has: (name) => name in values, untrimmed: (name) => untrimmed[name] ?? '' };
}

/** Refuses a signed-in post without the session's token. */
export function checkToken(c: Ctx, token: string): void {
  if (!isToken(c, token)) throw new FormRefused(403);
}

function isToken(c: Ctx, token: string): boolean {
  const visitor = signedInOrNull(c);
  return visitor === null || token === visitor.csrf || visitor.otherCsrf.includes(token);
}

/** One form of each letter, one line ending, no control or direction-changing characters, no space around. */
export function clean(text: string): string {
  return cleanSigns(text).trim();
}

function cleanSigns(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/g, '');
}
