// What the official rule gives without one juror, or without one criterion, as a table.

import type { CardSummary } from '../../domain/robustness/summary.ts';
import { formatList } from '../../texts/id/format.ts';
import { Table } from './table.tsx';

interface WithoutProps {
  readonly rows: CardSummary['withoutJuror'];
  readonly lead: string;
  readonly label: string;
  readonly card: CardSummary;
  readonly nameOf: (id: string) => string;
  readonly codeOf: (code: string) => string;
}

export function WithoutOne({ rows, lead, label, card, nameOf, codeOf }: WithoutProps) {
  const first = (one: WithoutProps['rows'][number]) => {
    if (one.winnerDepends === null) return 'tidak dapat diuji: juara resmi kekurangan lembar';
    const winners = formatList(one.winners.map(nameOf));
    return one.winnerDepends ? `berganti: ${winners}` : `tetap ${winners}`;
  };
  const change = (one: WithoutProps['rows'][number]) => {
    const moved = [
      one.entering.length > 0 ? `masuk ${formatList(one.entering.map(nameOf))}` : '',
      one.leaving.length > 0 ? `keluar ${formatList(one.leaving.map(nameOf))}` : '',
      one.notEstimable.length > 0 ? `tidak dapat diuji: ${formatList(one.notEstimable.map(nameOf))}` : '',
    ].filter(Boolean);
    return moved.length === 0 ? 'tetap' : moved.join('; ');
  };
  return (
    <div class="tumpuk">
      <p class="redup baca">{lead}</p>
      <Table
        label={label}
        dense
        columns={[
          { key: 'code', label: 'Tanpa', heading: true },
          { key: 'winner', label: 'Peringkat pertama' },
          { key: 'line', label: `${card.top} teratas` },
          { key: 'shift', label: 'Pindah paling jauh', numeric: true },
        ]}
        rows={rows.map((one) => ({
          cells: {
            code: codeOf(one.code),
            winner: first(one),
            line: change(one),
            shift: one.maxRankShift === null ? '–' : one.maxRankShift === 0 ? 'tidak ada' : `${one.maxRankShift} tempat`,
          },
        }))}
      />
    </div>
  );
}
