import type { Edition } from '../../domain/edition/edition.ts';
import type { Lock } from '../../domain/edition/freeze.ts';
import { checksBefore, type EditionFacts } from '../../domain/edition/readiness.ts';
import { phaseOf, type Stage } from '../../domain/edition/stage.ts';
import { stagesAhead } from '../../domain/edition/timeline.ts';
import { findEdition } from '../../store/edition.read.ts';
import { readEditionFacts } from '../../store/edition-facts.read.ts';
import { entrantWords, rubricLockWords, rulesLockWords, shortlistWords } from '../../texts/id/edition.ts';
import { freezeRows, overviewTexts, startTexts } from '../../texts/id/edition-editor.ts';
import { capitalised, formatDateTime, zoneOf } from '../../texts/id/format.ts';
import { notFound, page, seeOther } from '../answer.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';
import { TaskList } from '../ui/task-list.tsx';
import { WhoInvites } from './edition-checks.tsx';
import { LockWords } from './edition-fields.tsx';
import { canChangeRules, canSchedule, type EditionView, readEdition, yearOf } from './edition-view.ts';
import { editionYears } from './edition-years.tsx';
import { StageCalendar } from './stage-calendar.tsx';

/** The edition as it is set: its stages, categories, what comes next, and what is locked with the reason. */
export async function showEdition(c: Ctx): Promise<Response> {
  const view = await readEdition(c);
  const year = yearOf(c);
  const mayMake = signedIn(c).roles.some((role) => role === 'secretariat' || role === 'admin');
  if (view === null) return year !== null && mayMake ? seeOther(c, paths.newEdition(year)) : notFound(c);
  const { edition } = view;
  const { db, now } = c.var.platform;
  const { regionId } = c.var.region;
  const facts = await readEditionFacts(db, regionId, edition.editionId, now());
  const source = edition.clonedFrom === null ? null : await findEdition(db, regionId, edition.clonedFrom);
  return page(
    c,
    { title: `Edisi ${edition.year}`, current: paths.edition(edition.year), year: edition.year },
    <div class="tumpuk ruang-6">
      <div class="bagian__judul">
        <h1>{edition.name}</h1>
        {mayMake && (
          <ButtonLink href={paths.cloneEdition(edition.year)} kind="netral">
            {overviewTexts.copy}
          </ButtonLink>
        )}
      </div>
      {await editionYears({ c, year: edition.year, roles: ['secretariat', 'chair', 'admin'], pathOf: paths.edition })}
      <Next c={c} view={view} facts={facts} />
      {view.stages.some((stage) => stage.kind === 'registration' && phaseOf(stage, now()) === 'open') && <WhoInvites c={c} facts={facts} />}
      <Stages c={c} view={view} />
      <Categories c={c} view={view} />
      <More view={view} source={source} mayChange={canChangeRules(c, view)} />
      <Locks view={view} />
    </div>,
  );
}

/** The stage that opens next, and how much is missing before it can; below it, quietly, what was passed over. */
function Next({ c, view, facts }: { readonly c: Ctx; readonly view: EditionView; readonly facts: EditionFacts }) {
  const { next, passedOver } = stagesAhead(view.stages, c.var.platform.now());
  const missing = next === null ? 0 : checksBefore(next.kind, view.stages, facts).filter(({ isMet, isNeeded }) => isNeeded && !isMet).length;
  // Nothing waits for outreach: registration may open before it.
  const beside = next?.kind === 'outreach' ? view.stages.find(({ kind, opensAt }) => kind === 'registration' && opensAt > c.var.platform.now()) : undefined;
  const opening = (stage: Stage) => formatDateTime(stage.opensAt, zoneOf(c.var.region.zone));
  return (
    <>
      {next !== null && (
        <Notice kind={missing > 0 ? 'awas' : 'langkah'} title={overviewTexts.next(next.name)}>
          <p>
            {overviewTexts.opensAt(opening(next))} {missing > 0 ? overviewTexts.missing(missing) : overviewTexts.ready}
          </p>
          {canSchedule(c, view) && (
            <p class="baris">
              {[next, ...(beside === undefined ? [] : [beside])].map((stage) => (
                <ButtonLink key={stage.stageId} href={paths.stage(view.edition.year, stage.stageId)}>
                  {overviewTexts.toStage(stage.name)}
                </ButtonLink>
              ))}
            </p>
          )}
        </Notice>
      )}
      {passedOver.length > 0 && <p class="kecil redup">{passedOver.map((stage) => overviewTexts.passedOver(stage.name, opening(stage))).join(' ')}</p>}
    </>
  );
}

