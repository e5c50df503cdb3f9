// What ends a program that would go on for ever: somebody tells it to, or a fault that nobody foresaw.

export const TOLD = 'told';

/** sysexits' EX_SOFTWARE: tells a supervisor that starting again is worth while. */
export const FAULT_STATUS = 70;

/** A terminal signals us and our launcher, which signals us again: every one after the first is only heard. A killed launcher ends us too. */
export function untilTold(): Promise<typeof TOLD> {
  return new Promise((resolve) => {
    const end = () => resolve(TOLD);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
    process.on('disconnect', end);
    process.channel?.unref();
  });
}

export interface Fault {
  readonly error: unknown;
}

/** After a fault nobody caught, what the program holds in memory is not to be trusted: it ends in order and begins anew. Later ones are only heard. */
export function untilFault(): Promise<Fault> {
  return new Promise((resolve) => {
    for (const event of ['uncaughtException', 'unhandledRejection'] as const) process.on(event, (error: unknown) => resolve({ error }));
  });
}

/** What hangs while it ends must not keep it: whoever started us waits to start us again. */
export function endWithin(milliseconds: number): void {
  setTimeout(() => process.exit(FAULT_STATUS), milliseconds).unref();
}
