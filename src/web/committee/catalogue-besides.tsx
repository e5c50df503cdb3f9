// Asked only once a catalogue came in for a year that has one: a copy whose year was forgotten, or meant so?

import type { Refusal } from '../../domain/shared/outcome.ts';
import { catalogueTexts } from '../../texts/id/catalogue.ts';
import { say } from '../../texts/id/say.ts';
import type { Form } from '../form.ts';
import { Field } from '../ui/field.tsx';

const NAME = 'samping';

export function Besides({ refusal }: { readonly refusal: Refusal | null }) {
  if (refusal?.code !== 'catalogue.year-has-one') return null;
  return <Field kind="checkbox" name={NAME} label={catalogueTexts.besides} value="ya" error={say(refusal)} />;
}

export function standsBesides(form: Form): boolean {
  return form.text(NAME) === 'ya';
}
