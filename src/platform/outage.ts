// What kind of outage an error is: the world around the program failed, not the program.

export type Outage = 'lost' | 'slow' | 'full';

/** Of Node, of the connection, and SQLSTATEs: 57P0x the server ends, 08 connection, 53300 no slot; 57014 and 55P03 gave up waiting. */
const KINDS: readonly (readonly [RegExp, Outage])[] = [
  [/^(ENOSPC|EDQUOT|53100)$/, 'full'],
  [/^(57014|55P03|25P03|40P01)$/, 'slow'],
  [/^(57P0[1-5]|08...|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT)$/, 'lost'],
];

/** pg says these without a code. */
const LOST_WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Cannot use a pool|Client was closed)/;

/** `lost`: the database does not answer; `slow`: it was given up waiting for; `full`: no space left; null: anything else. */
export function outageOf(error: unknown): Outage | null {
  if (!(error instanceof Error)) return null;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined) return LOST_WORDS.test(error.message) ? 'lost' : null;
  const kind = KINDS.find(([pattern]) => pattern.test(code))?.[1] ?? null;
  // A file that is not there is our own fault; a socket that is not there is a database that is not there.
  return code === 'ENOENT' && syscall !== 'connect' ? null : kind;
}
