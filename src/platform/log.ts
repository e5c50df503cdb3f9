// JSON lines on standard error: one line a request, one a fault. Never names, tokens or scores.

export interface Log {
  info(event: string, facts?: Readonly<Record<string, unknown>>): void;
  error(event: string, error: unknown, facts?: Readonly<Record<string, unknown>>): void;
}

/** A log that hands each line to `write`; `now` stamps it. What is urgent must not wait for others. */
export function openLog(write: (line: string, isUrgent: boolean) => void, now: () => string): Log {
  const line = (level: string, event: string, facts: object) => write(`${JSON.stringify({ at: now(), level, event, ...facts })}\n`, level === 'error');
  return {
    info: (event, facts = {}) => line('info', event, facts),
    error: (event, error, facts = {}) => line('error', event, { ...facts, ...describe(error) }),
  };
}

export const SILENT: Log = { info: () => {}, error: () => {} };

interface Described {
  readonly error: string;
  /** Names of the database's: SQLSTATE, table, constraint. `code` is the number that a person reads out. */
  readonly errorCode?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly stack?: string;
}

/**
 * What went wrong without what was typed: the words of the database and of a parser quote the value they stumbled on, so only their names and
 * the place in our code are kept.
 */
function describe(error: unknown): Described {
  if (!(error instanceof Error)) return { error: String(error) };
  const { code, severity, table, constraint } = error as Error & Readonly<Record<'code' | 'severity' | 'table' | 'constraint', string | undefined>>;
  const stack = framesOf(error);
  if (severity !== undefined) return { error: 'database', ...defined({ errorCode: code, table, constraint, stack }) };
  if (error instanceof SyntaxError) return { error: error.name, ...defined({ stack }) };
  return { error: `${error.name}: ${error.message}`, ...defined({ errorCode: typeof code === 'string' ? code : undefined, stack }) };
}

function framesOf({ stack = '' }: Error): string | undefined {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.length === 0 ? undefined : frames.map((line) => line.trim()).join('\n');
}

function defined<T extends object>(facts: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> };
}

const GATHER_MS = 200;
const GATHER_BYTES = 64 * 1024;

/** Writes lines together, at most a fifth of a second late; urgent ones and `flush` at once. */
export function gather(write: (text: string) => void): { readonly line: (line: string, isUrgent: boolean) => void; readonly flush: () => void } {
  let waiting = '';
  let timer: NodeJS.Timeout | null = null;
  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting !== '') write(waiting);
    waiting = '';
  };
  const line = (text: string, isUrgent: boolean) => {
    waiting += text;
    if (isUrgent || waiting.length > GATHER_BYTES) return flush();
    timer ??= setTimeout(flush, GATHER_MS).unref();
  };
  return { line, flush };
}
