import type { ComponentChildren } from 'preact';
import type { TimePart } from '../../texts/id/format.ts';
import { uiTexts } from '../../texts/id/ui.ts';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export type StageState = 'sudah' | 'kini' | 'nanti';

export interface StageGroup {
  readonly name: string;
  readonly state: StageState;
  /** A line each. */
  readonly when?: readonly string[];
}

/** The thread of the competition: sewn where it is done, a broken line where it is still to come. */
export function StageLine({ stages }: { readonly stages: readonly StageGroup[] }) {
  return (
    <div class="tahap-kotak">
      <ol class="tahap">
        {stages.map(({ name, state, when }) => (
          <li key={name} class={state} aria-current={state === 'kini' ? 'step' : undefined}>
            <span class="tahap__titik">{state === 'sudah' && <Icon name="cek" />}</span>
            <b>{name}</b>
            {when?.map((line) => (
              <small key={line}>{line}</small>
            ))}
          </li>
        ))}
      </ol>
    </div>
  );
}

interface CountdownProps {
  readonly parts: readonly TimePart[];
  readonly urgent?: boolean;
  readonly small?: boolean;
  /** Moment it runs to, for the script that keeps it fresh. */
  readonly until?: string;
}

/** What is left, as one sentence in the server's time. Nothing when the moment has passed. */
export function Countdown({ parts, urgent, small, until }: CountdownProps) {
  if (parts.length === 0) return null;
  return (
    <p class={classNames('hitung', small && 'hitung--kecil', urgent && 'hitung--genting')} data-sampai={until}>
      {parts.map(({ count, unit }) => (
        <>
          <b>{count}</b> {unit}{' '}
        </>
      ))}
      lagi
    </p>
  );
}

/** `Langkah 3 dari 5`, with the marks beside the words. */
export function Steps({ current, total }: { readonly current: number; readonly total: number }) {
  const marks = Array.from({ length: total }, (_, position) => position + 1);
  return (
    <p class="langkah">
      <i aria-hidden="true">
        {marks.map((mark) => (
          <span key={mark} class={mark < current ? 'a' : mark === current ? 'k' : undefined} />
        ))}
      </i>
      {uiTexts.step(current, total)}
    </p>
  );
}

export interface TimelineEvent {
  readonly title: ComponentChildren;
  readonly when?: string;
  readonly detail?: ComponentChildren;
  readonly current?: boolean;
}

export function Timeline({ events }: { readonly events: readonly TimelineEvent[] }) {
  return (
    <ol class="linimasa">
      {events.map(({ title, when, detail, current }) => (
        <li class={current ? 'kini' : undefined} aria-current={current ? 'step' : undefined}>
          {current ? <strong>{title}</strong> : title}
          {when && <span class="kapan">{when}</span>}
          {detail && <div class="kecil redup">{detail}</div>}
        </li>
      ))}
    </ol>
  );
}
