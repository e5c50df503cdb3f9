// The figures of a result version, for those who lead the plenary and for the leader who certifies.

import type { Finalist } from '../../domain/jury/panel.ts';
import type { ResultVersion } from '../../store/result.read.ts';
import { formatDecimal, formatScore } from '../../texts/id/format.ts';
import { BLOCKED_WORDS, plenaryTexts, stepName } from '../../texts/id/result.ts';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';

interface ResultTablesProps {
  readonly result: ResultVersion;
  readonly finalists: readonly Finalist[];
  /** Without the totals of single jurors. */
  readonly summary?: boolean;
  /** Stands below the heading of one category among several. */
  readonly of?: string;
}

export function ResultTables({ result, finalists, summary, of }: ResultTablesProps) {
  const { body, inputs } = result;
  const names = new Map(finalists.map((finalist) => [finalist.registrationNumber, finalist]));
  const entries = [...body.entries].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  const { decimals, deskShare, juryShare } = body.formula;
  const shared = new Set(entries.filter((one, at) => entries[at - 1]?.rank === one.rank || entries[at + 1]?.rank === one.rank).map((one) => one.id));
  const [id, Heading] = of === undefined ? (['rekap', 'h2'] as const) : ([`rekap-${of}`, 'h4'] as const);
  const columns = [
    { key: 'rank', label: '#', numeric: true, strong: true },
    { key: 'name', label: 'Usulan', heading: true },
    { key: 'jury', label: `Juri (${formatDecimal(juryShare)})`, numeric: true },
    { key: 'desk', label: `Meja (${formatDecimal(deskShare)})`, numeric: true },
    { key: 'final', label: 'Akhir', numeric: true, strong: true, last: true },
  ];
  const rows = entries.map((entry) => ({
    cells: {
      rank: entry.rank,
      name: (
        <>
          {names.get(entry.id)?.name ?? entry.id}
          <small>
            {entry.sheets} juri{shared.has(entry.id) ? ' · seri' : ''}
            {entry.decidedBy ? ` · diputus: ${stepName(entry.decidedBy, inputs.rubric.criteria).toLowerCase()}` : ''}
          </small>
        </>
      ),
      jury: formatScore(entry.jury.rounded, decimals),
      desk: entry.desk === null ? '–' : formatScore(entry.desk.rounded, decimals),
      final: formatScore(entry.final.rounded, decimals),
    },
  }));
  return (
    <section class="tumpuk" aria-labelledby={id}>
      <Heading id={id}>Rekap</Heading>
      <Table label="Rekap nilai" columns={columns} rows={rows} ranked />
      {entries.some((entry) => entry.rounding) && <p class="redup">{plenaryTexts.rounding}</p>}
      {body.blocked.map((blocked) => (
        <Notice key={blocked.id} kind="awas">{`${names.get(blocked.id)?.name ?? blocked.id} tidak diperingkat. ${BLOCKED_WORDS[blocked.reason] ?? ''}`}</Notice>
      ))}
      {!summary && <JurorTotals result={result} names={names} />}
    </section>
  );
}

function JurorTotals({ result, names }: { readonly result: ResultVersion; readonly names: ReadonlyMap<string, Finalist> }) {
  const { body } = result;
  const codes = [...new Set([...body.entries, ...body.blocked].flatMap((entry) => entry.totals.map((total) => total.juror)))].sort();
  const columns = [{ key: 'name', label: 'Usulan', heading: true }, ...codes.map((code) => ({ key: code, label: code, numeric: true }))];
  const rows = body.entries.map((entry) => ({
    cells: {
      name: names.get(entry.id)?.name ?? entry.id,
      ...Object.fromEntries(codes.map((code) => [code, formatTotal(entry.totals.find((total) => total.juror === code)?.total.rounded, body.formula.decimals)])),
    },
  }));
  return (
    <details class="rinci">
      <summary>Per juri</summary>
      <Table label="Nilai lembar per juri" columns={columns} rows={rows} keepsShape dense />
    </details>
  );
}

function formatTotal(rounded: string | undefined, decimals: number): string {
  return rounded === undefined ? '–' : formatScore(rounded, decimals);
}
