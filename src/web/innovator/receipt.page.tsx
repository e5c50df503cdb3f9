// The receipt of a submit: number, time, what happens now; and taking the entry back.

import { withdrawEntry } from '../../actions/innovation/withdraw.ts';
import { perform } from '../../actions/perform.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { findSnapshots, type Snapshot } from '../../store/innovation-snapshot.read.ts';
import { formatDateTime } from '../../texts/id/format.ts';
import { notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Form } from '../ui/form.tsx';
import { Letterhead } from '../ui/letterhead.tsx';
import { Details, Receipt } from '../ui/panels.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { stepsOf } from './entry-aside.tsx';
import { StateTag } from './entry-pieces.tsx';
import { type EntryView, idOf, viewEntry } from './entry-view.ts';

export async function showReceipt(c: Ctx): Promise<Response> {
  return draw(c, null);
}

export async function withdrawHere(c: Ctx): Promise<Response> {
  await readForm(c);
  const entryId = idOf(c);
  const outcome = await perform(c.var.platform, who(c), (act) => withdrawEntry(act, { entryId }));
  if (outcome.ok) return seeOther(c, paths.entry(entryId), 'withdrawn');
  return outcome.refusal.code === 'entry.not-found' ? notFound(c) : draw(c, outcome.refusal);
}

async function draw(c: Ctx, refusal: Refusal | null): Promise<Response> {
  const view = await viewEntry(c);
  if (view === null) return notFound(c);
  const [last] = await findSnapshots(c.var.platform.db, c.var.region.regionId, view.entry.entryId);
  if (last === undefined) return notFound(c);
  const { entry } = view;
  return page(
    c,
    {
      title: `Tanda terima ${entry.registrationNumber}`,
      current: paths.entries,
      back: { href: paths.entry(entry.entryId), label: 'Daftar tugas' },
      error: refusal !== null,
      islands: ['print-page'],
    },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <Letterhead regionName={c.var.region.name} edition={entry.editionName} />
      <Receipt
        title={last.version === 1 ? 'Usulan terkirim' : `Usulan terkirim, versi ${last.version}`}
        number={entry.registrationNumber ?? ''}
        at={`Terkirim ${formatDateTime(last.takenAt, view.zone)}`}
        rows={rowsOf(view, last)}
        next={{ title: 'Yang terjadi selanjutnya', events: stepsOf(view) }}
        actions={
          <>
            <ButtonLink kind="netral" href={paths.entry(entry.entryId)}>
              Lihat usulan
            </ButtonLink>
            <PrintButton />
          </>
        }
      />
      {view.edits && entry.state === 'submitted' && entry.approvedAt === null && (
        <div class="jangan-cetak">
          <Details summary="Batalkan keikutsertaan">
            <p>
              <strong>Tidak dapat dikembalikan.</strong> Usulan ini tidak dinilai pada edisi ini dan tidak dapat diubah atau dikirim lagi. Untuk memperbaiki
              isian, mintalah kepala kantor mengembalikannya.
            </p>
            <Form action={paths.withdraw(entry.entryId)} csrf={signedIn(c).csrf}>
              <p>
                <Button kind="bahaya">Ya, batalkan keikutsertaan</Button>
              </p>
            </Form>
          </Details>
        </div>
      )}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function rowsOf({ entry }: EntryView, last: Snapshot) {
  return [
    { term: 'Inovasi', value: entry.innovationName },
    { term: 'Kantor', value: entry.agencyName },
    { term: 'Kategori', value: `${entry.categoryName}, ${entry.year}` },
    { term: 'Dikirim oleh', value: last.takenByName },
    { term: 'Status sekarang', value: <StateTag state={entry.state} /> },
    {
      term: 'Sidik isi',
      value: (
        <>
          <code>{last.digest.slice(0, 16)}</code>
          <br />
          <small>Tanda bahwa isian tidak berubah sesudah dikirim; sama dengan yang tercatat pada riwayat usulan.</small>
        </>
      ),
    },
  ];
}
