import { widthClass } from './class-names.ts';

export interface FunnelStep {
  readonly count: string;
  /** Part of the widest step, 0 to 1; only for drawing. */
  readonly share: number;
  readonly label: string;
  readonly last?: boolean;
}

/** How many came in and how many stayed, each step at its true length. */
export function Funnel({ steps }: { readonly steps: readonly FunnelStep[] }) {
  return (
    <ol class="corong">
      {steps.map(({ count, share, label, last }) => (
        <li key={label}>
          <b>{count}</b>
          <span>
            <i class={`${last ? 'akhir ' : ''}${widthClass(share)}`} />
            {label}
          </span>
        </li>
      ))}
    </ol>
  );
}
