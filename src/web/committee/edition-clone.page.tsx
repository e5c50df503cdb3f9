import { cloneEdition } from '../../actions/edition/clone-edition.ts';
import { perform } from '../../actions/perform.ts';
import { leadingStage, yearsLater } from '../../domain/edition/clone.ts';
import { isId } from '../../domain/shared/ids.ts';
import { fault, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { findFirstStages } from '../../store/edition.read.ts';
import { cloneReason } from '../../texts/id/edition.ts';
import { startTexts } from '../../texts/id/edition-editor.ts';
import { zoneOf } from '../../texts/id/format.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { fromTypedDay, toTypedDay } from '../local-time.ts';
import { DayField } from '../moment-field.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { findLiveEdition } from './edition-view.ts';

interface Typed {
  readonly id: string;
  readonly year: string;
  readonly name: string;
  readonly venue: string;
  readonly firstDay: string;
  /** The day as the form first offered it: left alone, the copy keeps the days of the year. */
  readonly usualDay: string;
}

export async function showClone(c: Ctx): Promise<Response> {
  const edition = await findLiveEdition(c);
  if (edition === null) return notFound(c);
  const year = edition.year + 1;
  const name = edition.name.replace(String(edition.year), String(year));
  const stages = await findFirstStages(c.var.platform.db, c.var.region.regionId, edition.editionId);
  const leading = leadingStage(stages);
  const usualDay = leading === undefined ? '' : toTypedDay(yearsLater(leading.opensAt, 1), zoneOf(c.var.region.zone));
  return draw(c, edition.year, null, { id: c.var.platform.newId(), year: String(year), name, venue: edition.venue, firstDay: usualDay, usualDay });
}

export async function cloneHere(c: Ctx): Promise<Response> {
  const edition = await findLiveEdition(c);
  if (edition === null) return notFound(c);
  const form = await readForm(c);
  const text = (name: keyof Typed) => form.text(name);
  const typed = { id: text('id'), year: text('year'), name: text('name'), venue: text('venue'), firstDay: text('firstDay'), usualDay: text('usualDay') };
  const keepsDays = typed.firstDay === '' || typed.firstDay === typed.usualDay;
  const firstDay = keepsDays ? null : fromTypedDay(typed.firstDay, zoneOf(c.var.region.zone));
  if (!keepsDays && firstDay === null) return draw(c, edition.year, refuse('edition.first-day-unreadable').refusal, typed);
  const copy = {
    editionId: isId(typed.id) ? typed.id : c.var.platform.newId(),
    fromYear: edition.year,
    year: /^\d{4}$/.test(typed.year) ? Number(typed.year) : 0,
    name: typed.name,
    venue: typed.venue.slice(0, 200),
    firstDay,
    reason: cloneReason(edition.year),
  };
  const outcome = await perform(c.var.platform, who(c), (act) => cloneEdition(act, copy));
  return outcome.ok ? seeOther(c, paths.edition(copy.year), ['edition', copy.name]) : draw(c, edition.year, outcome.refusal, typed);
}

const FIELD_OF: Readonly<Record<string, string>> = {
  'edition.year-taken': 'year',
  'edition.year-not-later': 'year',
  'edition.name-missing': 'name',
  'edition.first-day-unreadable': 'firstDay',
};

function draw(c: Ctx, from: number, given: Refusal | null, typed: Typed): Response {
  const field = given === null ? undefined : FIELD_OF[given.code];
  const refusal = given === null || field === undefined ? given : { ...given, fields: { [field]: fault(given.code, given.facts) } };
  return page(
    c,
    {
      title: `Salin edisi ${from}`,
      islands: ['read-back'],
      current: paths.edition(from),
      year: from,
      back: { href: paths.edition(from), label: `Edisi ${from}` },
      error: refusal !== null,
    },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>Salin edisi {from} menjadi edisi baru</h1>
      <p class="utama">
        Tahapan disalin pada hari dan bulan yang sama di tahun baru, atau bergeser bersama tanggal pendaftaran di bawah. Kategori, ketentuan, dan rubrik disalin
        sebagai versi 1. Usulan, nilai, dan hasil tidak ikut.
      </p>
      <Form action={paths.cloneEdition(from)} csrf={signedIn(c).csrf} hidden={{ id: typed.id, usualDay: typed.usualDay }}>
        <Field name="year" label="Tahun edisi baru" inputMode="numeric" maxLength={4} short value={typed.year} error={errorOf(refusal, 'year')} />
        <Field name="name" label="Nama" value={typed.name} maxLength={200} error={errorOf(refusal, 'name')} />
        <DayField
          name="firstDay"
          label={startTexts.firstDay}
          hint={startTexts.copyDayHint}
          value={typed.firstDay}
          error={errorOf(refusal, 'firstDay')}
          zone={zoneOf(c.var.region.zone)}
        />
        <Field name="venue" label="Tempat presentasi" optional value={typed.venue} maxLength={200} />
        <p class="baris">
          <Button kind="utama">Buat edisi baru</Button>
          <ButtonLink kind="netral" href={paths.edition(from)}>
            Batal
          </ButtonLink>
        </p>
      </Form>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
