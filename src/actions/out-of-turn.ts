// An act tried out of turn, before its stage or after its close, is refused; that it was tried stays in the ledger.

import type { AuditEvent } from '../domain/audit/events.ts';
import type { Refusal } from '../domain/shared/outcome.ts';

const OUT_OF_TURN: readonly string[] = [
  'stage.closed',
  'stage.not-open',
  'repair.closed',
  'panel.judging-begun',
  'entry.wrong-state',
  'entry.not-editable',
  'sheet.sealed',
];

/** For `perform`: the row of a refusal by time or state, about the subject; null for any other. @basis TR-A8: refused and logged. */
export function rememberOutOfTurn(subjectId: string): (refusal: Refusal) => AuditEvent | null {
  return ({ code }) => (OUT_OF_TURN.includes(code) ? { kind: 'act.out-of-turn', subjectId, facts: { why: code } } : null);
}
