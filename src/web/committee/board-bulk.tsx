// The bar above the table for work on many entries, and the strip that takes it back.

import { undoUntil } from '../../domain/assessment/bulk.ts';
import { isId } from '../../domain/shared/ids.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { millisecondsBetween } from '../../domain/shared/time.ts';
import { findBulk } from '../../store/bulk.read.ts';
import { bulkTexts } from '../../texts/id/bulk.ts';
import { errorOf } from '../answer.tsx';
import type { Form as Typed } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { type BoardWish, queryOf } from './board-address.ts';
import { MARKS_FORM } from './board-table.tsx';
import type { Board } from './board-view.ts';
import { Waiting, waitsFor } from './stage-line.tsx';

interface BulkBarProps {
  readonly c: Ctx;
  readonly board: Board;
  readonly wish: BoardWish;
  readonly csrf: string;
  readonly refusal: Refusal | null;
  readonly typed: Typed | null;
}

export function BulkBar({ c, board, wish, csrf, refusal, typed }: BulkBarProps) {
  const why = waitsFor(c, board.stages, 'verification');
  const query = new URLSearchParams(queryOf({ ...wish, view: 'tabel', bulk: '' }));
  return (
    <form class="massal" id={MARKS_FORM} method="post" action={`${paths.board(board.edition.year)}/tindakan?${query}`} aria-label={bulkTexts.label}>
      <input type="hidden" name="csrf" value={csrf} />
      <output class="tebal" id="terpilih" hidden />
      <Field kind="checkbox" name="semua" value="ya" label={bulkTexts.all(board.items.length)} checked={typed?.text('semua') === 'ya'} />
      {why === null ? (
        <>
          <Field
            kind="select"
            name="orang"
            label={bulkTexts.assignTo}
            placeholder={bulkTexts.pick}
            short
            value={typed?.text('orang')}
            error={errorOf(refusal, 'orang')}
            choices={board.verifiers.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
          <Button kind="netral" size="kecil" name="tindakan" value="tugaskan">
            {bulkTexts.assign}
          </Button>
        </>
      ) : (
        <Waiting year={board.edition.year} stages={board.stages} kind="verification" why={why} />
      )}
      <Button kind="netral" size="kecil" icon="pesan" name="tindakan" value="ingatkan">
        {bulkTexts.remind}
      </Button>
    </form>
  );
}

/** What the visitor has just done to many entries, while it can be taken back. */
export async function undoStrip(c: Ctx, { edition, now }: Board, { bulk: bulkId, q }: BoardWish) {
  if (!isId(bulkId)) return null;
  const bulk = await findBulk(c.var.platform.db, c.var.region.regionId, bulkId);
  const { actor, csrf } = signedIn(c);
  if (bulk === null || bulk.actedBy !== actor.personId || bulk.undoneAt !== null) return null;
  const seconds = Math.ceil(millisecondsBetween(now, undoUntil(bulk.actedAt)) / 1000);
  const count = bulk.entryIds.length;
  return (
    <div class="kabar" role="status">
      <span>{bulk.personName === null ? bulkTexts.reminded(count) : bulkTexts.assigned(count, bulk.personName)}</span>
      {seconds > 0 && (
        <form class="sebaris" method="post" action={`${paths.board(edition.year)}/batalkan`} id="batalkan" data-detik={seconds}>
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="massal" value={bulkId} />
          <input type="hidden" name="q" value={q} />
          <button type="submit">{bulkTexts.undo(seconds)}</button>
        </form>
      )}
    </div>
  );
}
