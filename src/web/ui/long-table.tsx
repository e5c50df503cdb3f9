import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { html, type Markup } from './html-text.ts';

export interface LongColumn<Row> {
  readonly key: string;
  readonly label: ComponentChildren;
  /** Name of the value on a phone, where the head is gone. */
  readonly phoneLabel?: string;
  readonly numeric?: boolean;
  /** Names the row. One column has it. */
  readonly heading?: boolean;
  readonly hiddenOnPhone?: boolean;
  /** Stays in one line. */
  readonly whole?: boolean;
  readonly cell: (row: Row, at: number) => Markup | string | number;
}

interface LongTableProps<Row> {
  readonly label: string;
  readonly columns: readonly LongColumn<Row>[];
  readonly rows: readonly Row[];
}

/** A table of up to thousands of rows; on a phone each row becomes named pairs. */
export function LongTable<Row>({ label, columns, rows }: LongTableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reachable by keyboard.
    <section class="gulir" aria-label={label} tabIndex={0}>
      <table class="tabel tabel--rapat tabel--kartu tabel--panjang">
        <thead>
          <tr>
            {columns.map(({ key, label: head, numeric, heading }) => (
              <th key={key} scope="col" class={classNames(numeric && 'n', heading && 'lekat-kiri') || undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody dangerouslySetInnerHTML={bodyOf(columns, rows)} />
      </table>
    </section>
  );
}

function bodyOf<Row>(columns: readonly LongColumn<Row>[], rows: readonly Row[]): Markup {
  const frames = columns.map(frameOf);
  return html`${rows.map((row, at) => html`<tr>${columns.map((column, place) => html`${frames[place]!.open}${column.cell(row, at)}${frames[place]!.close}`)}</tr>`)}`;
}

function frameOf<Row>({ numeric, heading, hiddenOnPhone, whole, phoneLabel }: LongColumn<Row>): { readonly open: Markup; readonly close: Markup } {
  if (heading) return { open: html`<th scope="row" class="lekat-kiri">`, close: html`</th>` };
  const look = classNames(numeric && 'n', hiddenOnPhone && 'sembunyi', whole && 'jangan-patah');
  const open = html`<td${look !== '' && html` class="${look}"`}${phoneLabel !== undefined && html` data-label="${phoneLabel}"`}>`;
  return { open, close: html`</td>` };
}
