// A seat offered: the receiver's confirmation.

import { callOff, takeOver } from '../../actions/people/hand-over.ts';
import { perform } from '../../actions/perform.ts';
import { isId } from '../../domain/shared/ids.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { findHandover, findSeat, findSeatLoad } from '../../store/people-seats.read.ts';
import { formatDateTime, zoneOf } from '../../texts/id/format.ts';
import { goesAlongWords, handoverTexts, staysByAdminWords } from '../../texts/id/handover.ts';
import { seatTexts, seatWords } from '../../texts/id/people-admin.ts';
import { notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Words } from './seat-parts.tsx';
import { WorkList } from './work-list.tsx';

export function showHandover(c: Ctx): Promise<Response> {
  return draw(c, null);
}

export async function decideHandover(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const handoverId = c.req.param('id') ?? '';
  if (!isId(handoverId)) return notFound(c);
  const isTaken = form.text('act') === 'take';
  const outcome = await perform(c.var.platform, who(c), (act) => (isTaken ? takeOver : callOff)(act, { handoverId }));
  return outcome.ok ? seeOther(c, isTaken ? paths.handover(handoverId) : paths.mine) : draw(c, outcome.refusal);
}

async function draw(c: Ctx, refusal: Refusal | null): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const handover = isId(id) ? await findHandover(db, regionId, id) : null;
  if (handover === null || handover.receiverId !== signedIn(c).actor.personId) return notFound(c);
  const seat = await findSeat(db, regionId, handover.seatId);
  const load = seat === null ? null : await findSeatLoad(db, regionId, { ...seat, holderId: handover.giverId }, c.var.platform.now());
  const zone = zoneOf(c.var.region.zone);
  const isTaken = handover.receivedAt !== null;
  const title = isTaken ? handoverTexts.taken : handoverTexts.title;
  const isOpen = handover.receivedAt === null && handover.endedAt === null;
  return page(
    c,
    { title, back: { href: paths.mine, label: 'Tugas saya' }, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{title}</h1>
      <p class="utama">{seatWords(handover)}</p>
      {handover.receivedAt !== null && (
        <Notice kind="sukses" title="Jabatan sudah Anda terima" live>
          {`Sejak ${formatDateTime(handover.receivedAt, zone)}.`}
        </Notice>
      )}
      {handover.endedAt !== null && <Notice kind="awas">Serah terima ini dibatalkan. Jabatannya tidak berpindah.</Notice>}
      <DefinitionList
        rows={[
          { term: 'Dari', value: handover.giverName ?? 'jabatan kosong' },
          { term: 'Diserahkan oleh', value: `${handover.givenByName}, ${formatDateTime(handover.givenAt, zone)}` },
          { term: seatTexts.letter, value: handover.letter === '' ? 'tidak ada' : handover.letter },
          ...(isOpen && seat !== null && load !== null
            ? [
                { term: seatTexts.goesAlong, value: <Words of={goesAlongWords(load, seat.role)} /> },
                { term: `Tetap pada ${handover.giverName ?? 'orangnya'}`, value: <Words of={staysByAdminWords(load.ownRoles)} /> },
              ]
            : []),
        ]}
      />
      {isOpen && (
        <Form action={paths.handover(handover.handoverId)} csrf={signedIn(c).csrf}>
          <p class="baris">
            <Button kind="utama" name="act" value="take">
              Terima jabatan
            </Button>
            <Button kind="netral" name="act" value="decline">
              Tolak jabatan
            </Button>
          </p>
        </Form>
      )}
      {isTaken && (
        <section class="tumpuk" aria-labelledby="dapat">
          <h2 id="dapat">{handoverTexts.now}</h2>
          <WorkList actor={signedIn(c).actor} />
          <p>
            <ButtonLink href={paths.mine}>Ke tugas saya</ButtonLink>
          </p>
        </section>
      )}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
