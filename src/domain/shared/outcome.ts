// An expected no is a value with facts; only texts turn it into a sentence. Bugs are exceptions.

export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** An expected no. `code` is `room.reason`; `fields` names the form fields at fault, each with its own code. */
export interface Refusal {
  readonly code: string;
  readonly facts: Facts;
  readonly fields?: Readonly<Record<string, Refusal>>;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** The value of an act or rule that succeeded. */
export function ok<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** A refusal with its code (`room.reason`), facts for the sentence, and the fields at fault. */
export function refuse(code: string, facts: Facts = {}, fields?: Readonly<Record<string, Refusal>>): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: fields === undefined ? { code, facts } : { code, facts, fields } };
}

/** The refusal of one field, for `fields` of a form's refusal. */
export function fault(code: string, facts: Facts = {}): Refusal {
  return { code, facts };
}
