// What waits for the person now: entries that came back or were not sent, and decisions of a head.

import { agenciesOf, mayChange } from '../../domain/innovation/editing.ts';
import { listEntries, listOpenEntries, type OpenEntry } from '../../store/innovation-entry.read.ts';
import { formatDateTime, type Zone, zoneOf } from '../../texts/id/format.ts';
import { dueTexts } from '../../texts/id/innovation.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { type Task, TaskGroup, TaskList } from '../ui/task-list.tsx';

/** Nothing when nothing waits, or when its time has passed. */
export async function dueTasks(c: Ctx) {
  const { actor } = signedIn(c);
  const { platform, region } = c.var;
  const [fills, decides] = [agenciesOf(actor, 'innovator'), agenciesOf(actor, 'head')];
  const open = fills.length === 0 ? [] : await listOpenEntries(platform.db, region.regionId, fills);
  const waiting = decides.length === 0 ? [] : await listEntries(platform.db, region.regionId, decides, 'submitted');
  const mine = open.filter((entry) => mayChange(entry, platform.now()).ok);
  const returned = mine.filter(({ state }) => state !== 'draft').length;
  const tasks = [
    ...mine.map((entry) => openTask(entry, zoneOf(region.zone))),
    ...(waiting.length === 0 ? [] : [{ name: dueTexts.waiting(waiting.length), href: paths.approvals, state: 'menunggu' as const, word: dueTexts.decide }]),
  ];
  if (tasks.length === 0) return null;
  return (
    <TaskGroup title={dueTexts.title} progress={returned > 0 ? dueTexts.returned(returned) : undefined}>
      <TaskList tasks={tasks} />
    </TaskGroup>
  );
}

function openTask({ entryId, innovationName, state, repairUntil }: OpenEntry, zone: Zone): Task {
  const task = { name: innovationName, href: paths.entry(entryId) };
  if (state === 'draft') return { ...task, detail: dueTexts.draft, state: 'proses', word: dueTexts.goOn };
  const isRepair = state === 'returned-for-repair' && repairUntil !== null;
  return { ...task, detail: isRepair ? dueTexts.forRepair(formatDateTime(repairUntil, zone)) : dueTexts.byHead, state: 'perbaikan', word: dueTexts.mend };
}
