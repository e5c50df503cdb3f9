import type { EditionSettings } from '../../domain/edition/settings.ts';
import type { Stage } from '../../domain/edition/stage.ts';
import type { Instant } from '../../domain/shared/time.ts';
import { listStageChanges } from '../../store/edition.read.ts';
import { type DecidedVersion, type EditionChange, listEditionChanges, listRubricVersions, listRulesVersions } from '../../store/edition-change.read.ts';
import { historyTexts } from '../../texts/id/edition-editor.ts';
import { type Face, type FaceChange, faceChanges, rubricFaces, rulesFaces, settingsFaces, stageFaces } from '../../texts/id/edition-faces.ts';
import { formatDateTime, type Zone, zoneOf } from '../../texts/id/format.ts';
import { notFound, page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { Timeline } from '../ui/progress.tsx';
import { type EditionView, instrumentNames, readEdition } from './edition-view.ts';
import { FaceDiff } from './face-diff.tsx';

interface Event {
  readonly at: Instant;
  readonly title: string;
  readonly who: string;
  readonly reason: string;
  readonly changes: readonly FaceChange[];
}

/** Everything that was decided about the edition, newest first, each with its reason and what it changed. */
export async function showHistory(c: Ctx): Promise<Response> {
  const view = await readEdition(c);
  if (view === null) return notFound(c);
  const events = await readEvents(c, view);
  const { year } = view.edition;
  const zone = zoneOf(c.var.region.zone);
  return page(
    c,
    { title: historyTexts.title(year), current: paths.edition(year), year, back: { href: paths.edition(year), label: `Edisi ${year}` } },
    <div class="baca tumpuk">
      <h1>{historyTexts.title(year)}</h1>
      <p class="utama">{historyTexts.lead}</p>
      <Timeline
        events={events.map((event) => ({
          title: event.title,
          when: `${formatDateTime(event.at, zone)}${event.who === '' ? '' : `, ${event.who}`}`,
          detail: (
            <>
              {event.reason !== '' && <p>{historyTexts.reason(event.reason)}</p>}
              <FaceDiff changes={event.changes} />
            </>
          ),
        }))}
      />
    </div>,
  );
}

async function readEvents(c: Ctx, view: EditionView): Promise<readonly Event[]> {
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const { editionId } = view.edition;
  const zone = zoneOf(c.var.region.zone);
  const names = new Map(view.categories.flatMap((category) => [...instrumentNames(view, category)]));
  const rules = await listRulesVersions(db, regionId, editionId);
  const rubrics = await listRubricVersions(db, regionId, editionId);
  const windows = await listStageChanges(db, regionId, editionId);
  const changes = await listEditionChanges(db, regionId, editionId);
  const events: Event[] = [
    ...versionEvents(rules, historyTexts.rules, (body) => rulesFaces(body, names)),
    ...versionEvents(rubrics, historyTexts.rubric, rubricFaces),
    ...windows.map(({ changedAt, stageName, reason, ...window }) => ({
      at: changedAt,
      title: historyTexts.window(stageName),
      who: '',
      reason,
      changes: faceChanges(
        [
          { key: 'o', label: historyTexts.opens, text: formatDateTime(window.openedFrom, zone) },
          { key: 'c', label: historyTexts.closes, text: formatDateTime(window.closedFrom, zone) },
        ],
        [
          { key: 'o', label: historyTexts.opens, text: formatDateTime(window.opensTo, zone) },
          { key: 'c', label: historyTexts.closes, text: formatDateTime(window.closesTo, zone) },
        ],
      ),
    })),
    ...changes.map((change) => changeEvent(change, view, zone)),
  ];
  return events.toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** Each version beside the one before it; the first stands beside nothing and shows no change. */
function versionEvents<T>(
  versions: readonly DecidedVersion<T>[],
  title: (category: string, version: number) => string,
  faces: (body: T) => readonly Face[],
): Event[] {
  return versions.map((one) => {
    const before = versions.find(({ categoryId, version }) => categoryId === one.categoryId && version === one.version - 1);
    return {
      at: one.at,
      title: title(one.category, one.version),
      who: one.byName,
      reason: one.decree === '' ? one.reason : historyTexts.byDecree(one.reason, one.decree),
      changes: before === undefined ? [] : faceChanges(faces(before.body), faces(one.body)),
    };
  });
}

function changeEvent(change: EditionChange, view: EditionView, zone: Zone): Event {
  const faces = facesOf(change, view, zone);
  const state = change.before === null ? 'added' : change.after === null ? 'dropped' : 'changed';
  const name = String(change.after?.name ?? change.before?.name ?? '');
  return {
    at: change.at,
    title: historyTexts.change[change.part][state](name),
    who: change.byName,
    reason: change.reason,
    changes: state === 'changed' ? faceChanges(faces(change.before), faces(change.after)) : [],
  };
}

function facesOf(change: EditionChange, view: EditionView, zone: Zone): (body: EditionChange['before']) => readonly Face[] {
  const names = new Map(view.categories.map(({ code, name }) => [code, name]));
  switch (change.part) {
    case 'settings':
      return (body) => settingsFaces(body as unknown as EditionSettings, names);
    case 'stage': {
      const stage = view.stages.find(({ stageId }) => stageId === change.subjectId);
      const window = { opensAt: stage?.opensAt ?? change.at, closesAt: stage?.closesAt ?? change.at };
      return (body) => stageFaces({ ...window, ...(body as unknown as Stage) }, zone);
    }
    case 'instrument':
    case 'category':
      return (body) => [{ key: 'name', label: historyTexts.name, text: String(body?.name ?? '') }];
  }
}
