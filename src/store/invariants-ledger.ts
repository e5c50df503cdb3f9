// Promises about the ledger: each official act left its row, and each row its act. $1 is the region.

import type { SystemPromise } from './invariants.read.ts';

function leavesARow(name: string, says: string, table: string, id: string, kind: string, filter = 'true'): SystemPromise {
  return {
    name,
    says,
    sql: `SELECT t.${id} AS subject FROM ${table} t WHERE t.region_id = $1 AND ${filter}
      AND NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.region_id = $1 AND a.kind = '${kind}' AND a.subject_id = t.${id})`,
  };
}

export const LEDGER_PROMISES: readonly SystemPromise[] = [
  {
    name: 'ledger.head-is-the-last-row',
    says: 'the head of the chain is its last row',
    sql: `SELECT h.region_id AS subject FROM audit_head h LEFT JOIN audit_entry a ON a.region_id = h.region_id AND a.seq = h.seq
      WHERE h.region_id = $1 AND ((h.seq > 0 AND (a.digest IS NULL OR a.digest <> h.digest))
        OR h.seq <> coalesce((SELECT max(seq) FROM audit_entry x WHERE x.region_id = $1), 0))`,
  },
  leavesARow('ledger.has-each-submission', 'a submitted entry has its row', 'entry', 'entry_id', 'entry.submitted', 't.registration_number IS NOT NULL'),
  leavesARow('ledger.has-each-seal', 'a sealed sheet has its row', 'sheet', 'sheet_id', 'sheet.sealed', "t.state = 'sealed'"),
  leavesARow('ledger.has-each-result', 'a computed result has its row', 'result_version', 'result_id', 'result.computed'),
  leavesARow('ledger.has-each-certification', 'a certified result has its row', 'result_certification', 'result_id', 'result.certified'),
  leavesARow('ledger.has-each-publication', 'a published result has its row', 'publication', 'result_id', 'result.published', "t.kind = 'result'"),
  {
    name: 'ledger.has-each-verdict',
    says: 'the ledger holds as many verdicts as were given',
    sql: `SELECT x.entry_id AS subject FROM (SELECT entry_id, count(*) AS n FROM verdict WHERE region_id = $1 AND inherited_from IS NULL GROUP BY entry_id) x
      WHERE x.n <> (SELECT count(*) FROM audit_entry a WHERE a.region_id = $1 AND a.kind = 'verdict.given' AND a.subject_id = x.entry_id)`,
  },
];
