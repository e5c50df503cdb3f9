import { AFFAIRS } from '../../domain/innovation/affairs.ts';
import type { ProfileField as FieldOfProfile } from '../../domain/innovation/profile.ts';
import { countWords } from '../../domain/innovation/words.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { formatPlainDate, formatRupiah } from '../../texts/id/format.ts';
import { choiceWords, fieldHints, fieldLabels } from '../../texts/id/profile.ts';
import { uiTexts } from '../../texts/id/ui.ts';
import { errorOf } from '../answer.tsx';
import { Field } from '../ui/field.tsx';

interface ProfileFieldProps {
  readonly field: FieldOfProfile;
  readonly value: string;
  readonly optional: boolean;
  readonly refusal: Refusal | null;
  readonly readOnly: boolean;
  /** Words its design must have. */
  readonly minWords: number;
}

/** One question of the profile with the control that fits it. */
export function ProfileField({ field, value, optional, refusal, readOnly, minWords }: ProfileFieldProps) {
  const { name, kind } = field;
  const common = { name, label: fieldLabels[name] ?? name, hint: fieldHints[name], error: errorOf(refusal, name), optional };
  const words = choiceWords[name] ?? {};
  if (kind === 'choice' && !readOnly) {
    const choices = (field.choices ?? []).map((code) => ({ value: code, label: words[code] ?? code }));
    return <Field {...common} kind="radios" value={value} choices={choices} />;
  }
  if (kind === 'choice') return <Field {...common} value={words[value] ?? value} readOnly />;
  if (kind === 'text')
    return (
      <Field {...common} kind="textarea" rows={name === 'design' ? 18 : 6} value={value} readOnly={readOnly} readBack={readBackOf(name, value, minWords)} />
    );
  const isAmount = kind === 'money' && /^\d+$/.test(value);
  return (
    <Field
      {...common}
      kind={kind === 'money' ? 'rupiah' : kind === 'date' ? 'text' : kind === 'email' ? 'email' : kind === 'phone' ? 'tel' : 'text'}
      value={value}
      readOnly={readOnly}
      list={name === 'affair' && !readOnly ? AFFAIRS : undefined}
      short={kind === 'date' || kind === 'phone'}
      readBack={isAmount ? uiTexts.readBack(formatRupiah(value)) : kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatPlainDate(value) : undefined}
    />
  );
}

function readBackOf(name: string, value: string, minWords: number): string | undefined {
  if (name !== 'design') return undefined;
  const words = countWords(value);
  return words < minWords ? `${words} dari minimal ${minWords} kata (kurang ${minWords - words})` : `${words} kata`;
}
