import { settingsOf } from '../../actions/edition/change-settings.ts';
import { yearsLater } from '../../domain/edition/clone.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import type { Stage } from '../../domain/edition/stage.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import { findEditionByYear, findStages, listCategorySettings } from '../../store/edition.read.ts';
import { catalogueTexts } from '../../texts/id/catalogue.ts';
import { compareTexts } from '../../texts/id/edition-editor.ts';
import { type FaceChange, faceChanges, rubricFaces, rulesFaces, settingsFaces, stageFaces } from '../../texts/id/edition-faces.ts';
import { type Zone, zoneOf } from '../../texts/id/format.ts';
import { notFound, page } from '../answer.tsx';
import { instrumentHere } from '../instrument-here.ts';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { Notice } from '../ui/notice.tsx';
import { findLiveEdition, instrumentNames } from './edition-view.ts';
import { FaceDiff } from './face-diff.tsx';

type Settings = Awaited<ReturnType<typeof listCategorySettings>>;

interface Side {
  readonly edition: Edition;
  readonly instrument: Instrument;
  readonly stages: readonly Stage[];
  readonly categories: Settings;
}

/** One edition beside another: only what differs, with dates laid on the same days of the year. */
export async function compareEditions(c: Ctx): Promise<Response> {
  const edition = await findLiveEdition(c);
  const other = await findEditionByYear(c.var.platform.db, c.var.region.regionId, Number(c.req.param('other')) || 0);
  if (edition === null || other === null || other.kind !== 'live') return notFound(c);
  const [mine, theirs] = [await readSide(c, edition), await readSide(c, other)];
  const parts = partsOf(mine, theirs, zoneOf(c.var.region.zone));
  const { year } = edition;
  return page(
    c,
    { title: compareTexts.title(year, other.year), current: paths.edition(year), year, back: { href: paths.edition(year), label: `Edisi ${year}` } },
    <div class="baca tumpuk">
      <h1>{compareTexts.title(year, other.year)}</h1>
      <p class="utama">{compareTexts.lead(other.year)}</p>
      {parts.length === 0 && <Notice kind="sukses">{compareTexts.same}</Notice>}
      {parts.map(({ title, changes, note }) => (
        <section key={title} class="tumpuk">
          <h2>{title}</h2>
          {note !== undefined && <p>{note}</p>}
          <FaceDiff changes={changes} />
        </section>
      ))}
    </div>,
  );
}

async function readSide(c: Ctx, edition: Edition): Promise<Side> {
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  return {
    edition,
    instrument: await instrumentHere(c, edition.instrument),
    stages: await findStages(db, regionId, edition.editionId),
    categories: await listCategorySettings(db, regionId, edition.editionId),
  };
}

interface Part {
  readonly title: string;
  readonly changes: readonly FaceChange[];
  readonly note?: string;
}

function partsOf(mine: Side, theirs: Side, zone: Zone): readonly Part[] {
  const names = new Map([...theirs.categories, ...mine.categories].map(({ code, name }) => [code, name]));
  const settings = faceChanges(settingsFaces(settingsOf(theirs.edition), names), settingsFaces(settingsOf(mine.edition), names));
  const instrument = faceChanges(
    ...([theirs, mine].map(({ edition }) => [{ key: 'i', label: compareTexts.instrument, text: catalogueTexts.nameOf(edition.instrument) }]) as [never, never]),
  );
  return [{ title: compareTexts.settings, changes: [...settings, ...instrument] }, ...stageParts(mine, theirs, zone), ...categoryParts(mine, theirs)].filter(
    ({ changes, note }) => changes.length > 0 || note !== undefined,
  );
}

function stageParts(mine: Side, theirs: Side, zone: Zone): readonly Part[] {
  const years = mine.edition.year - theirs.edition.year;
  const moved = (stage: Stage): Stage => ({ ...stage, opensAt: yearsLater(stage.opensAt, years), closesAt: yearsLater(stage.closesAt, years) });
  const fresh = mine.stages.map((stage): Part => {
    const before = theirs.stages.find(({ kind }) => kind === stage.kind);
    const title = compareTexts.stage(stage.name);
    if (before === undefined) return { title, changes: [], note: compareTexts.onlyHere };
    return { title, changes: faceChanges(stageFaces(moved(before), zone), stageFaces(stage, zone)) };
  });
  const gone = theirs.stages.filter(({ kind }) => mine.stages.every((one) => one.kind !== kind));
  return [...fresh, ...gone.map(({ name }): Part => ({ title: compareTexts.stage(name), changes: [], note: compareTexts.onlyThere(theirs.edition.year) }))];
}

function categoryParts(mine: Side, theirs: Side): readonly Part[] {
  const fresh = mine.categories.map((category): Part => {
    const before = theirs.categories.find(({ code }) => code === category.code);
    if (before === undefined) return { title: category.name, changes: [], note: compareTexts.onlyHere };
    const faces = (side: Side, one: Settings[number]) => [
      ...(one.rules === null ? [] : rulesFaces(one.rules, instrumentNames(side, one))),
      ...(one.rubric === null ? [] : rubricFaces(one.rubric)),
    ];
    return { title: category.name, changes: faceChanges(faces(theirs, before), faces(mine, category)) };
  });
  const gone = theirs.categories.filter(({ code }) => mine.categories.every((one) => one.code !== code));
  return [...fresh, ...gone.map(({ name }): Part => ({ title: name, changes: [], note: compareTexts.onlyThere(theirs.edition.year) }))];
}
