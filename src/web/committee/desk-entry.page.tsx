// One entry as the secretariat sees it: the frozen profile, claims with evidence and verdicts, verifiers, the sheets' states.

import { isAssignable } from '../../domain/assessment/bulk.ts';
import { tieBetween, verifiedLevels } from '../../domain/assessment/verification.ts';
import { hasOpened, type Stage } from '../../domain/edition/stage.ts';
import { levelLabel } from '../../domain/instrument/indicator.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import { maxPoints, verifiedPoints } from '../../domain/instrument/points.ts';
import { may } from '../../domain/people/permissions.ts';
import { holdsGrant } from '../../domain/people/role.ts';
import { deskValue } from '../../domain/result/desk-value.ts';
import { isId } from '../../domain/shared/ids.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { fromPair, roundHalfUp } from '../../domain/shared/rational.ts';
import {
  claimsOf,
  findBlindVerdicts,
  findReviewEntry,
  findVerdicts,
  findVerifiers,
  type ReviewEntry,
  standing,
  type VerdictRow,
  type Verifier,
} from '../../store/assessment-verification.read.ts';
import { type EntrySheet, listEntrySheets } from '../../store/board.read.ts';
import { findStages } from '../../store/edition.read.ts';
import { findPanel } from '../../store/jury.read.ts';
import { findAnnouncement } from '../../store/result-desk.read.ts';
import { VERDICT_WORDS, verificationTexts } from '../../texts/id/assessment.ts';
import { formatDateTime, formatScore, zoneOf } from '../../texts/id/format.ts';
import { entryStateWords } from '../../texts/id/innovation.ts';
import { indicatorName } from '../../texts/id/instrument.ts';
import { deskTexts } from '../../texts/id/result-desk.ts';
import { errorOf, notFound, page, problemsOf, statusOf } from '../answer.tsx';
import { instrumentHere } from '../instrument-here.ts';
import { paths } from '../paths.ts';
import { ProofLink } from '../proof-link.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { isOwn } from './committee-view.ts';
import { plain } from './desk.page.tsx';
import { partIn } from './plenary-data.ts';
import { ProfileWords } from './profile-words.tsx';
import { Waiting, waitsFor } from './stage-line.tsx';

export async function showDeskEntry(c: Ctx): Promise<Response> {
  return drawDeskEntry(c, null);
}

