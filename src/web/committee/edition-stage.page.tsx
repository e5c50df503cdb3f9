import { moveStage } from '../../actions/edition/move-stage.ts';
import { perform } from '../../actions/perform.ts';
import { phaseOf, type Stage } from '../../domain/edition/stage.ts';
import { fault, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { findStages } from '../../store/edition.read.ts';
import { moveSureText, phaseWords, windowWarnings } from '../../texts/id/edition.ts';
import { formatDateTime, zoneOf } from '../../texts/id/format.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { fromLocalField, toLocalField } from '../local-time.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { notSure, Sure } from '../sure.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { findLiveEdition } from './edition-view.ts';

interface Found {
  readonly year: number;
  readonly stage: Stage;
}

interface Typed {
  readonly opens: string;
  readonly closes: string;
  readonly reason: string;
}

export async function showStage(c: Ctx): Promise<Response> {
  const found = await findStage(c);
  return found === null ? notFound(c) : draw(c, found, null, typedOf(c, found.stage));
}

/** Opens now, moves ahead or extends: whatever the two times say. */
export async function moveStageHere(c: Ctx): Promise<Response> {
  const found = await findStage(c);
  if (found === null) return notFound(c);
  const form = await readForm(c);
  const { stage, year } = found;
  const shown = typedOf(c, stage);
  const typed = { opens: form.has('opens') ? form.text('opens') : shown.opens, closes: form.text('closes'), reason: form.text('reason') };
  const isNow = form.text('act') === 'now';
  if (isNow && phaseOf(stage, c.var.platform.now()) !== 'ahead') return seeOther(c, paths.edition(year), null);
  const opensAt = isNow ? c.var.platform.now() : momentOf(c, typed.opens, shown.opens, stage.opensAt);
  const closesAt = momentOf(c, typed.closes, shown.closes, stage.closesAt);
  if (opensAt === null || closesAt === null) {
    const unreadable = fault('window.unreadable');
    return draw(c, found, refuse('window.unreadable', {}, { [opensAt === null ? 'opens' : 'closes']: unreadable }).refusal, typed);
  }
  const input = { changeId: c.var.platform.newId(), stageId: stage.stageId, opensAt, closesAt, reason: typed.reason, isSure: notSure(form) === null };
  const outcome = await perform(c.var.platform, who(c), (act) => moveStage(act, input));
  return outcome.ok ? seeOther(c, paths.edition(year), ['window', stage.name]) : draw(c, found, outcome.refusal, typed);
}

/** A field left as it was keeps its instant to the millisecond. */
function momentOf(c: Ctx, typed: string, shown: string, kept: string): string | null {
  return typed === shown ? kept : fromLocalField(typed, zoneOf(c.var.region.zone));
}

function typedOf(c: Ctx, stage: Stage): Typed {
  const zone = zoneOf(c.var.region.zone);
  return { opens: toLocalField(stage.opensAt, zone), closes: toLocalField(stage.closesAt, zone), reason: '' };
}

async function findStage(c: Ctx): Promise<Found | null> {
  const edition = await findLiveEdition(c);
  if (edition === null) return null;
  const stages = await findStages(c.var.platform.db, c.var.region.regionId, edition.editionId);
  const stage = stages.find((one) => one.stageId === c.req.param('stage'));
  return stage === undefined ? null : { year: edition.year, stage };
}

const FIELD_OF: Readonly<Record<string, string>> = {
  'window.needs-reason': 'reason',
  'window.backwards': 'closes',
  'window.in-the-past': 'closes',
  'window.already-open': 'opens',
};

/** The refusal with its field named. */
function atField(refusal: Refusal | null): Refusal | null {
  const field = refusal === null ? undefined : FIELD_OF[refusal.code];
  return refusal === null || field === undefined ? refusal : { ...refusal, fields: { [field]: fault(refusal.code, refusal.facts) } };
}

function draw(c: Ctx, { stage, year }: Found, given: Refusal | null, typed: Typed): Response {
  const zone = zoneOf(c.var.region.zone);
  const phase = phaseOf(stage, c.var.platform.now());
  const refusal = atField(given);
  return page(
    c,
    {
      title: `Waktu ${stage.name}`,
      current: paths.edition(year),
      year,
      back: { href: paths.edition(year), label: `Edisi ${year}` },
      error: refusal !== null,
    },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>Waktu {stage.name}</h1>
      <p class="utama">
        {phaseWords[phase]}. {formatDateTime(stage.opensAt, zone)} sampai {formatDateTime(stage.closesAt, zone)}.
      </p>
      <Form action={paths.stage(year, stage.stageId)} csrf={signedIn(c).csrf}>
        {phase === 'ahead' && (
          <Field name="opens" kind="datetime-local" label={`Dibuka (${zone.word})`} value={typed.opens} error={errorOf(refusal, 'opens')} />
        )}
        <Field
          name="closes"
          kind="datetime-local"
          label={`Ditutup (${zone.word})`}
          hint="Pas pada waktu ini kiriman tidak diterima lagi."
          value={typed.closes}
          error={errorOf(refusal, 'closes')}
        />
        <Field
          name="reason"
          kind="textarea"
          rows={3}
          label="Alasan"
          hint="Tampil di beranda dan jadwal bersama waktu semula."
          value={typed.reason}
          maxLength={1000}
          error={errorOf(refusal, 'reason')}
        />
        {refusal?.code === 'window.unsure' && (
          <>
            <Notice kind="awas" title="Periksa dulu">
              {windowWarnings(refusal.facts).map((words) => (
                <p key={words}>{words}</p>
              ))}
            </Notice>
            <Sure label={moveSureText} refusal={refusal} />
          </>
        )}
        <p class="baris">
          <Button kind="utama" name="act" value="move">
            Simpan waktu
          </Button>
          {phase === 'ahead' && (
            <Button kind="netral" name="act" value="now">
              Buka tahap sekarang
            </Button>
          )}
        </p>
      </Form>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
