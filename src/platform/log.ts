// JSON lines on standard error: one line a request, one a fault. Never names, tokens or scores.

export interface Log {
  info(event: string, facts?: Readonly<Record<string, unknown>>): void;
  error(event: string, error: unknown, facts?: Readonly<Record<string, unknown>>): void;
}

/** A log that hands each line to `write`; `now` stamps it. */
export function openLog(write: (line: string) => void, now: () => string): Log {
  const line = (level: string, event: string, facts: object) => write(`${JSON.stringify({ at: now(), level, event, ...facts })}\n`);
  return {
    info: (event, facts = {}) => line('info', event, facts),
    error: (event, error, facts = {}) => line('error', event, { ...facts, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  };
}

export const SILENT: Log = { info: () => {}, error: () => {} };
