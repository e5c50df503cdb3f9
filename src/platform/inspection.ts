// Asks the thread that reads files: one question at a time, each with its bounds of time and memory.

import { Worker } from 'node:worker_threads';
import { broken, type Inspected } from '../domain/evidence/inspected.ts';
import type { FileKind } from '../domain/innovation/evidence.ts';
import type { Outcome } from '../domain/shared/outcome.ts';
import type { Question } from './inspection-worker.ts';

const PATIENCE_MS = 20_000;
const LIMITS = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 };

/** The file beside this one: as it is written, or as it is built. */
const PROGRAM = new URL(import.meta.url.replace(/inspection\.(ts|js)$/, 'inspection-worker.$1'));

let thread: Worker | null = null;
let last: Promise<unknown> = Promise.resolve();

/** What the file at `path` is. One that takes more time or memory than any honest one counts as broken. */
export function inspectFile(kind: FileKind, path: string): Promise<Outcome<Inspected>> {
  const answer = last.then(() => ask({ kind, path }));
  last = answer.catch(() => undefined);
  return answer;
}

function ask(question: Question): Promise<Outcome<Inspected>> {
  thread ??= openThread();
  const asked = thread;
  return new Promise((resolve) => {
    const done = (answer: Outcome<Inspected>) => {
      clearTimeout(timer);
      asked.off('message', done).off('exit', giveUp).unref();
      resolve(answer);
    };
    const giveUp = () => {
      void asked.terminate();
      if (thread === asked) thread = null;
      done(broken(question.kind));
    };
    const timer = setTimeout(giveUp, PATIENCE_MS);
    asked.on('message', done).on('exit', giveUp).ref();
    asked.postMessage(question);
  });
}

/** One that fails ends, which is heard as its exit. */
function openThread(): Worker {
  const opened = new Worker(PROGRAM, { resourceLimits: LIMITS, execArgv: [] });
  opened.on('error', () => undefined);
  opened.on('exit', () => {
    if (thread === opened) thread = null;
  });
  return opened;
}
