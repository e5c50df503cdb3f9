// A command of the program, called in process, with what it wrote.

import type { CliIo } from '../../src/cli/rank.ts';

export interface Called {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export async function callCommand(run: (words: readonly string[], io: CliIo) => Promise<number>, words: readonly string[]): Promise<Called> {
  let [out, err] = ['', ''];
  const io: CliIo = {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
  };
  const status = await run(words, io);
  return { status, out, err };
}
