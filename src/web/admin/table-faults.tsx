// The cells that stand in the way of an import, by sheet and address.

import type { ComponentChildren } from 'preact';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { type CellFault, columnAt } from '../../domain/shared/table.ts';
import { formatWhole } from '../../texts/id/format.ts';
import { say } from '../../texts/id/say.ts';
import { Table } from '../ui/table.tsx';

const MOST_SHOWN = 100;

interface TableFaultsProps {
  readonly faults: readonly CellFault[];
  /** The row of headings, as written, where the table has one. */
  readonly headings?: readonly string[];
  /** For cells that may be meant as they are. */
  readonly areDoubts?: boolean;
  /** Where a doubt can be settled, if elsewhere. */
  readonly settle?: (fault: Refusal) => ComponentChildren;
}

/** A pasted table has no sheet to name. */
export function TableFaults({ faults, headings, areDoubts, settle }: TableFaultsProps) {
  const todo = areDoubts ? 'Yang perlu diperiksa' : 'Yang perlu diperbaiki';
  const hasSheet = faults.some(({ sheet }) => sheet !== '');
  return (
    <Table
      label={todo.replace('Yang', 'Sel yang')}
      caption={faults.length > MOST_SHOWN ? `${MOST_SHOWN} yang pertama dari ${formatWhole(faults.length)}` : undefined}
      columns={[
        ...(hasSheet ? [{ key: 'sheet', label: 'Lembar' }] : []),
        { key: 'cell', label: 'Sel', heading: true },
        ...(headings === undefined ? [] : [{ key: 'column', label: 'Kolom' }]),
        { key: 'what', label: todo },
      ]}
      rows={faults.slice(0, MOST_SHOWN).map(({ sheet, cell, fault }) => ({
        cells: {
          sheet,
          cell,
          column: headings?.[columnAt(cell)],
          what: told(say(fault), settle?.(fault)),
        },
      }))}
    />
  );
}

/** One sentence with its link, also where a phone lays the parts of a cell side by side. */
function told(words: string, elsewhere: ComponentChildren): ComponentChildren {
  if (!elsewhere) return words;
  return (
    <span>
      {words} {elsewhere}
    </span>
  );
}
