// What an act may leave for later: jobs that are queued in its own transaction and run after it is committed, by src/jobs/registry.ts.

/** Name of a job and what it is told. Only ids: what the ids mean is read when the job runs. */
export interface LaterJobs {
  readonly 'settle-bulk': { readonly regionId: string; readonly bulkId: string };
  readonly 'send-messages': { readonly regionId: string };
  readonly 'check-promises': { readonly regionId: string };
  readonly 'drop-anchors': { readonly regionId: string };
  readonly 'make-card': { readonly regionId: string; readonly resultId: string };
}

export interface QueuedJob {
  readonly name: keyof LaterJobs;
  readonly data: LaterJobs[keyof LaterJobs];
  /** Seconds it waits before it runs. */
  readonly wait: number;
}

export type Later = <Name extends keyof LaterJobs>(name: Name, data: LaterJobs[Name], wait?: number) => void;
