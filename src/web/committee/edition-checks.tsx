// The check lists of an edition, drawn as tasks that lead to where each thing is put right.

import { type Check, checksBefore, type EditionFacts, leftIn, type MendingPlace } from '../../domain/edition/readiness.ts';
import type { Stage } from '../../domain/edition/stage.ts';
import { checkTexts } from '../../texts/id/edition-checks.ts';
import { say } from '../../texts/id/say.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { type Task, TaskList } from '../ui/task-list.tsx';

interface Props {
  readonly c: Ctx;
  readonly year: number;
  readonly stage: Stage;
  readonly stages: readonly Stage[];
  readonly facts: EditionFacts;
}

/** What stands before the opening of the stage; nothing where nothing is asked. */
export function ChecksBefore({ c, year, stage, stages, facts }: Props) {
  const checks = checksBefore(stage.kind, stages, facts);
  if (checks.length === 0) return null;
  return (
    <section class="tumpuk" aria-labelledby="syarat-buka">
      <h2 id="syarat-buka">{checkTexts.before(stage.name)}</h2>
      <TaskList tasks={checks.toSorted(byWeight).map((check) => toTask(c, year, check))} />
      {checks.some(({ isMet, place }) => !isMet && (place === 'people' || place === 'agencies')) && <WhoInvites c={c} facts={facts} />}
      {checks.some((check) => check.isNeeded && !check.isMet) && <p class="redup">{checkTexts.byClock}</p>}
    </section>
  );
}

/** What is left to do in the stage; nothing where it asks for nothing. */
export function LeftToDo({ c, year, stage, facts }: Omit<Props, 'stages'>) {
  const left = leftIn(stage.kind, facts);
  return (
    <section class="tumpuk" aria-labelledby="syarat-selesai">
      <h2 id="syarat-selesai">{checkTexts.within(stage.name)}</h2>
      {left.length === 0 ? <p>{checkTexts.nothingLeft}</p> : <TaskList tasks={left.map((check) => toTask(c, year, check))} />}
    </section>
  );
}

/** Whose work it is to let people in; nothing for an admin, who goes there. */
export function WhoInvites({ c, facts }: Pick<Props, 'c' | 'facts'>) {
  return signedIn(c).roles.includes('admin') ? null : <p class="redup baca">{checkTexts.whoInvites(facts.admins)}</p>;
}

/** What is missing and needed first, then advice, then what is there, then what nobody needs. */
function byWeight(a: Check, b: Check): number {
  const weight = ({ isMet, isAsked, isNeeded }: Check) => (!isAsked ? 3 : isMet ? 2 : isNeeded ? 0 : 1);
  return weight(a) - weight(b);
}

function toTask(c: Ctx, year: number, check: Check): Task {
  const name = say(check.what);
  if (!check.isAsked) return { name, detail: check.category === null ? checkTexts.noApproval : checkTexts.noEntries, word: checkTexts.notAsked };
  if (check.isMet) return { name, word: checkTexts.met };
  const href = placeOf(c, year, check.place, check.category);
  return {
    name,
    ...(href === null ? {} : { href }),
    ...(href === null && (check.place === 'people' || check.place === 'agencies') ? { detail: checkTexts.ofAdmin[check.place] } : {}),
    ...(check.isNeeded ? { state: 'belum', word: checkTexts.missing } : { state: 'netral', word: checkTexts.advice }),
  };
}

/** Where the visitor can put it right; null where that is another role's room. */
function placeOf(c: Ctx, year: number, place: MendingPlace, category: string | null): string | null {
  const isAdmin = signedIn(c).roles.includes('admin');
  switch (place) {
    case 'categories':
      return paths.newCategory(year);
    case 'agencies':
      return isAdmin ? paths.agencies : null;
    case 'people':
      return isAdmin ? paths.people : null;
    case 'stages':
      return paths.stageTimes(year);
    case 'settings':
      return paths.editionSettings(year);
    case 'panel':
      return category === null ? null : paths.panel(year, category);
    case 'shortlist':
      return category === null ? null : paths.shortlist(year, category);
    case 'verification':
    case 'approvals':
      return paths.board(year);
    case 'plenary':
      return category === null ? null : paths.plenary(year, category);
  }
}
