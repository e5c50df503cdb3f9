// The last look before an entry is sent, and the sending.

import { submitEntry } from '../../actions/innovation/submit.ts';
import { rememberOutOfTurn } from '../../actions/out-of-turn.ts';
import { perform } from '../../actions/perform.ts';
import { fault, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { formatDateTime } from '../../texts/id/format.ts';
import { say } from '../../texts/id/say.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary, type Problem } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Card, StickyBar } from '../ui/panels.tsx';
import { AnswersOfProfile, ClaimsTable } from './answers.tsx';
import { DraftScore, Findings, FloorNote, placeHref, ReadOnlyNotice } from './entry-pieces.tsx';
import { type EntryView, idOf, viewEntry } from './entry-view.ts';

export async function showCheck(c: Ctx): Promise<Response> {
  const view = await viewEntry(c);
  return view === null ? notFound(c) : draw(c, view, null);
}

/** The same page under the address that is posted to, so that it can be reloaded; what is sent already leads to its receipt. */
export async function showSubmission(c: Ctx): Promise<Response> {
  const view = await viewEntry(c);
  if (view === null) return notFound(c);
  return view.entry.state === 'submitted' ? seeOther(c, paths.receipt(view.entry.entryId)) : draw(c, view, null);
}

export async function submitHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const entryId = idOf(c);
  const view = await viewEntry(c);
  if (view === null || !view.edits) return notFound(c);
  if (form.text('promise') === '') return draw(c, view, refuse('entry.promise-missing', {}, { promise: fault('entry.promise-missing') }).refusal);
  const outcome = await perform(c.var.platform, who(c), (act) => submitEntry(act, { entryId }), rememberOutOfTurn(entryId));
  return outcome.ok ? seeOther(c, paths.receipt(entryId), ['sent', approverOf(view)]) : draw(c, view, outcome.refusal);
}

function draw(c: Ctx, view: EntryView, refusal: Refusal | null): Response {
  const { entry, readiness } = view;
  const canSend = view.edits && view.change.ok;
  const approver = approverOf(view);
  const approval = view.stages.find((stage) => stage.kind === 'approval');
  return page(
    c,
    {
      title: `Periksa, lalu kirim ke ${approver}`,
      current: paths.entries,
      back: { href: paths.entry(entry.entryId), label: 'Daftar tugas' },
      error: refusal !== null,
      stickyBar: canSend ? <SendBar entryId={entry.entryId} approver={approver} /> : undefined,
    },
    <div class="dua">
      <div class="tumpuk tumpuk--lega">
        <ErrorSummary problems={problemsAt(view, refusal)} />
        <div>
          <h1>Periksa jawaban, lalu kirim ke {approver}</h1>
          <p class="redup ma">Sesudah dikirim, isian terkunci. Bila ada yang salah, minta {approver} mengembalikannya kepada Anda sebelum disetujui.</p>
        </div>
        <ReadOnlyNotice view={view} />
        {refusal === null && <Missing view={view} />}
        <FloorNote view={view} />
        {readiness.warnings.length > 0 && (
          <Notice kind="awas" title="Yang patut diperiksa lagi">
            <Findings hrefOf={(place) => placeHref(entry.entryId, place)} findings={readiness.warnings} />
          </Notice>
        )}
        <AnswersOfProfile view={view} />
        <ClaimsTable view={view} />
        {canSend && <Declaration entryId={entry.entryId} csrf={signedIn(c).csrf} refusal={refusal} />}
      </div>
      <aside class="lekat tumpuk">
        <Card kind="kain" title="Skor sementara" id="skor">
          <DraftScore view={view} />
        </Card>
        {approval && <p class="redup">Batas persetujuan: {formatDateTime(approval.closesAt, view.zone)}.</p>}
      </aside>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

/** To whom a submit goes. */
function approverOf({ entry }: EntryView): string {
  return entry.rules.approver === 'head' ? 'kepala kantor' : 'sekretariat';
}

/** Once an act was refused the summary counts everything that stands in its way; until then what is missing stands in its own notice. */
function problemsAt(view: EntryView, refusal: Refusal | null): readonly Problem[] {
  if (refusal === null) return [];
  const missing = view.readiness.missing.map(({ place, what }) => ({ text: say(what), field: 'part' in place ? `bagian-${place.part}` : place.indicator }));
  return refusal.code === 'entry.not-ready' ? missing : [...problemsOf(refusal), ...missing];
}

function Missing({ view }: { readonly view: EntryView }) {
  const { missing } = view.readiness;
  if (missing.length === 0) return null;
  return (
    <Notice kind="galat" title={`${missing.length} hal wajib belum lengkap`} id="kurang">
      <Findings hrefOf={(place) => placeHref(view.entry.entryId, place)} findings={missing} />
    </Notice>
  );
}

function Declaration({ entryId, csrf, refusal }: { readonly entryId: string; readonly csrf: string; readonly refusal: Refusal | null }) {
  return (
    <Form id="kirim" action={paths.submit(entryId)} csrf={csrf}>
      <Field
        name="promise"
        kind="checkbox"
        label="Data ini benar dan bukti milik kami. Kami siap menunjukkan aslinya saat validasi lapangan."
        error={errorOf(refusal, 'promise')}
      />
    </Form>
  );
}

function SendBar({ entryId, approver }: { readonly entryId: string; readonly approver: string }) {
  return (
    <StickyBar label="Kirim">
      <Button kind="utama" form="kirim">
        Kirim ke {approver}
      </Button>
      <ButtonLink kind="netral" icon="cetak" href={`${paths.entry(entryId)}/cetak`}>
        Cetak draf
      </ButtonLink>
    </StickyBar>
  );
}
