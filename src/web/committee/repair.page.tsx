// Asking for repair: one note per place, prefilled where the verifier already wrote why.

import type { RepairPlace } from '../../domain/assessment/verification.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { HOUR, type Instant, later } from '../../domain/shared/time.ts';
import { zoneOf } from '../../texts/id/format.ts';
import { indicatorName } from '../../texts/id/instrument.ts';
import { errorOf, notFound, page, problemsOf, statusOf } from '../answer.tsx';
import type { Form as Typed } from '../form.ts';
import { fromTypedDay } from '../local-time.ts';
import { DayField } from '../moment-field.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { type Review, reviewHere } from './verification.page.tsx';

const PARTS = [
  'Nama dan tahapan',
  'Penggagas dan urusan',
  'Tanggal dan pengembangan',
  'Rancang bangun',
  'Tujuan, manfaat, hasil',
  'Anggaran dan profil bisnis',
  'Tim dan narahubung',
];

const CLOSING_HOUR = 16;

/** The notes and the deadline as typed; the date counts to 16.00 in the region's zone. */
export function repairOf(c: Ctx, form: Typed): { readonly until: Instant; readonly notes: readonly RepairPlace[] } {
  const notes = Object.entries(form.values).flatMap(([name, note]) => (name.startsWith('note-') && note !== '' ? [{ place: name.slice(5), note }] : []));
  const day = fromTypedDay(form.text('until'), zoneOf(c.var.region.zone));
  return { until: day === null ? '' : later(day, CLOSING_HOUR * HOUR), notes };
}

export async function showRepair(c: Ctx): Promise<Response> {
  return drawRepair(c, null, null);
}

export async function drawRepair(c: Ctx, refusal: Refusal | null, typed: Typed | null): Promise<Response> {
  const review = await reviewHere(c);
  if (review === null) return notFound(c);
  const { entry } = review;
  const first = review.indicators[0]?.code ?? '';
  return page(
    c,
    {
      title: `Minta perbaikan ${entry.innovationName}`,
      year: entry.year,
      back: { href: paths.verification(entry.entryId, first), label: entry.innovationName },
      error: refusal !== null,
      islands: ['read-back'],
    },
    <div class="baca tumpuk ruang-5">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>Minta perbaikan</h1>
      <p>
        {entry.innovationName} kembali kepada inovator. Hanya tempat yang Anda beri catatan yang terbuka; yang lain tetap terkunci dan putusannya tetap berlaku.
      </p>
      <Form action={`/verifikasi/${entry.entryId}/perbaikan`} csrf={signedIn(c).csrf}>
        <Places review={review} refusal={refusal} typed={typed} />
        <DayField
          name="until"
          label="Batas perbaikan"
          hint="Pukul 16.00 pada tanggal ini, misalnya 31-07-2026."
          value={typed?.text('until') ?? ''}
          error={errorOf(refusal, 'until')}
          zone={zoneOf(c.var.region.zone)}
        />
        <Button kind="utama">Kirim permintaan perbaikan</Button>
      </Form>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function Places({ review, refusal, typed }: { readonly review: Review; readonly refusal: Refusal | null; readonly typed: Typed | null }) {
  const noted = review.indicators.filter(({ code }) => review.progress.repairs.includes(code));
  const note = (place: string, label: string, known: string) => (
    <Field
      kind="textarea"
      rows={2}
      key={place}
      name={`note-${place}`}
      label={label}
      optional={known === ''}
      value={typed?.text(`note-${place}`) ?? known}
      error={errorOf(refusal, `note-${place}`)}
    />
  );
  return (
    <>
      {noted.length === 0 && <p>Belum ada indikator berputusan Perlu perbaikan.</p>}
      {noted.map(({ code }) => note(code, indicatorName(review.instrument, code), review.verdicts.get(code)?.reason ?? ''))}
      <details class="rinci">
        <summary>Bagian profil</summary>
        <div class="tumpuk">{PARTS.map((label, at) => note(`profile:${at + 1}`, `Profil ${at + 1}: ${label}`, ''))}</div>
      </details>
    </>
  );
}
