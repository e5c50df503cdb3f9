import { classNames } from './class-names.ts';
import type { CheckboxField, ChecksField, Choice, FieldProps, RadiosField, SelectField, TextareaField, TextField } from './field.tsx';

interface ControlProps<F> {
  readonly id: string;
  readonly field: F;
  readonly describedBy: string | undefined;
}

export function FieldControl({ id, field, describedBy }: ControlProps<FieldProps>) {
  switch (field.kind) {
    case 'textarea':
      return <Textarea id={id} field={field} describedBy={describedBy} />;
    case 'select':
      return <Select id={id} field={field} describedBy={describedBy} />;
    case 'radios':
    case 'checks':
      return <Choices id={id} field={field} />;
    case 'checkbox':
      return <Checkbox id={id} field={field} describedBy={describedBy} />;
    default:
      return <TextInput id={id} field={field} describedBy={describedBy} />;
  }
}

function TextInput({ id, field, describedBy }: ControlProps<TextField>) {
  const isMoney = field.kind === 'rupiah';
  const input = (
    <input
      class={classNames('isian', field.short && 'isian--pendek')}
      id={id}
      name={field.name}
      type={inputType(field)}
      value={field.value}
      autocomplete={field.autocomplete ?? 'off'}
      inputMode={field.inputMode ?? (isMoney ? 'decimal' : undefined)}
      maxLength={field.maxLength}
      min={field.min}
      max={field.max}
      step={field.step}
      list={field.list ? `${id}-saran` : undefined}
      readOnly={field.readOnly}
      aria-required={field.required ? 'true' : undefined}
      aria-invalid={field.error ? 'true' : undefined}
      aria-describedby={classNames(describedBy, field.readBack && `${id}-baca`) || undefined}
    />
  );
  return (
    <>
      {isMoney ? (
        <div class="isian-awal">
          <span aria-hidden="true">Rp</span>
          {input}
        </div>
      ) : (
        input
      )}
      {field.list && (
        <datalist id={`${id}-saran`}>
          {field.list.map((value) => (
            <option value={value} />
          ))}
        </datalist>
      )}
      <ReadBack id={id} text={field.readBack} />
    </>
  );
}

/** Preact ties some attributes to a single input type; a field with suggestions is always a line of text. */
function inputType({ kind = 'text' }: TextField): 'text' {
  return (kind === 'rupiah' ? 'text' : kind) as 'text';
}

function Textarea({ id, field, describedBy }: ControlProps<TextareaField>) {
  return (
    <>
      <textarea
        class="isian"
        id={id}
        name={field.name}
        rows={field.rows ?? 5}
        maxLength={field.maxLength}
        readOnly={field.readOnly}
        aria-required={field.required ? 'true' : undefined}
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={classNames(describedBy, field.readBack && `${id}-baca`) || undefined}
      >
        {field.value}
      </textarea>
      <ReadBack id={id} text={field.readBack} />
    </>
  );
}

function ReadBack({ id, text }: { readonly id: string; readonly text: string | undefined }) {
  if (!text) return null;
  return (
    <p class="medan__baca" id={`${id}-baca`}>
      {text}
    </p>
  );
}

function Select({ id, field, describedBy }: ControlProps<SelectField>) {
  return (
    <select
      class={classNames('isian', field.short && 'isian--pendek')}
      id={id}
      name={field.name}
      aria-required={field.required ? 'true' : undefined}
      aria-invalid={field.error ? 'true' : undefined}
      aria-describedby={describedBy}
    >
      {field.placeholder !== undefined && <option value="">{field.placeholder}</option>}
      {field.choices.map(({ value, label }) => (
        <option value={value} selected={value === field.value}>
          {label}
        </option>
      ))}
    </select>
  );
}

function Choices({ id, field }: { readonly id: string; readonly field: RadiosField | ChecksField }) {
  const isChosen = (value: string) => (field.kind === 'radios' ? field.value === value : (field.values ?? []).includes(value));
  return (
    <div class="pilihan">
      {field.choices.map((choice, position) => (
        <label>
          <input
            type={field.kind === 'radios' ? 'radio' : 'checkbox'}
            id={position === 0 ? id : `${id}-${position + 1}`}
            name={field.name}
            value={choice.value}
            checked={isChosen(choice.value)}
            aria-invalid={field.error ? 'true' : undefined}
          />
          <ChoiceWords choice={choice} />
        </label>
      ))}
    </div>
  );
}

export function ChoiceWords({ choice }: { readonly choice: Choice }) {
  return (
    <>
      <span class="pilihan__teks">
        <b>{choice.label}</b>
        {choice.detail && <span>{choice.detail}</span>}
      </span>
      {(choice.points !== undefined || choice.shortcut) && (
        <span class="pilihan__poin">
          {choice.points}
          {choice.pointsNote && <small>{choice.pointsNote}</small>}
          {choice.shortcut && (
            <span class="kbd" aria-hidden="true">
              {choice.shortcut}
            </span>
          )}
        </span>
      )}
    </>
  );
}

function Checkbox({ id, field, describedBy }: ControlProps<CheckboxField>) {
  return (
    <label class="centang">
      <input
        type="checkbox"
        id={id}
        name={field.name}
        value={field.value ?? 'ya'}
        checked={field.checked}
        aria-required={field.required ? 'true' : undefined}
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={describedBy}
      />
      <span>{field.label}</span>
    </label>
  );
}
