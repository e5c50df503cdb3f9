// An open transaction that stands in for the whole database: what is planted in it can be looked at and taken back.

import type { Db, Queryable } from '../../src/platform/db.ts';

export function within(tx: Queryable): Db {
  return {
    all: tx.all,
    one: tx.one,
    run: tx.run,
    transaction: (work) => work(tx),
    get patient() {
      return this;
    },
    close: async () => undefined,
  };
}
