// The desk's acts on a category: compute, decide the tie, announce after a last look.

import { perform } from '../../actions/perform.ts';
import { announceFinalists } from '../../actions/result/announce-finalists.ts';
import { computeDeskShortlist } from '../../actions/result/compute-shortlist.ts';
import { decideCut } from '../../actions/result/decide-cut.ts';
import { mayAnnounceWhile } from '../../domain/result/desk-decision.ts';
import { isId } from '../../domain/shared/ids.ts';
import { fault, type Refusal } from '../../domain/shared/outcome.ts';
import { listOnTheWay, type OnTheWay } from '../../store/result-desk.read.ts';
import { entryStateWords } from '../../texts/id/innovation.ts';
import { deskTexts } from '../../texts/id/result-desk.ts';
import { sureTexts } from '../../texts/id/said.ts';
import { say } from '../../texts/id/say.ts';
import { notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { type Form, readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { notSure, Sure } from '../sure.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { Confirm } from '../ui/panels.tsx';
import { drawShortlist, type ShortlistView, shortlistHere } from './shortlist.page.tsx';
import { orderFrom } from './shortlist-tie.tsx';

const idOf = (c: Ctx, form: Form, name: string) => (isId(form.text(name)) ? form.text(name) : c.var.platform.newId());
const home = ({ edition, category }: ShortlistView) => paths.shortlist(edition.year, category.code);

export async function computeShortlistHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const view = await shortlistHere(c);
  if (view === null) return notFound(c);
  const { categoryId } = view.category;
  const outcome = await perform(c.var.platform, who(c), (act) => computeDeskShortlist(act, { shortlistId: idOf(c, form, 'id'), categoryId }));
  return outcome.ok ? seeOther(c, home(view), 'listed') : drawShortlist(c, outcome.refusal, form);
}

export async function decideCutHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const view = await shortlistHere(c);
  if (view === null) return notFound(c);
  const tied = view.shortlist?.body.unresolvedAtCut ?? [];
  const decision = { tied, order: orderFrom(form, tied), act: form.text('act'), reason: form.text('reason') };
  const place = { shortlistId: idOf(c, form, 'id'), categoryId: view.category.categoryId };
  const outcome = await perform(c.var.platform, who(c), (act) => decideCut(act, { ...place, ...decision }));
  return outcome.ok ? seeOther(c, home(view), 'cut') : drawShortlist(c, outcome.refusal, form);
}

/** What the announcement will change, before it does. */
export function confirmAnnouncement(c: Ctx): Promise<Response> {
  return drawAnnouncement(c, null);
}

async function drawAnnouncement(c: Ctx, refusal: Refusal | null): Promise<Response> {
  const view = await shortlistHere(c);
  if (view === null || view.shortlist === null) return notFound(c);
  if (view.announced !== null) return seeOther(c, home(view), null);
  const { category, edition, shortlist, names } = view;
  const refused = shortlist.body.lines.filter(({ state }) => state === 'below-floor').length;
  const eligible = shortlist.body.lines.length - refused;
  const { db, now } = c.var.platform;
  const left = await listOnTheWay(db, c.var.region.regionId, category.categoryId);
  const open = mayAnnounceWhile(view.stages, [], now(), false);
  return page(
    c,
    {
      title: `Umumkan finalis ${category.name}`,
      year: edition.year,
      current: paths.shortlists(edition.year),
      back: { href: home(view), label: `Penetapan ${category.name}` },
      error: refusal !== null,
    },
    <div class="baca tumpuk ruang-5">
      {refusal && <ErrorSummary problems={refusal.code === STAGES_OPEN ? [{ field: 'tahu', text: say(refusal) }] : problemsOf(refusal)} />}
      <h1>Umumkan finalis {category.name}</h1>
      <Confirm
        title={`Anda akan mengumumkan ${shortlist.body.selected.length} finalis ${category.name}`}
        action={`${home(view)}/umumkan`}
        csrf={signedIn(c).csrf}
        hidden={{ daftar: shortlist.shortlistId, id: c.var.platform.newId() }}
        confirmLabel="Umumkan sekarang"
        cancel={{ href: home(view), label: 'Belum' }}
      >
        <ul>
          {shortlist.body.selected.map((id) => (
            <li key={id}>
              {names.get(id)?.innovationName ?? id}, {names.get(id)?.agencyName}
            </li>
          ))}
        </ul>
        <p>
          {eligible} usulan menjadi {entryStateWords.eligible}, {refused} menjadi {entryStateWords.refused}. Halaman publik menampilkan nama inovasi, kantor,
          dan urutan tampil, tanpa nilai.
        </p>
        {!open.ok && <ShutOut stages={open.refusal.facts.stages as readonly string[]} left={left} refusal={refusal} />}
        <Sure label={sureTexts.announce} refusal={refusal} />
      </Confirm>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

const STAGES_OPEN = 'shortlist.stages-open';

/** In red: the stages an announcement would cut short, and whom. */
function ShutOut({ stages, left, refusal }: { readonly stages: readonly string[]; readonly left: readonly OnTheWay[]; readonly refusal: Refusal | null }) {
  return (
    <Notice kind="galat" level={3} title={deskTexts.stagesOpen(stages)}>
      <p>{left.length === 0 ? deskTexts.shutOutNone : deskTexts.shutOut}</p>
      <ul>
        {left.map(({ innovationName, agencyName, state }) => (
          <li>
            {innovationName}, {agencyName} ({entryStateWords[state]})
          </li>
        ))}
      </ul>
      <Field
        kind="checkbox"
        name="tahu"
        label={deskTexts.knowing(left.length)}
        value="ya"
        required
        error={refusal?.code === STAGES_OPEN ? say(fault('act.not-sure')) : undefined}
      />
    </Notice>
  );
}

export async function announceHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const view = await shortlistHere(c);
  if (view === null) return notFound(c);
  if (!isId(form.text('daftar'))) return seeOther(c, home(view), null);
  const unsure = notSure(form);
  if (unsure !== null) return drawAnnouncement(c, unsure);
  const input = {
    categoryId: view.category.categoryId,
    shortlistId: form.text('daftar'),
    publicationId: idOf(c, form, 'id'),
    knowing: form.text('tahu') === 'ya',
  };
  const outcome = await perform(c.var.platform, who(c), (act) => announceFinalists(act, input));
  if (!outcome.ok && outcome.refusal.code === STAGES_OPEN) return drawAnnouncement(c, outcome.refusal);
  return outcome.ok ? seeOther(c, home(view), ['announced', view.category.name]) : drawShortlist(c, outcome.refusal, form);
}
