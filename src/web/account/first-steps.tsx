// The way from an empty installation to an open registration, shown to whoever can walk it until it is open.

import { readFirstSteps } from '../../store/first-steps.read.ts';
import { firstStepTexts } from '../../texts/id/first-steps.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { type Task, TaskGroup, TaskList } from '../ui/task-list.tsx';

/** Nothing for other roles, and nothing once a registration has ever opened. */
export async function firstSteps(c: Ctx, year: number) {
  const { roles } = signedIn(c);
  const [isAdmin, isSecretariat] = [roles.includes('admin'), roles.includes('secretariat')];
  if (!isAdmin && !isSecretariat) return null;
  const steps = await readFirstSteps(c.var.platform.db, c.var.region.regionId, c.var.platform.now());
  if (steps.hasOpened) return null;
  const mine = steps.year ?? year;
  const task = (name: string, href: string | null, isDone: boolean, detail: string): Task => ({
    name,
    detail,
    ...(href === null ? {} : { href }),
    ...(isDone ? { word: firstStepTexts.done } : { state: 'belum', word: firstStepTexts.next }),
  });
  const tasks = [
    task(
      firstStepTexts.agencies,
      isAdmin ? paths.agencies : null,
      steps.agencies > 0,
      steps.agencies > 0 ? firstStepTexts.agencyCount(steps.agencies) : firstStepTexts.none,
    ),
    task(
      firstStepTexts.people,
      isAdmin ? paths.people : null,
      steps.seated > 0,
      steps.seated > 0 ? firstStepTexts.peopleCount(steps.seated) : firstStepTexts.none,
    ),
    task(
      firstStepTexts.edition,
      steps.year === null ? paths.newEdition(mine) : paths.edition(mine),
      steps.year !== null,
      steps.year === null ? firstStepTexts.none : firstStepTexts.editionOf(steps.year),
    ),
    ...(steps.year === null
      ? []
      : [task(firstStepTexts.categories, paths.edition(mine), steps.categories > 0, firstStepTexts.categoryCount(steps.categories))]),
    ...(steps.registrationId === null || !isSecretariat
      ? []
      : [task(firstStepTexts.open, paths.stage(mine, steps.registrationId), false, firstStepTexts.editionOf(mine))]),
  ];
  return (
    <TaskGroup title={firstStepTexts.title}>
      <TaskList tasks={tasks} />
    </TaskGroup>
  );
}
