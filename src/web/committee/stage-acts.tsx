// Opening a stage before its time, and what every form of a stage's time says and asks.

import { hasAnyOpened, type Stage } from '../../domain/edition/stage.ts';
import { unfinishedBefore } from '../../domain/edition/window.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { moveSureText, windowWarnings } from '../../texts/id/edition.ts';
import { openLocks, stageTexts } from '../../texts/id/edition-editor.ts';
import { formatDateTime, zoneOf } from '../../texts/id/format.ts';
import { errorOf, problemsOf } from '../answer.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { Sure } from '../sure.tsx';
import { Button } from '../ui/button.tsx';
import type { Problem } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { ReasonField } from './edition-fields.tsx';
import type { EditionView } from './edition-view.ts';

export const OPEN_REASON = 'alasan-buka';
export const OPEN_SURE = 'pasti-buka';

interface OpenProps {
  readonly c: Ctx;
  readonly view: EditionView;
  readonly stage: Stage;
  readonly refusal: Refusal | null;
  readonly reason: string;
}

export function OpenNow({ c, view, stage, refusal, reason }: OpenProps) {
  const now = c.var.platform.now();
  const zone = zoneOf(c.var.region.zone);
  const left = unfinishedBefore(stage, view.stages, now);
  const approval = stage.kind === 'registration' ? view.stages.find(({ kind, opensAt }) => kind === 'approval' && opensAt > now) : undefined;
  return (
    <section class="tumpuk" aria-labelledby="buka">
      <h2 id="buka">{stageTexts.openNowTitle}</h2>
      <Form action={paths.stage(view.edition.year, stage.stageId)} csrf={signedIn(c).csrf}>
        {left.length > 0 && (
          <Notice kind="awas" title={stageTexts.unfinished} level={3}>
            {left.map(({ stageId, name, opensAt, closesAt }) => (
              <p key={stageId}>
                {opensAt > now ? stageTexts.notBegun(name, formatDateTime(opensAt, zone)) : stageTexts.stillRuns(name, formatDateTime(closesAt, zone))}
              </p>
            ))}
          </Notice>
        )}
        {approval !== undefined && (
          <Notice kind="info">
            <p>{stageTexts.approvalLater(approval.name, formatDateTime(approval.opensAt, zone))}</p>
          </Notice>
        )}
        <Field
          name={OPEN_REASON}
          label={stageTexts.openReason}
          hint={hasAnyOpened(view.stages, now) ? stageTexts.openNowReasonHint : stageTexts.openFirstReasonHint}
          optional
          value={reason}
          maxLength={1000}
          error={errorOf(refusal, OPEN_REASON)}
        />
        <Sure id={OPEN_SURE} label={stageTexts.openSure(stage.name, openLocks[stage.kind] ?? '')} refusal={refusal} />
        <p>
          <Button name="act" value="now">
            {stageTexts.openNow}
          </Button>
        </p>
      </Form>
    </section>
  );
}

/** What stands on top of a refused form of times: the doubts themselves where it has any, each leading to the tick below. */
export function windowProblems(refusal: Refusal): readonly Problem[] {
  return refusal.code === 'window.unsure' ? windowWarnings(refusal.facts).map((text) => ({ field: 'pasti', text })) : problemsOf(refusal);
}

/** What about the windows needs a second look, and the tick that it is meant. */
export function Doubts({ refusal, canCarry = false }: { readonly refusal: Refusal; readonly canCarry?: boolean }) {
  return (
    <>
      <Notice kind="awas" title={stageTexts.lookAgain} level={3}>
        {windowWarnings(refusal.facts).map((words) => (
          <p key={words}>{words}</p>
        ))}
        {canCarry && (
          <>
            <p>
              <Button name="act" value="carry">
                {stageTexts.carry}
              </Button>
            </p>
            <p class="kecil">{stageTexts.carryHint}</p>
          </>
        )}
      </Notice>
      <Sure label={moveSureText} refusal={refusal} />
    </>
  );
}

/** The reason as typed; while no stage has opened a plan needs none. */
export function plannedReason(c: Ctx, { stages }: EditionView, typed: string): string {
  return typed.trim() === '' && !hasAnyOpened(stages, c.var.platform.now()) ? stageTexts.planned : typed;
}

/** Why windows move: told in public, and owed, once a stage has opened. */
export function WindowReason({
  c,
  view,
  reason,
  refusal,
}: {
  readonly c: Ctx;
  readonly view: EditionView;
  readonly reason: string;
  readonly refusal: Refusal | null;
}) {
  const isPlan = !hasAnyOpened(view.stages, c.var.platform.now());
  return <ReasonField reason={reason} refusal={refusal} optional={isPlan} {...(isPlan ? {} : { hint: stageTexts.windowReasonHint })} />;
}
