import type { ComponentChildren } from 'preact';

interface FormProps {
  readonly action: string;
  readonly csrf?: string;
  /** Values that travel unseen: the id of what is made, the revision that was read. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly upload?: boolean;
  readonly id?: string;
  readonly inline?: boolean;
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** A form that changes something. The server checks; the browser does not stop anybody. */
export function Form({ action, csrf, hidden = {}, upload, id, inline, label, children }: FormProps) {
  return (
    <form
      method="post"
      action={action}
      id={id}
      aria-label={label}
      enctype={upload ? 'multipart/form-data' : undefined}
      class={inline ? 'sebaris' : 'tumpuk ruang-5'}
      noValidate
    >
      {csrf && <input type="hidden" name="csrf" value={csrf} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
