// The panel of a category: who sits on it and what each will not score; who can be asked to, with office and roles beside the name.

import { type Contender, tiedContenders } from '../../domain/jury/appointment.ts';
import { leastJurors } from '../../domain/jury/panel.ts';
import { type Actor, rolesOf } from '../../domain/people/role.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { findCategories, findCategoryByCode, findEditionByYear, findRubric, findStages } from '../../store/edition.read.ts';
import { findContenders, findPanelStanding, findRecusals, hasSealedSheet } from '../../store/jury.read.ts';
import { findActors, listPeople } from '../../store/people.read.ts';
import { accessTexts } from '../../texts/id/access.ts';
import { formatList } from '../../texts/id/format.ts';
import { panelTexts } from '../../texts/id/jury.ts';
import { seatWords } from '../../texts/id/people-admin.ts';
import { say } from '../../texts/id/say.ts';
import { roleTexts } from '../../texts/id/ui.ts';
import { errorOf, notFound, page, problemsOf, ROLE_NAMES, seeOther, statusOf } from '../answer.tsx';
import type { Form as Typed } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { SearchBox, Tabs } from '../ui/browsing.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { EmptyState } from '../ui/panels.tsx';
import { Table } from '../ui/table.tsx';

const SHOWN = 30;

/** The first category's panel, for the address without one. */
export async function showPanels(c: Ctx): Promise<Response> {
  const edition = await findEditionByYear(c.var.platform.db, c.var.region.regionId, Number(c.req.param('year')));
  const [first] = edition === null ? [] : await findCategories(c.var.platform.db, c.var.region.regionId, edition.editionId);
  return edition === null || first === undefined ? notFound(c) : seeOther(c, paths.panel(edition.year, first.code));
}

export function showPanel(c: Ctx): Promise<Response> {
  return drawPanel(c, null, null);
}

interface Sitting {
  readonly code: string;
  readonly actor: Actor;
  readonly isChair: boolean;
  readonly confirmedAt: string | null;
  /** Names of the entries this juror will not score: found, or declared. */
  readonly leaves: readonly Contender[];
}

