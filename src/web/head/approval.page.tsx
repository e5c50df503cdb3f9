// The head's decision in two minutes: what it is, what needs a look, what changed, and both buttons.

import { approveEntry, returnEntry } from '../../actions/innovation/approve.ts';
import { rememberOutOfTurn } from '../../actions/out-of-turn.ts';
import { perform } from '../../actions/perform.ts';
import { holdsSeat } from '../../domain/people/role.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { findFileStates } from '../../store/evidence.read.ts';
import { findNip, findSnapshots, type Snapshot } from '../../store/innovation-snapshot.read.ts';
import { formatDateTime, formatMoment } from '../../texts/id/format.ts';
import { approvalTexts } from '../../texts/id/innovation.ts';
import { deciderWords } from '../../texts/id/people-admin.ts';
import { sureTexts } from '../../texts/id/said.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { ProfileWords } from '../committee/profile-words.tsx';
import { readForm } from '../form.ts';
import { DraftScore, Findings, FloorNote, StateTag } from '../innovator/entry-pieces.tsx';
import { type EntryView, idIn, idOf, viewEntry } from '../innovator/entry-view.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { notSure, Sure } from '../sure.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Card, Details, StickyBar } from '../ui/panels.tsx';
import { Timeline } from '../ui/progress.tsx';
import { ClaimsWithProof } from './approval-claims.tsx';
import { ChangesSince, Summary } from './approval-summary.tsx';

export async function showApproval(c: Ctx): Promise<Response> {
  return draw(c, null, '', []);
}

export async function approveHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const input = { entryId: idOf(c), snapshotId: idIn(form.text('snapshotId')) };
  const unsure = notSure(form);
  if (unsure !== null) return refused(c, unsure, '', []);
  const outcome = await perform(c.var.platform, who(c), (act) => approveEntry(act, input), rememberOutOfTurn(input.entryId));
  return outcome.ok ? seeOther(c, paths.approval(input.entryId), 'approved') : refused(c, outcome.refusal, '', []);
}

export async function returnHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const chosen = form.lists.chip ?? [];
  const typed = form.text('reason');
  const input = { entryId: idOf(c), snapshotId: idIn(form.text('snapshotId')), reason: [...chosen, typed].filter((one) => one !== '').join('. ') };
  const outcome = await perform(c.var.platform, who(c), (act) => returnEntry(act, input), rememberOutOfTurn(input.entryId));
  return outcome.ok ? seeOther(c, paths.approvals, 'returned') : refused(c, outcome.refusal, typed, chosen);
}

function refused(c: Ctx, refusal: Refusal, typed: string, chosen: readonly string[]): Promise<Response> | Response {
  return refusal.code === 'entry.not-found' ? notFound(c) : draw(c, refusal, typed, chosen);
}

