// What somebody else asked for and the visitor is to look at: roles that decide, and ways in.

import { accessTexts } from '../../texts/id/access.ts';
import { accessTasks } from '../access/requests.page.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { TaskGroup, TaskList } from '../ui/task-list.tsx';

/** Nothing when nothing waits. */
export async function watchTasks(c: Ctx) {
  const { open, alone } = await accessTasks(c);
  if (open + alone === 0) return null;
  const task = (name: string) => ({ name, href: paths.access, state: 'menunggu' as const, word: accessTexts.look });
  return (
    <TaskGroup title={accessTexts.title}>
      <TaskList tasks={[...(open > 0 ? [task(accessTexts.task(open))] : []), ...(alone > 0 ? [task(accessTexts.taskAlone)] : [])]} />
    </TaskGroup>
  );
}
