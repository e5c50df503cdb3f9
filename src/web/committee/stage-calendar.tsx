// The stages of an edition as rows with a bar each, so that overlaps and gaps are seen.

import { phaseOf, type Stage } from '../../domain/edition/stage.ts';
import { type Instant, millisecondsBetween } from '../../domain/shared/time.ts';
import { phaseWords } from '../../texts/id/edition.ts';
import { overviewTexts } from '../../texts/id/edition-editor.ts';
import { formatDateTime, type Zone } from '../../texts/id/format.ts';
import { Table } from '../ui/table.tsx';

interface Props {
  readonly stages: readonly Stage[];
  readonly now: Instant;
  readonly zone: Zone;
  /** Where a stage is set; null for whoever only reads. */
  readonly hrefOf: (stage: Stage) => string | null;
}

export function StageCalendar({ stages, now, zone, hrefOf }: Props) {
  const from = stages.map(({ opensAt }) => opensAt).toSorted()[0] ?? now;
  const until =
    stages
      .map(({ closesAt }) => closesAt)
      .toSorted()
      .at(-1) ?? now;
  return (
    <Table
      label={overviewTexts.calendar}
      columns={[
        { key: 'name', label: overviewTexts.stage, heading: true },
        { key: 'bar', label: overviewTexts.bar },
        { key: 'opens', label: overviewTexts.opens },
        { key: 'closes', label: overviewTexts.closes },
        { key: 'phase', label: overviewTexts.phase },
      ]}
      rows={stages.map((stage) => {
        const href = hrefOf(stage);
        return {
          id: stage.kind,
          cells: {
            name: href === null ? stage.name : <a href={href}>{stage.name}</a>,
            bar: <Bar stage={stage} from={from} until={until} isOpen={phaseOf(stage, now) === 'open'} />,
            opens: formatDateTime(stage.opensAt, zone),
            closes: formatDateTime(stage.closesAt, zone),
            phase: phaseWords[phaseOf(stage, now)],
          },
        };
      })}
    />
  );
}

interface BarProps {
  readonly stage: Stage;
  readonly from: Instant;
  readonly until: Instant;
  readonly isOpen: boolean;
}

/** The window's place in the whole run, in hundredths; the inner length is of what lies behind its start. */
function Bar({ stage, from, until, isOpen }: BarProps) {
  const whole = Math.max(1, millisecondsBetween(from, until));
  const start = Math.min(98, Math.round((100 * millisecondsBetween(from, stage.opensAt)) / whole));
  const length = Math.round((100 * millisecondsBetween(stage.opensAt, stage.closesAt)) / whole);
  const inside = Math.min(100, Math.max(2, Math.round((100 * length) / (100 - start))));
  return (
    <span class={`jalur-waktu l-${start}`} aria-hidden="true">
      <i class={isOpen ? `kini l-${inside}` : `l-${inside}`} />
    </span>
  );
}