function Stages({ c, view }: { readonly c: Ctx; readonly view: EditionView }) {
  const { year } = view.edition;
  const maySet = canSchedule(c, view);
  return (
    <section class="tumpuk" aria-labelledby="tahap">
      <h2 id="tahap">{overviewTexts.stages}</h2>
      <StageCalendar
        stages={view.stages}
        now={c.var.platform.now()}
        zone={zoneOf(c.var.region.zone)}
        hrefOf={(stage) => (maySet ? paths.stage(year, stage.stageId) : null)}
      />
      {maySet && (
        <p class="baris">
          <ButtonLink href={paths.stageTimes(year)}>{overviewTexts.setTimes}</ButtonLink>
          <ButtonLink kind="netral" href={paths.newStage(year)}>
            {overviewTexts.addStage}
          </ButtonLink>
        </p>
      )}
    </section>
  );
}

function Categories({ c, view }: { readonly c: Ctx; readonly view: EditionView }) {
  const { year } = view.edition;
  return (
    <section class="tumpuk" aria-labelledby="kategori">
      <h2 id="kategori">{overviewTexts.categories}</h2>
      {view.categories.length === 0 && <p>{overviewTexts.noCategory}</p>}
      <TaskList
        tasks={view.categories.map(({ code, name, rules, rulesVersion, rubricVersion }) => ({
          name,
          href: paths.category(year, code),
          detail: rules === null ? '' : capitalised(`${entrantWords(rules)}; ${shortlistWords(rules)}`),
          word: overviewTexts.versions(rulesVersion ?? 0, rubricVersion ?? 0),
        }))}
      />
      {canChangeRules(c, view) && view.rulesLock !== 'frozen' && (
        <p>
          <ButtonLink kind="netral" href={paths.newCategory(year)}>
            {overviewTexts.addCategory}
          </ButtonLink>
        </p>
      )}
    </section>
  );
}

function More({ view, source, mayChange }: { readonly view: EditionView; readonly source: Edition | null; readonly mayChange: boolean }) {
  const { year, venue, instrument } = view.edition;
  const [first] = view.categories;
  return (
    <section class="tumpuk" aria-labelledby="lainnya">
      <h2 id="lainnya">{overviewTexts.more}</h2>
      <TaskList
        tasks={[
          ...(mayChange ? [{ name: overviewTexts.settings, href: paths.editionSettings(year), detail: venue || overviewTexts.noVenue, word: '' }] : []),
          ...(first === undefined ? [] : [{ name: overviewTexts.preview, href: paths.previewEdition(year, first.code), word: '' }]),
          { name: overviewTexts.instrument, href: paths.catalogues(year), detail: startTexts.instrumentOf(instrument), word: '' },
          { name: overviewTexts.history, href: paths.editionHistory(year), word: '' },
          ...(source === null ? [] : [{ name: overviewTexts.compare(source.year), href: paths.compareEditions(year, source.year), word: '' }]),
        ]}
      />
    </section>
  );
}

/** The freeze table with what holds now. */
function Locks({ view }: { readonly view: EditionView }) {
  const rubricLocks = new Set(view.categories.map(({ rubricLock }) => rubricLock));
  const rubrics: Lock = rubricLocks.has('frozen') ? 'frozen' : rubricLocks.has('by-act') ? 'by-act' : 'free';
  const now: Readonly<Record<(typeof freezeRows)[number]['key'], readonly [Lock, string]>> = {
    rules: [view.rulesLock, rulesLockWords[view.rulesLock]],
    rubric: [rubrics, rubricLockWords[rubrics]],
    free: ['free', overviewTexts.alwaysFree],
  };
  return (
    <section class="tumpuk" aria-labelledby="kunci">
      <h2 id="kunci">{overviewTexts.locks}</h2>
      <Table
        label={overviewTexts.lockTable}
        columns={[
          { key: 'what', label: overviewTexts.what, heading: true },
          { key: 'when', label: overviewTexts.locksWhen },
          { key: 'state', label: overviewTexts.stateNow },
          { key: 'how', label: overviewTexts.how },
        ]}
        rows={freezeRows.map(({ key, what, when, how }) => {
          const [lock, words] = now[key];
          return { id: `kunci-${key}`, cells: { what, when, how, state: <LockWords lock={lock}>{words}</LockWords> } };
        })}
      />
    </section>
  );
}
