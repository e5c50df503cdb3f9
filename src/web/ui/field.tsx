import type { ComponentChildren } from 'preact';
import { uiTexts } from '../../texts/id/ui.ts';
import { classNames } from './class-names.ts';
import { FieldControl } from './field-control.tsx';
import { Icon } from './icon.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
  /** Points the choice is worth, shown at its right. */
  readonly points?: string;
  readonly pointsNote?: string;
  /** Key that chooses it, shown to people at a desk. */
  readonly shortcut?: string;
}

interface Common {
  /** Name of the field in the form; its id too unless `id` is given. */
  readonly name: string;
  readonly id?: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly error?: string;
  readonly optional?: boolean;
  readonly hiddenLabel?: boolean;
}

export interface TextField extends Common {
  readonly kind?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'number' | 'rupiah';
  readonly value?: string;
  readonly autocomplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search';
  readonly maxLength?: number;
  readonly min?: string;
  readonly max?: string;
  readonly step?: string;
  readonly list?: readonly string[];
  readonly short?: boolean;
  readonly readOnly?: boolean;
  readonly required?: boolean;
  /** What the server understood, or a word count: shown under the box. */
  readonly readBack?: string;
}

export interface TextareaField extends Common {
  readonly kind: 'textarea';
  readonly value?: string;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly readOnly?: boolean;
  readonly required?: boolean;
  readonly readBack?: string;
}

export interface SelectField extends Common {
  readonly kind: 'select';
  readonly value?: string;
  readonly choices: readonly Choice[];
  /** First line that chooses nothing. */
  readonly placeholder?: string;
  readonly short?: boolean;
  readonly required?: boolean;
}

export interface RadiosField extends Common {
  readonly kind: 'radios';
  readonly value?: string;
  readonly choices: readonly Choice[];
  readonly required?: boolean;
}

export interface ChecksField extends Common {
  readonly kind: 'checks';
  readonly values?: readonly string[];
  readonly choices: readonly Choice[];
}

export interface CheckboxField extends Common {
  readonly kind: 'checkbox';
  readonly checked?: boolean;
  readonly value?: string;
  readonly required?: boolean;
}

export type FieldProps = TextField | TextareaField | SelectField | RadiosField | ChecksField | CheckboxField;

/** One question of a form: its label, a hint, what is wrong with the answer, and the control. */
export function Field(props: FieldProps) {
  const id = props.id ?? props.name;
  const isGroup = props.kind === 'radios' || props.kind === 'checks';
  const Frame = isGroup ? 'fieldset' : 'div';
  const describedBy = classNames(props.hint && `${id}-petunjuk`, props.error && `${id}-galat`) || undefined;
  return (
    <Frame class={classNames('medan', props.error && 'medan--galat')} aria-describedby={isGroup ? describedBy : undefined}>
      <FieldLabel id={id} field={props} isGroup={isGroup} />
      {props.hint && (
        <p class="medan__petunjuk" id={`${id}-petunjuk`}>
          {props.hint}
        </p>
      )}
      {props.error && <FieldError id={`${id}-galat`} text={props.error} />}
      <FieldControl id={id} field={props} describedBy={isGroup ? undefined : describedBy} />
    </Frame>
  );
}

function FieldLabel({ id, field, isGroup }: { readonly id: string; readonly field: FieldProps; readonly isGroup: boolean }) {
  if (field.kind === 'checkbox') return null;
  const words = (
    <>
      {field.label}
      {field.optional && <span class="medan__boleh"> ({uiTexts.optional})</span>}
    </>
  );
  const hidden = field.hiddenLabel ? 'hanya-baca' : undefined;
  if (isGroup) return <legend class={hidden}>{words}</legend>;
  return (
    <label for={id} class={hidden}>
      {words}
    </label>
  );
}

export function FieldError({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <p class="medan__galat" id={id}>
      <Icon name="awas" />
      <span>{text}</span>
    </p>
  );
}
