import { describe, expect, test } from 'vitest';
import { type Edit, faults, put } from './forge.ts';

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
    ['inputs.sheets[0].scores.A', put('inputs.sheets[0].scores.A', 'x'.repeat(41))],
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
