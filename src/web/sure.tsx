import { fault, type Refusal } from '../domain/shared/outcome.ts';
import { say } from '../texts/id/say.ts';
import type { Form } from './form.ts';
import { Field } from './ui/field.tsx';

const NAME = 'pasti';

interface SureProps {
  /** What changes, and that it cannot be undone: one sentence. */
  readonly label: string;
  readonly refusal: Refusal | null;
  readonly id?: string;
}

/** The tick asked before an act that cannot be undone. Never ticked beforehand. */
export function Sure({ label, refusal, id = NAME }: SureProps) {
  const missing = refusal?.fields?.[id];
  return <Field kind="checkbox" name={NAME} id={id} label={label} value="ya" required error={missing && say(missing)} />;
}

/** The refusal of an act sent without its tick; null when it is there. */
export function notSure(form: Form, id: string = NAME): Refusal | null {
  return form.text(NAME) === 'ya' ? null : { code: 'act.not-sure', facts: {}, fields: { [id]: fault('act.not-sure') } };
}