export async function drawDeskEntry(c: Ctx, refusal: Refusal | null): Promise<Response> {
  const { db, now } = c.var.platform;
  const { regionId } = c.var.region;
  const id = c.req.param('id') ?? '';
  const { actor } = signedIn(c);
  const entry = isId(id) ? await findReviewEntry(db, regionId, id, holdsGrant(actor, 'secretariat') ? null : actor.personId) : null;
  if (entry === null || String(entry.year) !== c.req.param('year')) return notFound(c);
  const holds = entry.verifierIds.includes(actor.personId);
  const isDesk = may(actor, 'desk.read', entry).ok;
  if (!isDesk && !holds) return notFound(c);
  const [announced, stages, verifiers] = [
    await findAnnouncement(db, regionId, entry.categoryId),
    await findStages(db, regionId, entry.editionId),
    await findVerifiers(db, regionId, entry.editionId, now()),
  ];
  const isTied = announced === null && isOwn(c, entry);
  const { leads, isSecretariat } = partIn(actor, entry, await findPanel(db, regionId, entry.categoryId));
  const isHidden = isTied || !(isSecretariat || holds);
  const blind = isDesk || entry.snapshotId === null || isHidden ? null : await findBlindVerdicts(db, regionId, entry.snapshotId, actor.personId);
  const verdicts = blind !== null ? blind.own : entry.snapshotId === null || isHidden ? [] : await findVerdicts(db, regionId, entry.snapshotId);
  const instrument = await instrumentHere(c, entry.instrument);
  // Of the panel a verifier learns nothing: neither who sits on it, nor whose sheet is missing.
  const sheets = !isDesk ? [] : await listEntrySheets(db, regionId, entry.entryId, leads && hasOpened(stages, 'plenary', now()) && !isOwn(c, entry));
  return page(
    c,
    {
      title: entry.innovationName,
      year: entry.year,
      current: paths.board(entry.year),
      back: { href: paths.board(entry.year), label: 'Papan' },
      error: refusal !== null,
    },
    <div class="tumpuk ruang-5">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <div>
        <h1>{entry.innovationName}</h1>
        <p class="redup">
          {entry.agencyName} · {entry.categoryName} · {entry.registrationNumber ?? 'belum bernomor'} · {entryStateWords[entry.state]}
        </p>
      </div>
      {isTied && <Notice kind="segel">{deskTexts.own}</Notice>}
      {isDesk && <Verifiers c={c} entry={entry} verifiers={verifiers} stages={stages} refusal={refusal} />}
      {entry.body === null ? (
        <p>Belum pernah diajukan.</p>
      ) : (
        <Claims entry={entry} instrument={instrument} verdicts={verdicts} others={new Set(blind?.others)} isHidden={isHidden} />
      )}
      {sheets.length > 0 && <Sheets sheets={sheets} />}
      {entry.takenAt && (
        <p class="redup">
          Versi {entry.snapshotVersion}, diajukan {formatDateTime(entry.takenAt, zoneOf(c.var.region.zone))}.
        </p>
      )}
      <ProfileWords profile={entry.body?.profile} />
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

interface VerifiersProps {
  readonly c: Ctx;
  readonly entry: ReviewEntry;
  readonly verifiers: readonly Verifier[];
  readonly stages: readonly Stage[];
  readonly refusal: Refusal | null;
}

function Verifiers({ c, entry, verifiers, stages, refusal }: VerifiersProps) {
  const now = c.var.platform.now();
  const free = verifiers.filter((one) => tieBetween(one, entry, now) === null);
  const held = verifiers.filter(({ personId }) => entry.verifierIds.includes(personId));
  const mayAct = signedIn(c).role === 'secretariat' && !isOwn(c, entry) && isAssignable(entry.state);
  const why = waitsFor(c, stages, 'verification');
  const csrf = signedIn(c).csrf;
  const under = paths.deskEntry(entry.year, entry.entryId);
  const left = free.filter(({ personId }) => !entry.verifierIds.includes(personId));
  return (
    <section class="kartu tumpuk" aria-labelledby="verifikator">
      <h2 id="verifikator">Verifikator</h2>
      {held.length === 0 && <p>{verificationTexts.noVerifier}.</p>}
      {free.length === 0 && (
        <Notice kind="awas" level={3} title={verificationTexts.needsOutside}>
          Semua verifikator edisi ini terkait dengan kantor atau tim pengusul. Undang verifikator luar.
        </Notice>
      )}
      {held.map((one) => (
        <div class="baris" key={one.personId}>
          <span>{one.name}</span>
          {mayAct && why === null && (
            <Form action={`${under}/lepas`} csrf={csrf} hidden={{ orang: one.personId }} inline>
              <Button kind="polos" size="kecil">
                Lepas {one.name}
              </Button>
            </Form>
          )}
        </div>
      ))}
      {mayAct && why !== null && <Waiting year={entry.year} stages={stages} kind="verification" why={why} />}
      {mayAct && why === null && left.length > 0 && (
        <Form action={`${under}/petugas`} csrf={csrf}>
          <Field
            kind="select"
            name="orang"
            label="Tugaskan kepada"
            placeholder="Pilih verifikator"
            short
            error={errorOf(refusal, 'orang')}
            choices={left.map((one) => ({ value: one.personId, label: one.name }))}
          />
          <Button kind="netral">Tugaskan</Button>
        </Form>
      )}
    </section>
  );
}

interface ClaimsProps {
  readonly entry: ReviewEntry;
  readonly instrument: Instrument;
  readonly verdicts: readonly VerdictRow[];
  /** Decided by another verifier than the visitor, who sees only the own verdicts. */
  readonly others: ReadonlySet<string>;
  readonly isHidden: boolean;
}

function Claims({ entry, instrument, verdicts, others, isHidden }: ClaimsProps) {
  const frozen = new Map(entry.body?.indicators.map((row) => [row.code, row]));
  const given = standing(verdicts);
  const levels = verifiedLevels(
    instrument.sid.map(({ code }) => code),
    claimsOf(entry.body),
    given,
  );
  const points = isHidden || others.size > 0 ? null : verifiedPoints(instrument, levels);
  const most = maxPoints(instrument);
  return (
    <section class="tumpuk" aria-labelledby="indikator">
      <h2 id="indikator">Indikator</h2>
      <p>
        {points === null
          ? 'Poin terverifikasi: belum lengkap.'
          : `Poin terverifikasi ${plain(points)} dari ${plain(most)}, nilai meja ${formatScore(roundHalfUp(deskValue(points, most), 2))}.`}
      </p>
      <ul class="tumpuk">
        {instrument.sid.map((indicator) => {
          const row = frozen.get(indicator.code);
          const verdict = given[indicator.code];
          const level = row?.level ?? 0;
          return (
            <li key={indicator.code}>
              <strong>{indicatorName(instrument, indicator.code)}</strong> <small class="redup">{indicator.code}</small>
              <br />
              {level === 0 ? 'Tidak diklaim' : `Klaim level ${level}: ${levelLabel(indicator, level, row?.basis ?? null)}`}
              {level > 0 &&
                !isHidden &&
                (verdict
                  ? ` · ${VERDICT_WORDS[verdict.kind]}, terverifikasi ${levels[indicator.code] ?? 'belum'}${verdict.reason ? ` (${verdict.reason})` : ''}`
                  : ` · ${others.has(indicator.code) ? verificationTexts.others : 'belum diputus'}`)}
              {row?.evidence.map((item) => (
                <>
                  {' · '}
                  <ProofLink file={item.file} href={item.link ?? paths.evidence(item.evidenceId ?? '')} label={item.label || 'Bukti'} />
                </>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const SHEET_WORDS = { draft: 'Belum dikunci', sealed: 'Terkunci', absent: 'Tidak dinilai' } as const;

function Sheets({ sheets }: { readonly sheets: readonly EntrySheet[] }) {
  const value = ({ state, num, den }: EntrySheet) =>
    num === null || den === null ? SHEET_WORDS[state] : `${SHEET_WORDS[state]}, ${formatScore(roundHalfUp(fromPair({ num, den }), 2))}`;
  return (
    <section class="tumpuk" aria-labelledby="lembar">
      <h2 id="lembar">Lembar juri</h2>
      <DefinitionList dense rows={sheets.map((sheet) => ({ term: `${sheet.jurorCode} ${sheet.jurorName}`, value: value(sheet) }))} />
    </section>
  );
}
