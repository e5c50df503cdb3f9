// A moment, or a day, typed in words of here: browsers show theirs in the order of their own language.

import type { Instant } from '../domain/shared/time.ts';
import { stageTexts } from '../texts/id/edition-editor.ts';
import { formatDate, formatDateTime, type Zone } from '../texts/id/format.ts';
import { fromTypedDay, fromTypedMoment, isWeekend } from './local-time.ts';
import { Field } from './ui/field.tsx';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly zone: Zone;
  readonly hint?: string;
  readonly hiddenLabel?: boolean;
}

const LONGEST = 80;

/** Under the box stands what was understood, with its weekday. */
export function MomentField({ value, zone, hint = stageTexts.momentHint, ...rest }: Props) {
  const at = fromTypedMoment(value, zone);
  return <Field {...rest} hint={hint} value={value} maxLength={LONGEST} readBack={at === null ? undefined : marked(formatDateTime(at, zone), at, zone)} />;
}

export function DayField({ value, zone, hint = stageTexts.dayHint, ...rest }: Props) {
  const at = fromTypedDay(value, zone);
  return <Field {...rest} hint={hint} short value={value} maxLength={LONGEST} readBack={at === null ? undefined : marked(formatDate(at, zone), at, zone)} />;
}

function marked(words: string, at: Instant, zone: Zone): string {
  return isWeekend(at, zone) ? stageTexts.weekend(words) : words;
}
