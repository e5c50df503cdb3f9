import { changeSettings, settingsOf, settingsText } from '../../actions/edition/change-settings.ts';
import { perform } from '../../actions/perform.ts';
import { type EditionSettings, readPrizes } from '../../domain/edition/settings.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { settingsTexts } from '../../texts/id/edition-editor.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { atField, REASON_FIELDS, ReasonField } from './edition-fields.tsx';
import { type EditionView, readEdition } from './edition-view.ts';

interface Typed {
  readonly settings: EditionSettings;
  readonly reason: string;
  readonly basedOn: string;
}

export async function showSettings(c: Ctx): Promise<Response> {
  const view = await readEdition(c);
  if (view === null) return notFound(c);
  const settings = settingsOf(view.edition);
  return draw(c, view, null, { settings, reason: '', basedOn: settingsText(settings) });
}

export async function changeSettingsHere(c: Ctx): Promise<Response> {
  const view = await readEdition(c);
  if (view === null) return notFound(c);
  const form = await readForm(c);
  const prizes = Object.fromEntries(view.categories.map(({ code }) => [code, readPrizes(form.text(`prize-${code}`))]));
  const texts = { welcome: form.text('welcome'), contact: form.text('contact') };
  const settings = { name: form.text('name'), venue: form.text('venue'), texts, prizes: { ...view.edition.prizes, ...prizes } };
  const typed = { settings, reason: form.text('reason'), basedOn: form.text('basedOn') };
  const change = { ...typed, editionId: view.edition.editionId };
  const outcome = await perform(c.var.platform, who(c), (act) => changeSettings(act, change));
  return outcome.ok ? seeOther(c, paths.edition(view.edition.year)) : draw(c, view, atField(outcome.refusal, REASON_FIELDS), typed);
}

function draw(c: Ctx, view: EditionView, refusal: Refusal | null, { settings, reason, basedOn }: Typed): Response {
  const { year } = view.edition;
  return page(
    c,
    {
      title: settingsTexts.title,
      current: paths.edition(year),
      year,
      back: { href: paths.edition(year), label: `Edisi ${year}` },
      error: refusal !== null,
    },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{settingsTexts.title}</h1>
      <p class="utama">{settingsTexts.lead}</p>
      <Form action={paths.editionSettings(year)} csrf={signedIn(c).csrf} hidden={{ basedOn }}>
        <Field name="name" label={settingsTexts.name} value={settings.name} maxLength={200} error={errorOf(refusal, 'name')} />
        <Field name="venue" label={settingsTexts.venue} optional value={settings.venue} maxLength={200} error={errorOf(refusal, 'venue')} />
        <Field
          name="welcome"
          kind="textarea"
          rows={3}
          label={settingsTexts.welcome}
          hint={settingsTexts.welcomeHint}
          optional
          value={settings.texts.welcome ?? ''}
          maxLength={2000}
          error={errorOf(refusal, 'welcome')}
        />
        <Field
          name="contact"
          kind="textarea"
          rows={2}
          label={settingsTexts.contact}
          hint={settingsTexts.contactHint}
          optional
          value={settings.texts.contact ?? ''}
          maxLength={2000}
          error={errorOf(refusal, 'contact')}
        />
        {view.categories.map(({ code, name }) => (
          <Field
            key={code}
            name={`prize-${code}`}
            kind="textarea"
            rows={3}
            label={settingsTexts.prizes(name)}
            hint={settingsTexts.prizesHint}
            optional
            value={(settings.prizes[code] ?? []).join('\n')}
            maxLength={4000}
            error={errorOf(refusal, `prize-${code}`)}
          />
        ))}
        <ReasonField reason={reason} refusal={refusal} />
        <p class="baris">
          <Button kind="utama">{settingsTexts.save}</Button>
          <ButtonLink kind="netral" href={paths.edition(year)}>
            Batal
          </ButtonLink>
        </p>
      </Form>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
