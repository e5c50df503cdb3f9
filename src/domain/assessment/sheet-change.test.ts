import { describe, expect, test } from 'vitest';
import type { Stage } from '../edition/stage.ts';
import type { Criterion, Rubric } from '../instrument/rubric.ts';
import { decideSave, type SheetNow, type SheetPart } from './sheet-change.ts';

const criterion = (code: string): Criterion => ({ code, name: '', weight: '1', min: '0', max: '10', step: '0.5', entry: 'number' });
const rubric: Rubric = {
  version: 1,
  criteria: [criterion('A'), criterion('B')],
  scale: 'minmax',
  minJurors: 1,
  decimals: 2,
  rankOn: 'rounded',
  percent: false,
  aggregate: 'mean',
  trim: 0,
};
const stage: Stage = {
  stageId: 's',
  editionId: 'e',
  kind: 'presentation',
  name: 'Presentasi',
  publicGroup: 'Presentasi',
  position: 1,
  opensAt: '2026-11-01T00:00:00.000Z',
  closesAt: '2026-11-10T00:00:00.000Z',
  graceMinutes: 0,
  exitCheck: true,
};
const inside = '2026-11-05T00:00:00.000Z';
const stands: SheetNow = { state: 'draft', scores: { A: '7' }, comment: 'baik', revision: 4 };
const save = (part: Partial<SheetPart>, sheet: SheetNow = stands, now = inside) =>
  decideSave(sheet, rubric, [stage], { revision: 4, scores: {}, ...part }, now);

describe('one save of a sheet', () => {
  test.each([
    ['a further score', { scores: { B: '8,5' } }, { scores: { A: '7', B: '8.5' }, comment: 'baik', changed: true, faults: {} }],
    ['an emptied score', { scores: { A: ' ' } }, { scores: {}, comment: 'baik', changed: true, faults: {} }],
    ['an emptied score that never stood', { scores: { B: '' } }, { scores: { A: '7' }, comment: 'baik', changed: false, faults: {} }],
    ['words alone', { comment: '' }, { scores: { A: '7' }, comment: '', changed: true, faults: {} }],
    ['what already stands', { scores: { A: '7' }, comment: 'baik' }, { scores: { A: '7' }, comment: 'baik', changed: false, faults: {} }],
    ['nothing', {}, { scores: { A: '7' }, comment: 'baik', changed: false, faults: {} }],
    ['as many words as fit', { comment: 'x'.repeat(10_000) }, { scores: { A: '7' }, comment: 'x'.repeat(10_000), changed: true, faults: {} }],
  ])('keeps the rest and takes %s', (_what, part, value) => expect(save(part)).toEqual({ ok: true, value }));

  test('does not touch the sheet that stands', () => {
    save({ scores: { A: '', B: '1' } });
    expect(stands.scores).toEqual({ A: '7' });
  });

  test('from an older revision is stale when it would change something, and as before when not', () => {
    expect(save({ revision: 3, scores: { B: '1' } })).toEqual({ ok: false, refusal: { code: 'sheet.stale', facts: { revision: 4 } } });
    expect(save({ revision: 3, comment: 'lain' })).toMatchObject({ refusal: { code: 'sheet.stale' } });
    expect(save({ revision: 3, scores: { A: '7' } })).toMatchObject({ ok: true, value: { changed: false } });
  });

  test('takes what is good beside a bad field, and names the bad one', () => {
    expect(save({ scores: { A: '11', B: '8,5' }, comment: 'x'.repeat(10_001) })).toEqual({
      ok: true,
      value: {
        scores: { A: '7', B: '8.5' },
        comment: 'baik',
        changed: true,
        faults: { A: expect.objectContaining({ code: 'score.outside-scale' }), catatan: expect.objectContaining({ code: 'sheet.comment-too-long' }) },
      },
    });
    expect(save({ revision: 3, scores: { A: '11', B: '8,5' } })).toMatchObject({ ok: false, refusal: { code: 'sheet.stale' } });
  });

  test('names every field at fault at once', () => {
    expect(save({ scores: { A: '11', B: '1.25' }, comment: 'x'.repeat(10_001) })).toMatchObject({
      refusal: {
        code: 'sheet.invalid',
        facts: { invalid: ['A', 'B', 'catatan'] },
        fields: {
          A: { code: 'score.outside-scale' },
          B: { code: 'score.off-step' },
          catatan: { code: 'sheet.comment-too-long', facts: { max: 10_000 } },
        },
      },
    });
  });

  test.each([
    ['a sealed sheet', { scores: { A: '1' } }, { ...stands, state: 'sealed' as const }, inside, 'sheet.sealed'],
    ['words on a sealed sheet', { comment: 'lain' }, { ...stands, state: 'sealed' as const }, inside, 'sheet.sealed'],
    ['an absent juror', { comment: 'lain' }, { ...stands, state: 'absent' as const }, inside, 'sheet.absent'],
    ['words after the stage', { comment: 'lain' }, stands, stage.closesAt, 'stage.closed'],
    ['a score after the stage', { scores: { A: '1' } }, stands, stage.closesAt, 'stage.closed'],
    ['a criterion of another rubric', { scores: { Z: '1' } }, stands, inside, 'sheet.unknown-criterion'],
  ])('refuses %s', (_what, part, sheet, now, code) => expect(save(part, sheet, now)).toMatchObject({ ok: false, refusal: { code } }));
});
