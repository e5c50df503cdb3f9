// Which stages run now and what comes next, each with the way to it: what every room of the committee says on top.

import { phaseOf, requireOpen, type Stage, type StageKind } from '../../domain/edition/stage.ts';
import { stagesAhead } from '../../domain/edition/timeline.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { stageLineTexts } from '../../texts/id/board.ts';
import { formatDateTime, zoneOf } from '../../texts/id/format.ts';
import { say } from '../../texts/id/say.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';

interface StageLineProps {
  readonly c: Ctx;
  readonly year: number;
  readonly stages: readonly Stage[];
}

export function StageLine({ c, year, stages }: StageLineProps) {
  const now = c.var.platform.now();
  const zone = zoneOf(c.var.region.zone);
  const open = stages.filter((stage) => phaseOf(stage, now) === 'open');
  const { next } = stagesAhead(stages, now);
  return (
    <p class="redup">
      {open.length === 0 ? stageLineTexts.none : stageLineTexts.open}
      {open.map((stage, at) => (
        <>
          {at === 0 ? ' ' : ', '}
          <StageName c={c} year={year} stage={stage} /> {stageLineTexts.until(formatDateTime(stage.closesAt, zone))}
        </>
      ))}
      {next && (
        <>
          {open.length === 0 ? ' ' : '. '}
          {stageLineTexts.next} <StageName c={c} year={year} stage={next} />, {stageLineTexts.from(formatDateTime(next.opensAt, zone))}
        </>
      )}
      .
    </p>
  );
}

function StageName({ c, year, stage }: Omit<StageLineProps, 'stages'> & { readonly stage: Stage }) {
  return signedIn(c).role === 'secretariat' ? <a href={paths.stage(year, stage.stageId)}>{stage.name}</a> : <b>{stage.name}</b>;
}

/** Why the work of a stage waits; null while it is open. */
export function waitsFor(c: Ctx, stages: readonly Stage[], kind: StageKind): Refusal | null {
  const open = requireOpen(stages, kind, c.var.platform.now());
  return open.ok ? null : open.refusal;
}

/** Stands where the work would be done: why it waits, and where the stage is opened. */
export function Waiting({
  year,
  stages,
  kind,
  why,
}: {
  readonly year: number;
  readonly stages: readonly Stage[];
  readonly kind: StageKind;
  readonly why: Refusal;
}) {
  const stage = stages.find((one) => one.kind === kind);
  return (
    <p>
      {say(why)} {stage && <a href={paths.stage(year, stage.stageId)}>{stageLineTexts.setStage(stage.name)}</a>}
    </p>
  );
}
