import { expect, test } from 'vitest';
import { answerReceipt, type ReceiptStanding } from './receipt-answer.ts';

const standing: ReceiptStanding = { digest: 'a', actNo: 1, newest: { actNo: 1, kind: 'sealed' }, published: { seals: ['a', 'b'], holds: true } };

test.each<[string, Partial<ReceiptStanding>, string]>([
  ['before the publication', { published: null }, 'recorded'],
  ['before the publication, of a sheet that was reopened', { published: null, newest: { actNo: 2, kind: 'reopened' } }, 'recorded'],
  ['of a counted sheet', {}, 'counted'],
  ['of a sheet sealed anew', { digest: 'c', newest: { actNo: 3, kind: 'sealed' } }, 'replaced'],
  ['of a sheet recorded absent', { digest: 'c', newest: { actNo: 3, kind: 'absent' } }, 'absent'],
  ['of a sheet that stayed open', { digest: 'c', newest: { actNo: 2, kind: 'reopened' } }, 'absent'],
  ['of a seal that stands and does not count', { digest: 'c' }, 'not-counted'],
  ['of a sheet of which nothing is left', { digest: 'c', newest: null }, 'not-counted'],
  ['of a result that does not hold', { published: { seals: ['a'], holds: false } }, 'result-broken'],
])('a receipt %s', (_name, change, state) => expect(answerReceipt({ ...standing, ...change })).toBe(state));
