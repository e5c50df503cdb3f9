// Pieces that several forms of the edition editor share.

import type { Lock } from '../../domain/edition/freeze.ts';
import { LONGEST_LADDER } from '../../domain/edition/rules-check.ts';
import { fault, type Refusal } from '../../domain/shared/outcome.ts';
import { editorTexts } from '../../texts/id/edition-editor.ts';
import { errorOf } from '../answer.tsx';
import type { Form } from '../form.ts';
import { type Choice, Field, FieldError } from '../ui/field.tsx';
import { type StateKind, Tag } from '../ui/tag.tsx';

/** The refusal with the field it speaks of, where the form knows one. */
export function atField(refusal: Refusal, fieldOf: Readonly<Record<string, string>>): Refusal {
  const field = fieldOf[refusal.code];
  return field === undefined || refusal.fields !== undefined ? refusal : { ...refusal, fields: { [field]: fault(refusal.code, refusal.facts) } };
}

export const REASON_FIELDS: Readonly<Record<string, string>> = {
  'rules.needs-reason': 'reason',
  'rules.needs-decree': 'decree',
  'window.needs-reason': 'reason',
};

interface ReasonProps {
  readonly reason: string;
  readonly refusal: Refusal | null;
  readonly hint?: string;
  readonly optional?: boolean;
}

/** The reason as typed; while nothing is bound yet an empty one says just that. */
export function reasonOr(typed: string, lock: Lock): string {
  return typed.trim() === '' && lock === 'free' ? editorTexts.beforeRegistration : typed;
}

export function ReasonField({ reason, refusal, hint = editorTexts.reasonHint, optional = false }: ReasonProps) {
  return (
    <Field
      name="reason"
      kind="textarea"
      rows={2}
      label={editorTexts.changeReason}
      optional={optional}
      hint={hint}
      value={reason}
      maxLength={1000}
      error={errorOf(refusal, 'reason')}
    />
  );
}

/** The decree's number: asked for only once registration has opened. */
export function DecreeField({ lock, decree, refusal }: { readonly lock: Lock; readonly decree: string; readonly refusal: Refusal | null }) {
  if (lock === 'free') return null;
  return <Field name="decree" label={editorTexts.decree} value={decree} maxLength={200} error={errorOf(refusal, 'decree')} />;
}

interface LadderProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly steps: readonly string[];
  readonly choices: readonly Choice[];
  readonly error: string | undefined;
}

/** A ladder as a row of choices, one a step, read from the first to the last. */
export function LadderField({ name, label, hint, steps, choices, error }: LadderProps) {
  const shown = Math.min(LONGEST_LADDER, Math.max(5, steps.length + 1));
  const twins = steps.map((step, at) => (error && step !== '' && steps.indexOf(step) < at ? editorTexts.chosenAt(steps.indexOf(step) + 1) : undefined));
  const isWhole = twins.every((twin) => twin === undefined);
  return (
    <fieldset class={error && isWhole ? 'medan medan--galat' : 'medan'} id={name} tabIndex={-1} aria-describedby={`${name}-petunjuk`}>
      <legend>{label}</legend>
      <p class="medan__petunjuk" id={`${name}-petunjuk`}>
        {hint}
      </p>
      {error && <FieldError id={`${name}-galat`} text={error} />}
      <div class="tumpuk tumpuk--lega">
        {Array.from({ length: shown }, (_, at) => (
          <Field
            key={at}
            name={`${name}-${at}`}
            kind="select"
            label={editorTexts.step(at + 1)}
            placeholder={editorTexts.noLadder}
            value={steps[at] ?? ''}
            choices={choices}
            error={twins[at]}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The steps a form sent, empty ones between them with their places. */
export function readLadder(form: Form, name: string): readonly string[] {
  const steps = Array.from({ length: LONGEST_LADDER }, (_, at) => form.text(`${name}-${at}`));
  return steps.slice(0, steps.findLastIndex((step) => step !== '') + 1);
}

const LOCK_LOOKS: Readonly<Record<Lock, readonly [StateKind, string]>> = {
  free: ['netral', editorTexts.free],
  'by-act': ['menunggu', editorTexts.byAct],
  frozen: ['terkunci', editorTexts.frozen],
};

/** A lock in a word, and why in a sentence. */
export function LockWords({ lock, children }: { readonly lock: Lock; readonly children: string }) {
  const [state, word] = LOCK_LOOKS[lock];
  return (
    <>
      <Tag state={state} icon={lock === 'free' ? 'pena' : 'gembok'}>
        {word}
      </Tag>{' '}
      <span class="kecil">{children}</span>
    </>
  );
}
