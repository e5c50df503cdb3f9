import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';

export interface Column {
  readonly key: string;
  readonly label: ComponentChildren;
  /** Name of the value on a phone, where the head is gone; a text label serves by itself. */
  readonly phoneLabel?: string;
  readonly numeric?: boolean;
  /** Names the row. One column has it. */
  readonly heading?: boolean;
  /** The figure that decides, large. */
  readonly strong?: boolean;
  /** On a phone, at the right of the row's name. */
  readonly last?: boolean;
  readonly hiddenOnPhone?: boolean;
}

export interface Row {
  readonly id?: string;
  readonly cells: Readonly<Record<string, ComponentChildren>>;
  readonly tone?: 'juara' | 'terpilih';
}

export interface TableProps {
  readonly label: string;
  readonly caption?: ComponentChildren;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly dense?: boolean;
  /** Keeps the table shape on phones and scrolls sideways; otherwise rows become named pairs. */
  readonly keepsShape?: boolean;
  /** A ranking: on a phone the place and the deciding figure stand beside the name. */
  readonly ranked?: boolean;
  readonly foot?: ComponentChildren;
  /** Long column names break into lines, so that many columns fit beside each other. */
  readonly wrapsHead?: boolean;
}

export function Table(props: TableProps) {
  const { columns, rows, dense, keepsShape, ranked, wrapsHead } = props;
  const shape = classNames(
    'tabel',
    dense && 'tabel--rapat',
    wrapsHead && 'tabel--lipat',
    !keepsShape && 'tabel--kartu',
    !keepsShape && ranked && 'tabel--urut',
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reachable by keyboard.
    <section class="gulir" aria-label={props.label} tabIndex={0}>
      <table class={shape}>
        {props.caption && <caption>{props.caption}</caption>}
        <thead>
          <tr>
            {columns.map(({ key, label, numeric, heading }) => (
              <th key={key} scope="col" class={classNames(numeric && 'n', heading && 'lekat-kiri') || undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells, tone }) => (
            <tr id={id} class={tone}>
              {columns.map((column) => (
                <Cell key={column.key} column={column}>
                  {cells[column.key]}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
        {props.foot && <tfoot>{props.foot}</tfoot>}
      </table>
    </section>
  );
}

function Cell({ column, children }: { readonly column: Column; readonly children: ComponentChildren }) {
  if (column.heading) {
    return (
      <th scope="row" class="lekat-kiri">
        {children}
      </th>
    );
  }
  const look = classNames(column.numeric && 'n', column.strong && 'besar', column.last && 'akhir', column.hiddenOnPhone && 'sembunyi');
  const label = column.phoneLabel ?? (typeof column.label === 'string' && !column.strong ? column.label : undefined);
  return (
    <td class={look || undefined} data-label={label}>
      {children}
    </td>
  );
}
