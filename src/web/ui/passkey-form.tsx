import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';

interface PasskeyFormProps {
  readonly action: string;
  readonly csrf?: string | undefined;
  readonly hidden?: Readonly<Record<string, string>>;
  /** What the browser is asked, as JSON. */
  readonly options: string;
  readonly label: string;
  readonly kind?: 'utama' | 'biasa';
  readonly children?: ComponentChildren;
}

/** A form that a script answers; until the script has looked at the browser it is not shown. Its page names the island `passkey`. */
export function PasskeyForm({ action, csrf, hidden = {}, options, label, kind = 'biasa', children }: PasskeyFormProps) {
  return (
    <form method="post" action={action} class="tumpuk ruang-5" data-kunci={options} hidden noValidate>
      {csrf && <input type="hidden" name="csrf" value={csrf} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="jawaban" value="" />
      {children}
      <Button kind={kind} icon="gembok">
        {label}
      </Button>
      <p role="status" />
    </form>
  );
}
