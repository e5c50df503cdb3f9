// The cells that stand in the way of an import, by sheet and address.

import type { CellFault } from '../../domain/shared/table.ts';
import { formatWhole } from '../../texts/id/format.ts';
import { say } from '../../texts/id/say.ts';
import { Table } from '../ui/table.tsx';

const MOST_SHOWN = 100;

export function TableFaults({ faults }: { readonly faults: readonly CellFault[] }) {
  return (
    <Table
      label="Sel yang perlu diperbaiki"
      caption={faults.length > MOST_SHOWN ? `${MOST_SHOWN} yang pertama dari ${formatWhole(faults.length)}` : undefined}
      columns={[
        { key: 'sheet', label: 'Lembar' },
        { key: 'cell', label: 'Sel', heading: true },
        { key: 'what', label: 'Yang perlu diperbaiki' },
      ]}
      rows={faults.slice(0, MOST_SHOWN).map(({ sheet, cell, fault }) => ({ cells: { sheet, cell, what: say(fault) } }))}
    />
  );
}
