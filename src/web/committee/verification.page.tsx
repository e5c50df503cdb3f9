// One claim beside its evidence: the verifier's page. No verdict is chosen beforehand.

import { type DecidedVerdict, type VerificationProgress, verificationProgress } from '../../domain/assessment/verification.ts';
import { type Indicator, levelLabel } from '../../domain/instrument/indicator.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import { indicatorPoints } from '../../domain/instrument/points.ts';
import { isId } from '../../domain/shared/ids.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { roundHalfUp } from '../../domain/shared/rational.ts';
import {
  claimsOf,
  type FrozenIndicator,
  findBlindVerdicts,
  findReviewEntry,
  type ReviewEntry,
  standing,
  type VerdictRow,
} from '../../store/assessment-verification.read.ts';
import { VERDICT_WORDS, verificationTexts } from '../../texts/id/assessment.ts';
import { formatDateTime, formatDecimal, zoneOf } from '../../texts/id/format.ts';
import { entryStateWords } from '../../texts/id/innovation.ts';
import { indicatorName } from '../../texts/id/instrument.ts';
import { say } from '../../texts/id/say.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import type { Form as Typed } from '../form.ts';
import { instrumentHere } from '../instrument-here.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary, type Problem } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { isOwn } from './committee-view.ts';
import { EvidencePart } from './verification-evidence.tsx';
import { IndicatorList } from './verification-indicators.tsx';

export interface Review {
  readonly entry: ReviewEntry;
  readonly instrument: Instrument;
  readonly indicators: readonly Indicator[];
  readonly frozen: ReadonlyMap<string, FrozenIndicator>;
  /** The visitor's own. */
  readonly verdicts: ReadonlyMap<string, VerdictRow>;
  /** Decided by another verifier only: how stays with them, so that two verdicts are two. */
  readonly others: ReadonlySet<string>;
  readonly progress: VerificationProgress;
}

/** What the assigned, free verifier may see of an entry; null for anybody else. */
export async function reviewHere(c: Ctx): Promise<Review | null> {
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const id = c.req.param('id') ?? '';
  const { personId } = signedIn(c).actor;
  const entry = isId(id) ? await findReviewEntry(db, regionId, id, personId) : null;
  if (entry === null || entry.snapshotId === null || isOwn(c, entry)) return null;
  const { own, others } = await findBlindVerdicts(db, regionId, entry.snapshotId, personId);
  const decided = Object.fromEntries(others.map((code) => [code, { kind: 'agree', level: 0, reason: '' } as const]));
  const instrument = await instrumentHere(c, entry.instrument);
  const indicators = instrument.sid;
  const codes = indicators.map(({ code }) => code);
  return {
    entry,
    instrument,
    indicators,
    frozen: new Map((entry.body?.indicators ?? []).map((row) => [row.code, row])),
    verdicts: new Map(own.map((row) => [row.indicator, row])),
    others: new Set(others.filter((code) => own.every(({ indicator }) => indicator !== code))),
    progress: verificationProgress(codes, claimsOf(entry.body), { ...decided, ...standing(own) }),
  };
}

export async function showVerification(c: Ctx): Promise<Response> {
  if (ACTS.includes(c.req.param('code') ?? '')) return goToOpenIndicator(c);
  return drawVerification(c, null, null);
}

/** Addresses that only take posts, opened again after an error: back to where the work stands. */
const ACTS: readonly string[] = ['mulai', 'selesai'];

async function goToOpenIndicator(c: Ctx): Promise<Response> {
  const review = await reviewHere(c);
  const code = review === null ? undefined : openIndicator(review)?.code;
  return review === null || code === undefined ? notFound(c) : seeOther(c, paths.verification(review.entry.entryId, code));
}

/** The first indicator that still waits, or the first of all. */
function openIndicator({ indicators, progress }: Review): Indicator | undefined {
  const waiting = progress.missing[0] ?? progress.repairs[0];
  return indicators.find(({ code }) => code === waiting) ?? indicators[0];
}

