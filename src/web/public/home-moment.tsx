// Where an edition stands: what runs and until when, its line of stages, what was moved.

import type { Stage } from '../../domain/edition/stage.ts';
import { type Moment, movesInForce } from '../../domain/edition/timeline.ts';
import type { StageChange } from '../../store/edition.read.ts';
import { groupLines, moveSentence, turnOf } from '../../texts/id/edition.ts';
import { remainingParts, type Zone } from '../../texts/id/format.ts';
import { helpTexts, homeTexts } from '../../texts/id/public-pages.ts';
import { Countdown, StageLine } from '../ui/progress.tsx';

interface TurnProps {
  readonly moment: Moment;
  readonly venue: string;
  readonly now: string;
  /** Whether the time that is left is counted. */
  readonly counts: boolean;
}

/** When the stage ends or begins, named; the venue stands by itself, for only the presentation happens there. */
export function Turn({ moment, venue, now, counts }: TurnProps) {
  const { stage, isOpen } = moment;
  if (stage === null) return <p class="utama baca">Seluruh tahap selesai. Terima kasih kepada semua peserta.</p>;
  const { what, when } = turnOf(stage, isOpen);
  return (
    <>
      <p class="utama baca">
        {what} <strong>{when}</strong>.
      </p>
      {counts && <Countdown parts={remainingParts(now, isOpen ? stage.closesAt : stage.opensAt)} />}
      {moment.besides.map((other) => (
        <p key={other.stageId}>{homeTexts.besides(other)}</p>
      ))}
      {stage.kind === 'presentation' && venue !== '' && <p>Tempat presentasi: {venue}.</p>}
      {stage.kind === 'objection' && isOpen && <p class="baca">{helpTexts.objectionHow}</p>}
    </>
  );
}

const WORDS = { done: 'sudah', now: 'kini', ahead: 'nanti' } as const;

export function MomentLine({ moment, zone }: { readonly moment: Moment; readonly zone: Zone }) {
  return <StageLine stages={moment.groups.map((group) => ({ name: group.name, state: WORDS[group.state], when: groupLines(group, zone) }))} />;
}

/** The moved windows that still hold, each with its reason. */
export function Changes({ changes, stages, now }: { readonly changes: readonly StageChange[]; readonly stages: readonly Stage[]; readonly now: string }) {
  const inForce = movesInForce(changes, stages, now);
  if (inForce.length === 0) return null;
  return (
    <ul class="tumpuk kecil redup">
      {inForce.map((change) => (
        <li key={`${change.stageId} ${change.changedAt}`}>{moveSentence(change.stageName, change.ends, change.reason)}</li>
      ))}
    </ul>
  );
}
