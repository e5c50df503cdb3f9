// Work on many entries from the board: first what it would do, then the act, then half a minute to take it back.

import { assignMany } from '../../actions/assessment/assign-many.ts';
import { remindMany } from '../../actions/assessment/remind-many.ts';
import { remindersFor } from '../../actions/assessment/reminders.ts';
import { undoBulk } from '../../actions/assessment/undo-bulk.ts';
import { type Act, perform } from '../../actions/perform.ts';
import { planAssignment } from '../../domain/assessment/bulk.ts';
import { isId } from '../../domain/shared/ids.ts';
import { fault, type Outcome, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { type BulkEntry, findBulkEntries } from '../../store/bulk.read.ts';
import { listNames } from '../../store/people.read.ts';
import { boardTexts } from '../../texts/id/board.ts';
import { bulkTexts } from '../../texts/id/bulk.ts';
import { say } from '../../texts/id/say.ts';
import { notFound, page, seeOther } from '../answer.tsx';
import { type Form, readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Confirm } from '../ui/panels.tsx';
import { drawBoard } from './board.page.tsx';
import { boardAddress, wishOf } from './board-address.ts';
import { MOST_ROWS } from './board-table.tsx';
import { type Board, boardOf } from './board-view.ts';
import { waitsFor } from './stage-line.tsx';

/** A mark for each row, and the rest of the form. */
const MOST_FIELDS = MOST_ROWS + 20;
const MOST_NAMES = 30;

/** What the chosen act would do to the chosen entries; nothing happens yet. */
export async function previewHere(c: Ctx): Promise<Response> {
  const form = await readForm(c, MOST_FIELDS);
  const board = await boardOf(c, wishOf(c).q);
  if (board === null) return notFound(c);
  const chosen = form.text('semua') === 'ya' ? board.items.map(({ entryId }) => entryId) : (form.lists.usulan ?? []).filter(isId);
  const again = (refusal: Refusal) => drawBoard(c, { refusal, form });
  if (chosen.length === 0) return again(fault('bulk.none-chosen'));
  if (chosen.length > MOST_ROWS) return again(fault('bulk.too-many', { most: MOST_ROWS }));
  const entries = await findBulkEntries(c.var.platform.db, c.var.region.regionId, board.edition.editionId, chosen);
  return form.text('tindakan') === 'ingatkan' ? previewReminders(c, board, entries, again) : previewAssignment(c, board, entries, form, again);
}

type Again = (refusal: Refusal) => Promise<Response>;

async function previewAssignment(c: Ctx, board: Board, entries: readonly BulkEntry[], form: Form, again: Again): Promise<Response> {
  const why = waitsFor(c, board.stages, 'verification');
  if (why !== null) return again(why);
  const verifier = board.verifiers.find(({ personId }) => personId === form.text('orang'));
  if (verifier === undefined) return again({ ...fault('verification.none-chosen'), fields: { orang: fault('verification.none-chosen') } });
  const plan = planAssignment(entries, verifier, signedIn(c).actor, board.now);
  if (plan.assign.length === 0)
    return again(
      plan.skip[0]?.entry && plan.skip.length === 1 ? plan.skip[0].why : fault('bulk.nothing', { why: [...new Set(plan.skip.map(({ why }) => say(why)))] }),
    );
  return preview(c, board, {
    title: bulkTexts.assignTitle(plan.assign.length, verifier.name),
    action: `${paths.board(board.edition.year)}/tugaskan`,
    confirm: bulkTexts.assignConfirm(plan.assign.length),
    hidden: { orang: verifier.personId, daftar: plan.assign.map(({ entryId }) => entryId).join(' ') },
    will: plan.assign.map(nameOf),
    skipped: plan.skip.map(({ entry, why }) => `${nameOf(entry)}: ${say(why)}`),
  });
}

async function previewReminders(c: Ctx, board: Board, entries: readonly BulkEntry[], again: Again): Promise<Response> {
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const notices = await remindersFor(db, { regionId, edition: board.edition, stages: board.stages, entries, now: board.now, actor: signedIn(c).actor });
  const people = [...new Set(notices.map(({ personId }) => personId))];
  if (people.length === 0) return again(fault('bulk.nobody'));
  return preview(c, board, {
    title: bulkTexts.remindTitle(people.length),
    action: `${paths.board(board.edition.year)}/ingatkan`,
    confirm: bulkTexts.remindConfirm(people.length),
    hidden: { daftar: entries.map(({ entryId }) => entryId).join(' ') },
    will: (await listNames(db, regionId, people)).map(({ name }) => name),
    skipped: [],
    note: bulkTexts.remindNote,
  });
}

function nameOf({ innovationName, agencyName }: BulkEntry): string {
  return `${innovationName} (${agencyName})`;
}

interface Preview {
  readonly title: string;
  readonly action: string;
  readonly confirm: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly will: readonly string[];
  readonly skipped: readonly string[];
  readonly note?: string;
}

function preview(c: Ctx, board: Board, { title, action, confirm, hidden, will, skipped, note }: Preview): Response {
  const { year } = board.edition;
  const wish = wishOf(c);
  const back = boardAddress(year, { ...wish, view: 'tabel' });
  return page(
    c,
    { title, year, current: paths.board(year), back: { href: back, label: boardTexts.views.tabel } },
    <div class="tumpuk ruang-5">
      <h1>{bulkTexts.preview}</h1>
      <Confirm
        title={title}
        action={action}
        csrf={signedIn(c).csrf}
        hidden={{ ...hidden, q: wish.q, massal: c.var.platform.newId() }}
        confirmLabel={confirm}
        cancel={{ href: back, label: bulkTexts.cancel }}
      >
        <Names names={will} />
        <p>{note ?? bulkTexts.assignNote}</p>
        {skipped.length > 0 && (
          <>
            <p>
              <strong>{bulkTexts.skipped(skipped.length)}</strong>
            </p>
            <Names names={skipped} />
          </>
        )}
      </Confirm>
    </div>,
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  return (
    <ul>
      {names.slice(0, MOST_NAMES).map((name) => (
        <li>{name}</li>
      ))}
      {names.length > MOST_NAMES && <li>{bulkTexts.more(names.length - MOST_NAMES)}</li>}
    </ul>
  );
}

export async function assignManyHere(c: Ctx): Promise<Response> {
  return actOn(c, (act, bulk, form) => assignMany(act, { ...bulk, personId: form.text('orang') }));
}

export async function remindManyHere(c: Ctx): Promise<Response> {
  return actOn(c, (act, bulk) => remindMany(act, bulk));
}

type BulkAct = (
  act: Act,
  bulk: { readonly bulkId: string; readonly editionId: string; readonly entryIds: readonly string[] },
  form: Form,
) => Promise<Outcome<unknown>>;

async function actOn(c: Ctx, act: BulkAct): Promise<Response> {
  const form = await readForm(c);
  const board = await boardOf(c, '');
  const bulkId = form.text('massal');
  if (board === null || !isId(bulkId)) return notFound(c);
  const entryIds = form.text('daftar').split(' ').filter(isId).slice(0, MOST_ROWS);
  const { editionId, year } = board.edition;
  const outcome = await perform(c.var.platform, who(c), async (one) =>
    form.has('orang') && !isId(form.text('orang')) ? refuse('verification.not-a-verifier') : act(one, { bulkId, editionId, entryIds }, form),
  );
  return outcome.ok
    ? seeOther(c, boardAddress(year, { view: 'tabel', q: form.text('q'), bulk: bulkId }), null)
    : drawBoard(c, { refusal: outcome.refusal, form });
}

export async function undoBulkHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const bulkId = form.text('massal');
  const outcome = await perform(c.var.platform, who(c), async (act) => (isId(bulkId) ? undoBulk(act, { bulkId }) : refuse('bulk.not-found')));
  if (!outcome.ok) return drawBoard(c, { refusal: outcome.refusal, form });
  return seeOther(c, boardAddress(Number(c.req.param('year')), { view: 'tabel', q: form.text('q') }), 'undone');
}
