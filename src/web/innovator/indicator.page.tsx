// One indicator: the honest level, its proof, and what both are worth.

import { asksForBasis, type Indicator, levelLabel } from '../../domain/instrument/indicator.ts';
import { indicatorPoints, positionOf } from '../../domain/instrument/points.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { findKnownFiles } from '../../store/innovation-draft.read.ts';
import { formatMoment } from '../../texts/id/format.ts';
import { errorOf, notFound, page, problemsOf, statusOf } from '../answer.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { type Choice, Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { LevelRadios } from '../ui/level-radios.tsx';
import { Notice } from '../ui/notice.tsx';
import { Card, StickyBar } from '../ui/panels.tsx';
import { DraftScore, ReadOnlyNotice, SecondLook } from './entry-pieces.tsx';
import { type EntryView, pointsText, viewEntry } from './entry-view.ts';
import { EvidenceSection } from './evidence-section.tsx';

export interface IndicatorAnswer {
  readonly refusal: Refusal | null;
  readonly typed?: Readonly<Record<string, string>>;
}

export async function showIndicator(c: Ctx): Promise<Response> {
  return drawIndicator(c, { refusal: null });
}

/** The page, with what was refused on top when an act was. */
export async function drawIndicator(c: Ctx, { refusal, typed }: IndicatorAnswer): Promise<Response> {
  const view = await viewEntry(c);
  const indicator = view?.instrument.sid.find((one) => one.code === c.req.param('code'));
  if (view === null || indicator === undefined) return notFound(c);
  const { entry, instrument, draft } = view;
  const known = view.edits ? await findKnownFiles(c.var.platform.db, c.var.region.regionId, [entry.agencyId]) : [];
  const claim = draft.savedClaims.find((one) => one.indicator === indicator.code);
  const position = positionOf(instrument, indicator.code);
  const next = instrument.sid[position]?.code;
  const readOnly = !view.edits || !view.changeAt(indicator.code).ok;
  const level = typed?.level ?? (claim === undefined ? '' : String(claim.level));
  const shown = { level, basis: typed?.basis ?? claim?.basis ?? '', note: typed?.note ?? claim?.note ?? '' };
  const status = refusal === null ? 200 : statusOf(refusal);
  return page(
    c,
    {
      title: `${position} ${indicator.name}`,
      current: paths.entries,
      back: { href: paths.entry(entry.entryId), label: 'Daftar tugas' },
      saved: claim ? `Tersimpan ${formatMoment(claim.savedAt, view.zone)}` : '',
      islands: readOnly ? [] : ['guard-typed'],
      error: refusal !== null,
      stickyBar: readOnly ? undefined : <SaveBar entryId={entry.entryId} next={next} />,
    },
    <div class="dua">
      <div class="tumpuk tumpuk--lega">
        {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
        <div>
          <p class="langkah">
            <span>
              {entry.innovationName} · indikator {position} dari {instrument.sid.length} · bobot {pointsText(indicatorPoints(indicator, 1))}
              {indicator.mandatory && ' · wajib'}
            </span>
          </p>
          <h1>{indicator.name}</h1>
        </div>
        <ReadOnlyNotice view={view} place={indicator.code} />
        <OpenNotes view={view} code={indicator.code} />
        <div class="ponsel-saja">
          <DraftScore view={view} thin bare />
        </div>
        <Form
          id="klaim"
          action={paths.indicator(entry.entryId, indicator.code)}
          csrf={signedIn(c).csrf}
          hidden={{ revision: String(claim?.revision ?? 0), next: next ?? '', evidenceId: c.var.platform.newId() }}
          upload
        >
          <ClaimFields indicator={indicator} shown={shown} refusal={refusal} readOnly={readOnly} />
          <BareClaim view={view} indicator={indicator} />
          <SecondLook
            findings={view.readiness.warnings.filter(
              ({ place, what }) => 'indicator' in place && place.indicator === indicator.code && what.code !== 'readiness.claim-bare',
            )}
          />
          <EvidenceSection view={view} indicator={indicator} known={known} readOnly={readOnly} refusal={refusal} typed={typed} />
        </Form>
        <Form id="lepas" action={paths.indicator(entry.entryId, indicator.code)} csrf={signedIn(c).csrf}>
          {null}
        </Form>
      </div>
      <aside class="lekat tumpuk lebar-saja">
        <Card kind="garis" title="Skor sementara" id="skor">
          <DraftScore view={view} />
          <p class="kecil redup mb">Poin satu indikator = bobot × level. Klaim dihitung sesudah ada buktinya.</p>
        </Card>
      </aside>
    </div>,
    status,
  );
}

interface ClaimFieldsProps {
  readonly indicator: Indicator;
  readonly shown: { readonly level: string; readonly basis: string; readonly note: string };
  readonly refusal: Refusal | null;
  readonly readOnly: boolean;
}

function ClaimFields({ indicator, shown, refusal, readOnly }: ClaimFieldsProps) {
  return (
    <>
      {asksForBasis(indicator) && (
        <Field
          name="basis"
          kind="radios"
          label="Basis kemanfaatan"
          hint="Pilih satu basis saja. Arti level mengikuti basis."
          value={shown.basis}
          choices={(indicator.bases ?? []).map((basis) => ({
            value: basis.code,
            label: `${basis.code}. ${basis.name}`,
            detail: basis.levels.map((words, at) => `level ${at + 1}: ${words}`).join('; '),
          }))}
          error={errorOf(refusal, 'basis')}
        />
      )}
      <LevelRadios
        name="level"
        legend="Pilih yang benar-benar terjadi"
        shownLegend
        levels={levelChoices(indicator, shown.basis)}
        chosen={shown.level}
        error={errorOf(refusal, 'level')}
        readOnly={readOnly}
      />
      <Field name="note" kind="textarea" rows={3} label="Keterangan" optional value={shown.note} readOnly={readOnly} error={errorOf(refusal, 'note')} />
    </>
  );
}

function levelChoices(indicator: Indicator, basis: string): readonly Choice[] {
  const chosen = asksForBasis(indicator) ? basis || null : null;
  return [0, 1, 2, 3].map((level) => ({
    value: String(level),
    label: level === 0 ? 'Belum ada' : `Level ${level}`,
    detail: level === 0 || (asksForBasis(indicator) && chosen === null) ? undefined : levelLabel(indicator, level, chosen),
    points: pointsText(indicatorPoints(indicator, level)),
    pointsNote: 'poin',
  }));
}

function BareClaim({ view, indicator }: { readonly view: EntryView; readonly indicator: Indicator }) {
  const level = view.draft.claims[indicator.code]?.level ?? 0;
  if (level === 0 || view.draft.evidenced.has(indicator.code)) return null;
  return (
    <Notice kind="awas">
      <p>
        <strong>{pointsText(indicatorPoints(indicator, level))} poin ini baru klaim.</strong> Unggah bukti agar dihitung.
      </p>
    </Notice>
  );
}

function OpenNotes({ view, code }: { readonly view: EntryView; readonly code: string }) {
  const open = view.notes.filter((note) => note.closedAt === null && note.place === code);
  return (
    <>
      {open.map(({ note }) => (
        <Notice kind="awas" title="Permintaan verifikator">
          {note}
        </Notice>
      ))}
    </>
  );
}

function SaveBar({ entryId, next }: { readonly entryId: string; readonly next: string | undefined }) {
  return (
    <StickyBar label="Simpan klaim">
      <Button kind="utama" form="klaim" name="go" value="next">
        Simpan dan lanjut
      </Button>
      <Button kind="netral" form="klaim" name="go" value="stay">
        Simpan
      </Button>
      <ButtonLink kind="polos" href={next ? paths.indicator(entryId, next) : paths.entry(entryId)}>
        Lewati
      </ButtonLink>
    </StickyBar>
  );
}
