import type { ComponentChildren } from 'preact';
import { type StateKind, Tag } from './tag.tsx';

export interface Task {
  readonly name: string;
  /** Absent when it cannot be started yet. */
  readonly href?: string;
  readonly detail?: string;
  /** Finished work has no state colour, so that the eye lands on what is left. */
  readonly state?: StateKind;
  readonly word: string;
}

export function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  return (
    <ul class="tugas">
      {tasks.map((task) => (
        <TaskRow key={task.name} {...task} />
      ))}
    </ul>
  );
}

export function TaskRow({ name, href, detail, state, word }: Task) {
  const inside = (
    <>
      <span class="tugas__nama">{name}</span>
      {detail && <span class="tugas__ket">{detail}</span>}
      {state && state !== 'selesai' ? <Tag state={state}>{word}</Tag> : <span class="redup">{word}</span>}
    </>
  );
  return <li>{href ? <a href={href}>{inside}</a> : <div class="diam">{inside}</div>}</li>;
}

interface TaskGroupProps {
  readonly number?: number;
  readonly title: string;
  readonly progress?: string;
  readonly id?: string;
  readonly children?: ComponentChildren;
}

export function TaskGroup({ number, title, progress, id, children }: TaskGroupProps) {
  return (
    <section aria-labelledby={id}>
      <div class="tugas__grup">
        <h2 id={id}>
          {number !== undefined && <span>{number}</span>}
          {title}
        </h2>
        {progress && <p class="kecil redup">{progress}</p>}
      </div>
      {children}
    </section>
  );
}