/** What keeps the verification open, each with the way to it. */
function problemsHere(refusal: Refusal, { entry, indicators, instrument }: Review): readonly Problem[] {
  const { codes } = refusal.facts;
  if (!Array.isArray(codes)) return problemsOf(refusal);
  const open = indicators.filter(({ code }) => codes.includes(code));
  return open.map(({ code }) => ({ text: indicatorName(instrument, code), href: paths.verification(entry.entryId, code) }));
}

export async function drawVerification(c: Ctx, refusal: Refusal | null, typed: Typed | null): Promise<Response> {
  const review = await reviewHere(c);
  const asked = c.req.param('code');
  const indicator = asked === undefined && review !== null ? openIndicator(review) : review?.indicators.find(({ code }) => code === asked);
  if (review === null || indicator === undefined) return notFound(c);
  const { entry, progress } = review;
  return page(
    c,
    {
      title: `Verifikasi ${indicator.name}, ${entry.innovationName}`,
      year: entry.year,
      current: paths.verifications(entry.year),
      back: { href: paths.verifications(entry.year), label: 'Daftar verifikasi' },
      roleContext: `${progress.decided} dari ${progress.total} indikator`,
      error: refusal !== null,
    },
    <div class="tumpuk ruang-5">
      {refusal && <ErrorSummary problems={problemsHere(refusal, review)} title={refusal.facts.codes === undefined ? undefined : say(refusal)} />}
      <div>
        <h1>{entry.innovationName}</h1>
        <p class="redup">
          {entry.agencyName} · {entry.registrationNumber} · {entryStateWords[entry.state]} · {progress.decided} dari {progress.total} indikator selesai
        </p>
        <p class="ponsel-saja">
          <a href="#indikator">{verificationTexts.toList}</a>
        </p>
      </div>
      <StateActs review={review} csrf={signedIn(c).csrf} c={c} />
      <div class="sanding">
        <EvidencePart indicator={indicator} frozen={review.frozen.get(indicator.code)} isScanned={c.var.platform.scanner !== null} />
        <VerdictPart c={c} review={review} indicator={indicator} refusal={refusal} typed={typed} />
        <IndicatorList review={review} current={indicator.code} />
      </div>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function StateActs({ review, csrf, c }: { readonly review: Review; readonly csrf: string; readonly c: Ctx }) {
  const { entry, progress } = review;
  const under = `/verifikasi/${entry.entryId}`;
  if (entry.state === 'approved' || entry.state === 'returned-for-repair') {
    return (
      <Notice kind="langkah" title={entry.state === 'approved' ? 'Belum dimulai' : 'Menunggu perbaikan inovator'}>
        {entry.repairUntil && <p>Batas perbaikan {formatDateTime(entry.repairUntil, zoneOf(c.var.region.zone))}.</p>}
        <Form action={`${under}/mulai`} csrf={csrf} inline>
          <Button kind="utama">Mulai verifikasi</Button>
        </Form>
      </Notice>
    );
  }
  if (entry.state !== 'in-verification') return null;
  const { missing, repairs } = progress;
  const [open] = missing;
  return (
    <div class="baris">
      {open === undefined ? (
        <Form action={`${under}/selesai`} csrf={csrf} inline>
          <Button kind={repairs.length === 0 ? 'utama' : 'netral'}>Selesaikan verifikasi</Button>
        </Form>
      ) : (
        <a href={paths.verification(entry.entryId, open)}>{verificationTexts.left(missing.length)}</a>
      )}
      <ButtonLink kind="netral" href={`${under}/perbaikan`}>
        {verificationTexts.askRepair(repairs.length)}
      </ButtonLink>
    </div>
  );
}

interface VerdictProps {
  readonly c: Ctx;
  readonly review: Review;
  readonly indicator: Indicator;
  readonly refusal: Refusal | null;
  readonly typed: Typed | null;
}

const pointsText = (indicator: Indicator, level: number) => formatDecimal(roundHalfUp(indicatorPoints(indicator, level), 2).replace(/\.?0+$/, ''));

function VerdictPart(props: VerdictProps) {
  const { review, indicator } = props;
  const at = review.indicators.indexOf(indicator);
  const claim = review.frozen.get(indicator.code);
  const level = claim?.level ?? 0;
  const standingVerdict = review.verdicts.get(indicator.code);
  const near = (step: number) => review.indicators[at + step];
  const [previous, next] = [near(-1), near(1)];
  return (
    <section class="sanding__putusan tumpuk" aria-labelledby="putusan">
      <div>
        <p class="kecil redup">
          Indikator {at + 1} dari {review.indicators.length} · bobot {formatDecimal(indicator.weight)} · {indicator.code}
        </p>
        <h2 id="putusan">{indicatorName(review.instrument, indicator.code)}</h2>
      </div>
      <div class="kartu kartu--kain">
        <p class="redup kecil">Klaim inovator</p>
        <p>
          <strong>{level === 0 ? 'Tidak diklaim' : `Level ${level}: ${levelLabel(indicator, level, claim?.basis ?? null)}`}</strong>
          {level > 0 && <span class="redup"> · {pointsText(indicator, level)} poin</span>}
        </p>
      </div>
      {standingVerdict && <Standing verdict={standingVerdict} />}
      {review.others.has(indicator.code) && <Notice kind="segel">{verificationTexts.othersBlind}</Notice>}
      {level === 0 && <p>{verificationTexts.zero}</p>}
      {level > 0 && review.entry.state === 'in-verification' && <VerdictForm {...props} level={level} />}
      <div class="baris baris--jauh">
        {previous ? <a href={paths.verification(review.entry.entryId, previous.code)}>Sebelumnya: {previous.name}</a> : <span />}
        {next && <a href={paths.verification(review.entry.entryId, next.code)}>Berikutnya: {next.name}</a>}
      </div>
    </section>
  );
}

function Standing({
  verdict,
}: {
  readonly verdict: Pick<DecidedVerdict, 'kind' | 'level' | 'reason'> & {
    readonly inheritedFrom: string | null;
    readonly givenByName: string;
  };
}) {
  return (
    <Notice kind="sunyi" level={3} title={`Putusan kini: ${VERDICT_WORDS[verdict.kind]}${verdict.kind === 'lower' ? ` ke ${verdict.level}` : ''}`}>
      {verdict.reason && <p>{verdict.reason}</p>}
      <p class="kecil redup">
        {verdict.givenByName}
        {verdict.inheritedFrom ? ' · diwarisi dari versi sebelumnya, klaim dan bukti sama' : ''}
      </p>
    </Notice>
  );
}

function VerdictForm({ c, review, indicator, refusal, typed, level }: VerdictProps & { readonly level: number }) {
  const lower = Array.from({ length: level }, (_, at) => at).map((one) => ({
    value: String(one),
    label: one === 0 ? 'Level 0: tidak terbukti' : `Level ${one}: ${levelLabel(indicator, one, review.frozen.get(indicator.code)?.basis ?? null)}`,
  }));
  const levelFault = errorOf(refusal, 'level');
  const hidden = { id: typed?.text('id') || c.var.platform.newId(), versi: review.entry.snapshotId ?? '' };
  return (
    <Form action={paths.verification(review.entry.entryId, indicator.code)} csrf={signedIn(c).csrf} hidden={hidden}>
      <Field
        kind="radios"
        name="kind"
        label="Putusan Anda"
        value={typed?.text('kind')}
        error={errorOf(refusal, 'kind')}
        choices={[
          { value: 'agree', label: VERDICT_WORDS.agree, points: verificationTexts.points(pointsText(indicator, level)) },
          { value: 'lower', label: VERDICT_WORDS.lower, points: verificationTexts.fewer },
          { value: 'repair', label: VERDICT_WORDS.repair, points: verificationTexts.later },
          { value: 'invalid', label: VERDICT_WORDS.invalid, points: verificationTexts.points('0') },
        ]}
      />
      <div class={levelFault === undefined ? 'bila-turun' : undefined}>
        <Field kind="select" name="level" label="Turunkan ke level" placeholder="Pilih level" value={typed?.text('level')} error={levelFault} choices={lower} />
      </div>
      <Field
        kind="textarea"
        name="reason"
        label="Alasan"
        hint="Wajib selain Sesuai klaim. Inovator membaca kalimat ini apa adanya."
        value={typed?.text('reason')}
        error={errorOf(refusal, 'reason')}
      />
      <Button kind="utama">Simpan dan lanjut</Button>
    </Form>
  );
}
