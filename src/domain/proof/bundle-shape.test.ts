import { describe, expect, test } from 'vitest';
import { hash, smallBundle } from '../../../tests/factories/bundle.ts';
import { type Edit, faults, put } from '../../../tests/factories/bundle-forge.ts';
import { canonicalJson } from '../shared/decimal-json.ts';
import { writeBundle } from './bundle.ts';
import { KEY_FORM, verifyKey } from './bundle-key.ts';

describe('the shape', () => {
  test.each<[string, Edit]>([
    ['contest.region.id', put('contest.region.id', 'x')],
    ['contest.sample', put('contest.sample', 'ya')],
    ['contest.year', put('contest.year', 1999)],
    ['contest.category.code', put('contest.category.code', 'a\nb')],
    ['contest.category.code', put('contest.category.code', 'x'.repeat(81))],
    ['instrument.indicators[0].weight', put('instrument.indicators[0].weight', '1,5')],
    ['rules[0].body.shortlist.n', put('rules[0].body.shortlist.n', 0)],
    ['rules[0].body.shortlist.above', put('rules[0].body.shortlist', { kind: 'threshold', above: 7 })],
    ['rules[0].body.shortlist.kind', put('rules[0].body.shortlist', { kind: 'lain' })],
    ['rules[0].body.approver', put('rules[0].body.approver', 'lain')],
    ['rules[0].body.publicBundle', put('rules[0].body.publicBundle', 'ya')],
    ['rules[0].body.cut', put('rules[0].body.cut', 'lain')],
    ['rules[0].version', put('rules[0].version', 0)],
    ['levels[0].id', put('levels[0].id', 'BL 1')],
    ['levels[0].verified["SID-1"]', put('levels[0].verified["SID-1"]', 4)],
    ['desk.shortlist.rulesVersion', put('desk.shortlist.rulesVersion', 1.5)],
    ['desk.decisions[0].reason', ({ desk }) => void delete (desk.decisions[0] as { reason?: string }).reason],
    ['desk.announcedAt', put('desk.announcedAt', '2026-08-20')],
    ['panel[0]', put('panel[0]', 'J123')],
    ['inputs.rubric.criteria[0].min', put('inputs.rubric.criteria[0].min', '1/0')],
    ['inputs.rubric.criteria[0].entry', put('inputs.rubric.criteria[0].entry', 'lain')],
    ['inputs.rubric.criteria[0].hint', put('inputs.rubric.criteria[0].hint', 7)],
    ['inputs.rubric.criteria[0].levels', put('inputs.rubric.criteria[0].levels', 7)],
    ['inputs.rubric.scale', put('inputs.rubric.scale', 'lain')],
    ['inputs.rubric.aggregate', put('inputs.rubric.aggregate', 'lain')],
    ['inputs.rubric.rankOn', put('inputs.rubric.rankOn', 'lain')],
    ['inputs.form', put('inputs.form', 'inputs/2')],
    ['inputs.incompleteSheet', put('inputs.incompleteSheet', 'renormalise')],
    ['inputs.sheets[0].scores.KEB', put('inputs.sheets[0].scores.KEB', 'x'.repeat(41))],
    ['inputs.recused[0].juror', put('inputs.recused[0].juror', 'X1')],
    ['inputs.stranger', put('inputs.stranger', 1)],
    ['signatures[0].capacity', put('signatures[0].capacity', 'lain')],
    ['ledger[0].seq', put('ledger[0].seq', 0)],
    ['ledger[0].actedAt', put('ledger[0].actedAt', 'kemarin')],
    ['ledger[0].digest', put('ledger[0].digest', 'x')],
    ['publication.digest', put('publication.digest', 'A'.repeat(64))],
  ])('refuses %s', (path, edit) => expect(faults(edit)).toEqual([`shape ${path}`]));

  test('lets a rubric be as it was typed', () => {
    const typed = faults((parts) => {
      Object.assign(parts.inputs.rubric.criteria[0]!, { weight: '1,0', step: '1/2', hint: 'dampak', levels: [{ points: '+1', label: 'x' }] });
    });
    expect(typed.filter((one) => one.startsWith('shape'))).toEqual([]);
  });
});

test.each<[string, (key: Record<string, unknown>) => void]>([
  ['key.bailang', put('bailang', 'bundle/1')],
  ['key.bundle', put('bundle', 'x')],
  ['key.jurors[0].code', put('jurors', [{ code: 'J 1', personId: '00000000-0000-7000-8000-000000000001', name: '', isChair: true }])],
  ['key.jurors[0].isChair', put('jurors', [{ code: 'J1', personId: '00000000-0000-7000-8000-000000000001', name: '', isChair: 'ya' }])],
  ['key.seals[0].text', put('seals', [{ entry: 'BL-1', juror: 'J1', text: 'x'.repeat(100_001) }])],
  ['key.actors[0].seq', put('actors', [{ seq: 0, actorId: '00000000-0000-7000-8000-000000000001' }])],
  ['key.lain', put('lain', 1)],
])('%s must have its shape', (path, edit) => {
  const { parts, key } = smallBundle();
  const { digest } = writeBundle(parts, hash);
  const whole: Record<string, unknown> = { bailang: KEY_FORM, bundle: digest, ...key };
  edit(whole);
  expect(verifyKey(canonicalJson(whole), parts, digest, hash).faults.map((fault) => (fault.kind === 'value' ? fault.path : ''))).toEqual([path]);
});
