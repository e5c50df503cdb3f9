// Runs a program that is meant to run for ever: after an unforeseen end it is started again, with growing pauses. One that was told to end,
// or that never became ready, stays ended.

import { spawn } from 'node:child_process';

const FIRST_PAUSE_S = 2;
const LONGEST_PAUSE_S = 60;
const SOUND_AFTER_MS = 60_000;
const MOST_MISSES = 5;
const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/** Seconds before the next start after `falls` ends in a row: 2, 4, 8, and so on to a minute. */
const pauseAfter = (falls) => Math.min(FIRST_PAUSE_S * 2 ** (falls - 1), LONGEST_PAUSE_S);

const statusOf = (code, signal) => (signal ? 128 + (SIGNAL_NUMBERS[signal] ?? 0) : code);

/** `start(env)` begins the program with a channel on which it says `{ readyAt: port }`; `clear` ends what a fallen one left behind. */
export function supervise({ start, clear, say }) {
  const state = { child: null, isTold: false, wasReady: false, port: null, falls: 0, misses: 0, timer: null };
  const begin = () => {
    const begun = performance.now();
    const child = start(state.port === null ? {} : { PORT: String(state.port) });
    let isReady = false;
    state.child = child;
    child.on('message', (told) => {
      if (!Number.isInteger(told?.readyAt)) return;
      isReady = true;
      Object.assign(state, { wasReady: true, misses: 0, port: told.readyAt });
    });
    child.on('exit', (code, signal) => {
      state.child = null;
      if (performance.now() - begun > SOUND_AFTER_MS) state.falls = 0;
      if (state.isTold && code !== 0) clear();
      if (state.isTold || !state.wasReady || code === 0) process.exit(statusOf(code, signal));
      state.misses += isReady ? 0 : 1;
      if (state.misses >= MOST_MISSES) {
        say(`BAILANG ${MOST_MISSES} kali tidak dapat dijalankan lagi; sebabnya ada di atas.`);
        process.exit(statusOf(code, signal));
      }
      state.falls += 1;
      const pause = pauseAfter(state.falls);
      say(`BAILANG berhenti karena gangguan (${signal ?? `status ${code}`}) dan dijalankan lagi dalam ${pause} detik.`);
      state.timer = setTimeout(begin, pause * 1000);
    });
  };
  /** In a pause nothing runs but what the fallen program may have left. */
  const end = (signal) => {
    state.isTold = true;
    if (state.child !== null) return state.child.kill(signal);
    clearTimeout(state.timer);
    clear();
    process.exit(0);
  };
  begin();
  return { end };
}

/** Signals reach the program through us; when npm, which started us, is gone, we end too. */
export function passSignals(end) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal));
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end('SIGTERM');
  }, 500);
}

/** Starts a program that ends by itself, and ends with its status. */
export function runOnce(node, words, env, stdio) {
  const child = spawn(node, words, { cwd: process.cwd(), stdio, env });
  passSignals((signal) => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(statusOf(code, signal)));
}
