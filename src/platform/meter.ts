// Counts what the web process does, and says it the way Prometheus reads it. Numbers only: no address, no person, no id.

import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface Meter {
  /** A request answered, in seconds. */
  answered(seen: { readonly method: string; readonly status: number; readonly seconds: number }): void;
  /** The text of all figures, with those of others among them. */
  write(others: readonly Figure[]): string;
}

export interface Figure {
  readonly name: string;
  readonly help: string;
  readonly kind: 'gauge' | 'counter';
  readonly values: readonly { readonly labels?: Readonly<Record<string, string>>; readonly value: number }[];
}

const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function openMeter(): Meter {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const counts = new Map<string, { readonly method: string; readonly status: number; count: number }>();
  const buckets = BOUNDS.map(() => 0);
  const total = { count: 0, seconds: 0 };
  return {
    answered: ({ method, status, seconds }) => {
      const key = `${method} ${status}`;
      const one = counts.get(key) ?? { method, status, count: 0 };
      one.count += 1;
      counts.set(key, one);
      BOUNDS.forEach((bound, at) => {
        if (seconds <= bound) buckets[at] = (buckets[at] ?? 0) + 1;
      });
      total.count += 1;
      total.seconds += seconds;
    },
    write: (others) => {
      const requests: Figure = {
        name: 'bailang_http_requests_total',
        help: 'Answers by method and status.',
        kind: 'counter',
        values: [...counts.values()].map(({ method, status, count }) => ({ labels: { method, status: String(status) }, value: count })),
      };
      const lines = [requests, ...processFigures(delay.mean / 1e9, delay.percentile(99) / 1e9), ...others].flatMap(linesOf);
      delay.reset();
      return `${[...lines, ...histogram(buckets, total)].join('\n')}\n`;
    },
  };
}

function processFigures(delayMean: number, delayLate: number): readonly Figure[] {
  const { user, system } = process.cpuUsage();
  const gauge = (name: string, help: string, value: number): Figure => ({ name, help, kind: 'gauge', values: [{ value }] });
  return [
    { name: 'process_cpu_seconds_total', help: 'CPU time of this process.', kind: 'counter', values: [{ value: (user + system) / 1e6 }] },
    gauge('process_resident_memory_bytes', 'Memory of this process.', process.memoryUsage.rss()),
    gauge('bailang_uptime_seconds', 'Since this process began.', process.uptime()),
    gauge('bailang_event_loop_delay_mean_seconds', 'Since the last reading.', Number.isFinite(delayMean) ? delayMean : 0),
    gauge('bailang_event_loop_delay_p99_seconds', 'Since the last reading.', delayLate),
  ];
}

function linesOf({ name, help, kind, values }: Figure): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...values.map(({ labels = {}, value }) => `${name}${labelsOf(labels)} ${value}`)];
}

function labelsOf(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function histogram(buckets: readonly number[], total: { readonly count: number; readonly seconds: number }): readonly string[] {
  const name = 'bailang_http_request_duration_seconds';
  return [
    `# HELP ${name} Time to answer.`,
    `# TYPE ${name} histogram`,
    ...BOUNDS.map((bound, at) => `${name}_bucket{le="${bound}"} ${buckets[at]}`),
    `${name}_bucket{le="+Inf"} ${total.count}`,
    `${name}_sum ${total.seconds}`,
    `${name}_count ${total.count}`,
  ];
}
