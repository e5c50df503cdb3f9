// Pakta integritas: conflicts found are shown, further ones declared, before anything opens.

import { confirmConflicts } from '../../actions/jury/confirm-conflicts.ts';
import { perform } from '../../actions/perform.ts';
import { conflictsFound, type Finalist } from '../../domain/jury/panel.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { type Appointment, findFinalists, findRecusals, listAppointments } from '../../store/jury.read.ts';
import { formatDateTime, zoneOf } from '../../texts/id/format.ts';
import { juryTexts, recusalWords } from '../../texts/id/jury.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { type Form as PostedForm, readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';

export async function showPact(c: Ctx): Promise<Response> {
  const appointment = await appointmentOf(c, c.req.query('kategori') ?? '', c.req.query('tahun') ?? '');
  return appointment === null ? notFound(c) : drawPact(c, appointment, null, null);
}

export async function confirmPact(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const appointment = await appointmentOf(c, form.text('kategori'), form.text('tahun'));
  if (appointment === null) return notFound(c);
  if (appointment.confirmedAt !== null) return seeOther(c, paths.jury, null);
  if (form.text('pakta') === '') return drawPact(c, appointment, form, { code: 'pact.missing', facts: {}, fields: {} });
  const declared = Object.keys(form.values)
    .filter((name) => name.startsWith('benturan-'))
    .map((name) => name.slice('benturan-'.length))
    .map((entryId) => ({ entryId, reason: form.text(`alasan-${entryId}`) }));
  const outcome = await perform(c.var.platform, who(c), (act) => confirmConflicts(act, { categoryId: appointment.categoryId, declared }));
  return outcome.ok ? seeOther(c, paths.jury, 'pact') : drawPact(c, appointment, form, outcome.refusal);
}

/** Of the year, else the newest: a code may stand in several editions. */
async function appointmentOf(c: Ctx, code: string, year: string): Promise<Appointment | null> {
  const every = await listAppointments(c.var.platform.db, c.var.region.regionId, signedIn(c).actor.personId);
  const all = year === '' ? every : every.filter((one) => String(one.year) === year);
  return all.find((one) => one.categoryCode === code) ?? (code === '' ? (all.find((one) => one.confirmedAt === null) ?? all[0] ?? null) : null);
}

async function drawPact(c: Ctx, appointment: Appointment, form: PostedForm | null, refusal: Refusal | null): Promise<Response> {
  const { actor, csrf } = signedIn(c);
  const { db, now } = c.var.platform;
  const { regionId } = c.var.region;
  const finalists = await findFinalists(db, regionId, appointment.categoryId);
  const recorded = (await findRecusals(db, regionId, appointment.categoryId)).filter((one) => one.personId === actor.personId);
  const found =
    appointment.confirmedAt === null ? conflictsFound({ personId: actor.personId, seats: [...actor.seats, ...actor.pastSeats] }, finalists, now()) : recorded;
  const reasons = new Map(found.map((one) => [one.entryId, recusalWords(one.reason)]));
  const title = `${juryTexts.pact}, ${appointment.categoryName}`;
  return page(
    c,
    { title, back: { href: paths.jury, label: juryTexts.list }, error: refusal !== null, roleContext: appointment.categoryName },
    <div class="baca tumpuk ruang-5">
      {refusal && <ErrorSummary problems={refusal.code === 'pact.missing' ? [{ field: 'pakta', text: juryTexts.pactMissing }] : problemsOf(refusal)} />}
      <h1>{title}</h1>
      <p class="utama">{juryTexts.pactLead}</p>
      {appointment.confirmedAt !== null ? (
        <Confirmed at={formatDateTime(appointment.confirmedAt, zoneOf(c.var.region.zone))} finalists={finalists} reasons={reasons} />
      ) : finalists.length === 0 ? (
        <Notice kind="info">Finalis kategori ini belum diumumkan. Pernyataan dibuka sesudah pengumuman.</Notice>
      ) : (
        <PactForm csrf={csrf} appointment={appointment} finalists={finalists} reasons={reasons} form={form} refusal={refusal} />
      )}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

interface ReasonsProps {
  readonly finalists: readonly Finalist[];
  readonly reasons: ReadonlyMap<string, string>;
}

function Confirmed({ at, finalists, reasons }: ReasonsProps & { readonly at: string }) {
  return (
    <>
      <Notice kind="sukses">{`${juryTexts.confirmed}: ${at}.`}</Notice>
      <ul class="tumpuk">
        {finalists.map((finalist) => (
          <li key={finalist.entryId}>
            <b>{finalist.name}</b>, {finalist.agencyName}
            {reasons.has(finalist.entryId) && <p>{`${juryTexts.stepsBack}. ${reasons.get(finalist.entryId)}`}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

interface PactFormProps extends ReasonsProps {
  readonly csrf: string;
  readonly appointment: Appointment;
  readonly form: PostedForm | null;
  readonly refusal: Refusal | null;
}

function PactForm({ csrf, appointment, finalists, reasons, form, refusal }: PactFormProps) {
  return (
    <Form action={paths.pact} csrf={csrf} hidden={{ kategori: appointment.categoryCode, tahun: String(appointment.year) }}>
      {finalists.map((finalist) => (
        <fieldset class="kartu kartu--pakta tumpuk" key={finalist.entryId}>
          <legend>
            <b>{finalist.name}</b>, {finalist.agencyName}
          </legend>
          {reasons.has(finalist.entryId) ? (
            <Notice kind="awas" title={juryTexts.stepsBack} level={3}>
              {reasons.get(finalist.entryId)}
            </Notice>
          ) : (
            <>
              <Field
                kind="checkbox"
                name={`benturan-${finalist.entryId}`}
                label={juryTexts.declare}
                value="ya"
                checked={form?.has(`benturan-${finalist.entryId}`)}
              />
              <Field
                name={`alasan-${finalist.entryId}`}
                label={`${juryTexts.reason}, ${finalist.name}`}
                hint={juryTexts.reasonHint}
                optional
                maxLength={1000}
                value={form?.text(`alasan-${finalist.entryId}`)}
                error={errorOf(refusal, `alasan-${finalist.entryId}`)}
              />
            </>
          )}
        </fieldset>
      ))}
      <Field
        kind="checkbox"
        name="pakta"
        label={juryTexts.pactPromise}
        value="ya"
        checked={form?.has('pakta')}
        error={refusal?.code === 'pact.missing' ? juryTexts.pactMissing : undefined}
      />
      <p>
        <Button kind="juri">{juryTexts.confirm}</Button>
      </p>
    </Form>
  );
}