export async function drawPanel(c: Ctx, refusal: Refusal | null, typed: Typed | null): Promise<Response> {
  const { db, now } = c.var.platform;
  const { regionId } = c.var.region;
  const year = Number(c.req.param('year'));
  const category = await findCategoryByCode(db, regionId, year, c.req.param('category') ?? '');
  if (category === null) return notFound(c);
  const { categoryId } = category;
  const words = (c.req.query('cari') ?? '').slice(0, 100).trim();
  const [categories, standing, recusals, contenders, people, isJudging, rubric] = await Promise.all([
    findCategories(db, regionId, category.editionId),
    findPanelStanding(db, regionId, categoryId),
    findRecusals(db, regionId, categoryId),
    findContenders(db, regionId, categoryId),
    listPeople(db, { regionId, now: now(), words, offset: 0, limit: SHOWN }),
    hasSealedSheet(db, regionId, categoryId),
    findRubric(db, regionId, categoryId),
  ]);
  const isLate = (await findStages(db, regionId, category.editionId)).some(({ kind, opensAt }) => kind === 'presentation' && opensAt <= now());
  const needed = rubric?.body.minJurors ?? 0;
  const free = people.map(({ personId }) => personId).filter((id) => !standing.some(({ personId }) => personId === id));
  const chosen = typed === null || free.includes(typed.text('orang')) ? [] : [typed.text('orang')];
  const ids = [...standing.map(({ personId }) => personId), ...free, ...chosen].filter((id) => id !== '');
  const actors = new Map((await findActors(db, regionId, ids, now())).map((actor) => [actor.personId, actor]));
  const tiesOf = (actor: Actor) => tiedContenders({ ...actor, seats: [...actor.seats, ...actor.pastSeats] }, contenders, now());
  const panel = standing.flatMap((juror): Sitting[] => {
    const actor = actors.get(juror.personId);
    if (actor === undefined) return [];
    const recused = new Set(recusals.filter(({ personId }) => personId === juror.personId).map(({ entryId }) => entryId));
    const tied = new Set(tiesOf(actor).map(({ entryId }) => entryId));
    return [{ ...juror, actor, leaves: contenders.filter(({ entryId }) => recused.has(entryId) || tied.has(entryId)) }];
  });
  const choices = [...free, ...chosen].flatMap((id) => {
    const actor = actors.get(id);
    return actor === undefined
      ? []
      : [
          {
            value: id,
            label: panelTexts.choice(
              actor.name,
              placeOf(actor),
              tiesOf(actor).map(({ name }) => name),
            ),
          },
        ];
  });
  const fewest = leastJurors(
    panel.map(({ leaves }) => leaves.map(({ entryId }) => entryId)),
    contenders.map(({ entryId }) => entryId),
  );
  const here = paths.panel(year, category.code);
  return page(
    c,
    { title: `Dewan juri ${category.name}`, current: paths.panels(year), year, error: refusal !== null },
    <div class="tumpuk">
      {refusal && <ErrorSummary problems={refusal.code === 'panel.objections' ? [{ field: 'tahu', text: say(refusal) }] : problemsOf(refusal)} />}
      <h1>Dewan juri {category.name}</h1>
      <Tabs label="Kategori" places={categories.map(({ code, name }) => ({ href: paths.panel(year, code), label: name, current: code === category.code }))} />
      {panel.length === 0 ? <EmptyState title={panelTexts.none}>{panelTexts.noneYet}</EmptyState> : <Panel c={c} here={here} panel={panel} />}
      {panel.length >= needed && fewest < needed && <Notice kind="awas">{panelTexts.tooFew(fewest, needed)}</Notice>}
      <section class="baca tumpuk" aria-labelledby="tunjuk">
        <h2 id="tunjuk">{panelTexts.appoint}</h2>
        {isJudging ? (
          <p>{say({ code: 'panel.judging-begun', facts: {} })}</p>
        ) : (
          <>
            <SearchBox action={here} name="cari" label={panelTexts.search} value={words} buttonLabel="Cari" />
            <Form action={here} csrf={signedIn(c).csrf}>
              <Field
                name="orang"
                kind="select"
                label={panelTexts.person}
                hint={panelTexts.shown(SHOWN)}
                choices={choices}
                placeholder="Pilih"
                value={typed?.text('orang')}
                error={errorOf(refusal, 'orang')}
              />
              <Field name="ketua" kind="checkbox" label={panelTexts.asChair} value="ya" checked={typed?.text('ketua') === 'ya'} />
              {isLate && (
                <Field
                  name="alasan"
                  kind="textarea"
                  rows={3}
                  label={panelTexts.lateReason}
                  hint={panelTexts.lateHint}
                  value={typed?.text('alasan')}
                  error={errorOf(refusal, 'alasan')}
                />
              )}
              {refusal?.code === 'panel.objections' && <Objections refusal={refusal} />}
              <Button kind="utama">{panelTexts.appoint}</Button>
            </Form>
          </>
        )}
      </section>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

/** Seats and roles, as they stand beside a name. */
function placeOf(actor: Actor): string {
  const roles = rolesOf(actor).map((role) => roleTexts[ROLE_NAMES[role]]);
  return [...actor.seats.map(seatWords), ...roles].join(' · ');
}

function Objections({ refusal }: { readonly refusal: Refusal }) {
  return (
    <Notice kind="awas" level={3} title={panelTexts.before}>
      {Object.values(refusal.fields ?? {}).map((one) => (
        <p key={one.code}>{say(one)}</p>
      ))}
      <Field name="tahu" kind="checkbox" label={panelTexts.knowing} value="ya" required error={say(refusal)} />
    </Notice>
  );
}

function Panel({ c, here, panel }: { readonly c: Ctx; readonly here: string; readonly panel: readonly Sitting[] }) {
  return (
    <Table
      label="Dewan juri"
      columns={[
        { key: 'code', label: 'Kode' },
        { key: 'name', label: 'Nama', heading: true },
        { key: 'seat', label: 'Sebagai' },
        { key: 'leaves', label: panelTexts.leaves },
        { key: 'pact', label: panelTexts.pact },
      ]}
      rows={panel.map(({ code, actor, isChair, confirmedAt, leaves }) => ({
        id: code,
        cells: {
          code,
          name: (
            <>
              {actor.name}
              <small>{placeOf(actor)}</small>
            </>
          ),
          seat: `${isChair ? 'Ketua juri' : 'Juri'}${actor.waiting === undefined ? '' : `, ${accessTexts.waits}`}`,
          leaves: leaves.length === 0 ? '–' : formatList(leaves.map(({ name }) => name)),
          pact:
            confirmedAt === null ? (
              <Form action={`${here}/lepas`} csrf={signedIn(c).csrf} hidden={{ orang: actor.personId }} inline>
                {panelTexts.unconfirmed}
                <Button kind="polos" size="kecil">
                  {panelTexts.release}
                  <span class="hanya-baca"> {actor.name}</span>
                </Button>
              </Form>
            ) : (
              panelTexts.confirmed
            ),
        },
      }))}
    />
  );
}