async function draw(c: Ctx, refusal: Refusal | null, typed: string, chosen: readonly string[]): Promise<Response> {
  const view = await viewEntry(c);
  const { actor, csrf } = signedIn(c);
  if (view === null || !holdsSeat(actor, 'head', view.entry.agencyId)) return notFound(c);
  const { platform, region } = c.var;
  const snapshots = await findSnapshots(platform.db, region.regionId, view.entry.entryId);
  const [newest] = snapshots;
  if (newest === undefined) return notFound(c);
  const { entry } = view;
  const waits = entry.state === 'submitted';
  const seat = actor.seats.find((one) => one.role === 'head' && one.agencyId === entry.agencyId);
  const files = await findFileStates(platform.db, region.regionId, view.entry.entryId);
  const nip = await findNip(platform.db, region.regionId, actor.personId);
  const signer = [actor.name, seat?.title, nip && `NIP ${nip}`].filter(Boolean).join(', ');
  return page(
    c,
    {
      title: `Persetujuan ${entry.innovationName}`,
      current: paths.approvals,
      back: { href: paths.approvals, label: 'Persetujuan' },
      error: refusal !== null,
      stickyBar: waits ? <DecideBar /> : undefined,
    },
    <div class="dua">
      <div class="tumpuk tumpuk--lega">
        {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
        <Title view={view} newest={newest} waits={waits} />
        <Attention view={view} />
        <DraftScore view={view} />
        {waits && <FloorNote view={view} />}
        <Summary view={view} />
        <ChangesSince snapshots={snapshots} view={view} />
        <ClaimsWithProof view={view} snapshot={newest} files={files} />
        <div id="profil">
          <Details summary={approvalTexts.profile}>
            <ProfileWords profile={newest.body.profile} />
          </Details>
        </div>
        {waits && (
          <Decision entryId={entry.entryId} snapshotId={newest.snapshotId} csrf={csrf} signer={signer} refusal={refusal} typed={typed} chosen={chosen} />
        )}
      </div>
      <aside class="lekat tumpuk">
        <Card title="Riwayat" id="riwayat">
          <Timeline events={eventsOf(view, snapshots)} />
        </Card>
        <p>
          <a href={`${paths.entry(entry.entryId)}/cetak`}>{approvalTexts.print}</a>
        </p>
      </aside>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function Title({ view, newest, waits }: { readonly view: EntryView; readonly newest: Snapshot; readonly waits: boolean }) {
  const { entry, zone, stages } = view;
  const approval = stages.find((stage) => stage.kind === (entry.approvedAt === null ? 'approval' : 'verification'));
  return (
    <div>
      {waits ? <p class="alis">Menunggu persetujuan Anda</p> : <StateTag state={entry.state} />}
      <h1>{entry.innovationName}</h1>
      <p class="redup">
        {entry.registrationNumber} · {entry.categoryName} · dikirim {formatDateTime(newest.takenAt, zone)} oleh {newest.takenByName}
      </p>
      {waits && approval && (
        <p>
          Putuskan paling lambat <strong>{formatDateTime(approval.closesAt, zone)}</strong>.
        </p>
      )}
    </div>
  );
}

function Attention({ view }: { readonly view: EntryView }) {
  const findings = [...view.readiness.missing, ...view.readiness.warnings];
  if (findings.length === 0) return null;
  return (
    <Notice kind="awas" title="Yang perlu perhatian Anda">
      <Findings findings={findings} hrefOf={(place) => ('part' in place ? '#profil' : `#${place.indicator}`)} />
    </Notice>
  );
}

const REASONS = ['Data belum sesuai', 'Bukti belum lengkap', 'Anggaran belum sesuai', 'Nama atau tim belum benar'];

interface DecisionProps {
  readonly entryId: string;
  readonly snapshotId: string;
  readonly csrf: string;
  readonly signer: string;
  readonly refusal: Refusal | null;
  readonly typed: string;
  readonly chosen: readonly string[];
}

/** What must be ticked or written stands right above the button that asks for it. */
function Decision({ entryId, snapshotId, csrf, signer, refusal, typed, chosen }: DecisionProps) {
  return (
    <section class="tumpuk" aria-labelledby="keputusan">
      <h2 id="keputusan">{approvalTexts.yours}</h2>
      <section class="kartu" aria-labelledby="setujui">
        <h3 id="setujui">{approvalTexts.approveTitle}</h3>
        <Form action={paths.approve(entryId)} csrf={csrf} hidden={{ snapshotId }}>
          <p>
            Dengan menyetujui, usulan dikirim ke sekretariat atas nama <strong>{signer}</strong>.
          </p>
          <Sure label={sureTexts.approve} refusal={refusal} />
          <p>
            <Button kind="utama">{approvalTexts.approve}</Button>
          </p>
        </Form>
      </section>
      <section class="kartu" aria-labelledby="kembalikan">
        <h3 id="kembalikan">{approvalTexts.returnTitle}</h3>
        <Form action={paths.returnEntry(entryId)} csrf={csrf} hidden={{ snapshotId }}>
          <Field
            name="chip"
            kind="checks"
            label={approvalTexts.reasons}
            values={chosen}
            choices={REASONS.map((reason) => ({ value: reason, label: reason }))}
          />
          <Field name="reason" kind="textarea" rows={3} label={approvalTexts.note} value={typed} maxLength={4000} error={errorOf(refusal, 'reason')} />
          <p>
            <Button kind="netral">{approvalTexts.returnIt}</Button>
          </p>
        </Form>
      </section>
    </section>
  );
}

/** The bar leads to the decision; nothing is decided before the page was passed. */
function DecideBar() {
  return (
    <StickyBar label={approvalTexts.decide}>
      <ButtonLink kind="utama" href="#keputusan">
        {approvalTexts.decide}
      </ButtonLink>
    </StickyBar>
  );
}

function eventsOf({ entry, zone }: EntryView, snapshots: readonly Snapshot[]) {
  return snapshots.flatMap((snapshot, at) => [
    ...(snapshot.decision && snapshot.decidedAt
      ? [
          {
            title: snapshot.decision === 'approved' ? 'Disetujui' : 'Dikembalikan',
            when: `${formatMoment(snapshot.decidedAt, zone)}, ${deciderWords(snapshot)}`,
            detail: snapshot.reason || undefined,
          },
        ]
      : []),
    { title: `Dikirim, versi ${snapshot.version}`, when: formatMoment(snapshot.takenAt, zone), current: at === 0 && entry.state === 'submitted' },
  ]);
}
