import type { ComponentChildren } from 'preact';
import { Button, ButtonLink } from './button.tsx';
import { classNames } from './class-names.ts';
import { DefinitionList, type DefinitionRow } from './definition-list.tsx';
import { Form } from './form.tsx';
import { Timeline, type TimelineEvent } from './progress.tsx';
import { Tampuk } from './seal.tsx';

interface CardProps {
  readonly title?: string;
  readonly id?: string;
  /** `kain`: warm ground, for help. `garis`: green edge, for what explains a figure. */
  readonly kind?: 'kain' | 'garis';
  readonly children: ComponentChildren;
}

/** Something apart from the flow: help, a next step, an explanation. */
export function Card({ title, id, kind, children }: CardProps) {
  return (
    <section class={classNames('kartu', kind && `kartu--${kind}`)} aria-labelledby={title ? id : undefined}>
      {title && <h2 id={id}>{title}</h2>}
      {children}
    </section>
  );
}

interface ConfirmProps {
  readonly title: string;
  readonly action: string;
  readonly csrf: string;
  readonly hidden?: Readonly<Record<string, string>>;
  /** Verb and noun: what will happen. */
  readonly confirmLabel: string;
  readonly danger?: boolean;
  readonly cancel: { readonly href: string; readonly label: string };
  /** The effect before the act, and fields such as a reason. */
  readonly children?: ComponentChildren;
}

/** Asks once more before an act that many will notice. */
export function Confirm({ title, action, csrf, hidden, confirmLabel, danger, cancel, children }: ConfirmProps) {
  return (
    <section class="dialog" aria-labelledby="pastikan">
      <h2 id="pastikan">{title}</h2>
      <Form action={action} csrf={csrf} hidden={hidden}>
        {children}
        <div class="dialog__aksi">
          <Button kind={danger ? 'bahaya-isi' : 'utama'}>{confirmLabel}</Button>
          <ButtonLink kind="netral" href={cancel.href}>
            {cancel.label}
          </ButtonLink>
        </div>
      </Form>
    </section>
  );
}

interface ReceiptProps {
  readonly title: string;
  /** The number to keep and to read out. */
  readonly number: string;
  readonly at: string;
  readonly rows?: readonly DefinitionRow[];
  readonly next?: { readonly title: string; readonly events: readonly TimelineEvent[] };
  readonly actions?: ComponentChildren;
}

/** Proof that the server has it: number, time, and what happens now. */
export function Receipt({ title, number, at, rows, next, actions }: ReceiptProps) {
  return (
    <article class="kuitansi">
      <header class="kuitansi__kepala">
        <Tampuk checked />
        <div>
          <h1>{title}</h1>
          <p class="kuitansi__nomor">{number}</p>
          <p>{at}</p>
        </div>
      </header>
      {rows && <DefinitionList rows={rows} />}
      {next && (
        <section class="mc">
          <h2>{next.title}</h2>
          <div class="mb">
            <Timeline events={next.events} />
          </div>
        </section>
      )}
      {actions && <p class="baris mc jangan-cetak">{actions}</p>}
    </article>
  );
}

/** The one thing to do, at the thumb; it replaces the navigation at the bottom of a phone. */
export function StickyBar({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <section class="bilah" aria-label={label}>
      <div class="wadah bilah__isi">{children}</div>
    </section>
  );
}

interface EmptyStateProps {
  readonly title: string;
  readonly level?: 2 | 3;
  readonly children?: ComponentChildren;
  readonly action?: ComponentChildren;
}

/** Nothing here yet, and what brings something here. */
export function EmptyState({ title, level = 2, children, action }: EmptyStateProps) {
  const Title = level === 3 ? 'h3' : 'h2';
  return (
    <div class="kosong">
      <Tampuk />
      <Title>{title}</Title>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {action}
    </div>
  );
}

interface TraceProps {
  readonly summary: string;
  readonly lines: readonly { readonly label: string; readonly formula: string; readonly result?: string }[];
  readonly note?: string;
  readonly open?: boolean;
}

/** Where a figure comes from: each step with its real numbers. */
export function Trace({ summary, lines, note, open }: TraceProps) {
  return (
    <details class="rinci" open={open}>
      <summary>{summary}</summary>
      <dl class="jejak-hitung">
        {lines.map(({ label, formula, result }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {formula}
              {result && <b> = {result}</b>}
            </dd>
          </div>
        ))}
      </dl>
      {note && <p class="kecil redup">{note}</p>}
    </details>
  );
}

/** More words for those who want them. */
export function Details({ summary, children, open }: { readonly summary: string; readonly children: ComponentChildren; readonly open?: boolean }) {
  return (
    <details class="rinci" open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}

interface DoorProps {
  /** What stands on the cloth beside the form on wide screens: where the competition is now. */
  readonly motto: string;
  readonly note?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The way in: a form, and on wide screens the dyed cloth beside it. For pages with the layout `penuh`. */
export function Door({ motto, note, children }: DoorProps) {
  return (
    <div class="pintu">
      <div class="pintu__kain">
        <Tampuk />
        <p class="pintu__semboyan">{motto}</p>
        {note && <div>{note}</div>}
      </div>
      <div class="pintu__isi">{children}</div>
    </div>
  );
}
