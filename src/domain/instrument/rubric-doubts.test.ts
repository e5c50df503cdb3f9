import { describe, expect, it, test } from 'vitest';
import { toText } from '../shared/rational.ts';
import type { Criterion, Rubric } from './rubric.ts';
import { bestTotal, isDoubtful, isMeant, rubricDoubts } from './rubric-doubts.ts';

const levels = [1, 2, 3, 4, 5].map((points) => ({ points: String(points), label: `Tingkat ${points}` }));
const byLevels: Criterion = { code: 'KEB', name: 'Kebaruan', weight: '60', entry: 'levels', min: '1', max: '5', step: '1', levels, hint: 'Seberapa baru.' };
const byNumber: Criterion = { code: 'MAN', name: 'Manfaat', weight: '40', entry: 'number', min: '0', max: '100', step: '1' };
const rubric: Rubric = {
  version: 2,
  criteria: [byLevels, byNumber],
  scale: 'max',
  minJurors: 3,
  decimals: 2,
  rankOn: 'rounded',
  percent: true,
  aggregate: 'mean',
  trim: 0,
};
const NOTHING = { sum: '', best: '', ladder: [], hints: [] };

describe('a rubric that needs a second look', () => {
  test.each<[Rubric['scale'], readonly Criterion[], string]>([
    ['max', [byLevels, byNumber], '100'],
    ['minmax', [byLevels, byNumber], '100'],
    ['raw', [byLevels, byNumber], '43'],
    ['raw', [byLevels], '5'],
    ['raw', [byNumber], '100'],
  ])('under %s reaches at most what its criteria allow', (scale, criteria, most) => {
    expect(toText(bestTotal({ ...rubric, scale, criteria }))).toBe(most);
    expect(rubricDoubts({ ...rubric, percent: false, scale, criteria }, null, []).best).toBe(most === '100' ? '' : `${most}.00`);
  });

  it('is asked about a percent sum that is not 100', () => {
    expect(rubricDoubts(rubric, null, [])).toEqual(NOTHING);
    expect(rubricDoubts({ ...rubric, criteria: [byLevels, { ...byNumber, weight: '35' }] }, null, []).sum).toBe('95');
  });

  it('is asked about a criterion of the ladder that goes or has another name', () => {
    const other = { ...rubric, criteria: [{ ...byLevels, name: 'Kedekatan', hint: 'Seberapa dekat.' }, byNumber] };
    expect(rubricDoubts(other, rubric, ['KEB'])).toEqual({ ...NOTHING, ladder: ['Kebaruan', 'Kedekatan'] });
    expect(rubricDoubts(other, rubric, ['MAN'])).toEqual(NOTHING);
    const less = { ...rubric, percent: false, criteria: [byNumber] };
    expect(rubricDoubts(less, rubric, ['KEB'])).toEqual({ ...NOTHING, ladder: ['Kebaruan', ''] });
  });

  it('is asked about an old hint under a new name', () => {
    const named = (change: Partial<Criterion>) => ({
      ...rubric,
      criteria: [
        { ...byLevels, ...change },
        { ...byNumber, name: 'Guna' },
      ],
    });
    expect(rubricDoubts(named({ name: 'Kedekatan' }), rubric, []).hints).toEqual(['Kedekatan']);
    expect(rubricDoubts(named({ name: 'Kedekatan', hint: 'Seberapa dekat.' }), rubric, []).hints).toEqual([]);
    expect(rubricDoubts(named({}), rubric, []).hints).toEqual([]);
  });

  test.each([
    [NOTHING, false],
    [{ ...NOTHING, sum: '95' }, true],
    [{ ...NOTHING, best: '5.00' }, true],
    [{ ...NOTHING, ladder: ['Kebaruan', ''] }, true],
    [{ ...NOTHING, hints: ['Kebaruan'] }, true],
  ])('%j: %s', (doubts, expected) => expect(isDoubtful(doubts)).toBe(expected));
});

describe('doubts that were shown and are meant', () => {
  const shown = { sum: '90', best: '5.00', ladder: ['Kebaruan', 'Dampak', 'Manfaat', ''], hints: ['Dampak'] };
  const nothing = { sum: '', best: '', ladder: [], hints: [] };
  test.each([
    ['the same', shown, true],
    ['fewer: one was mended', { ...nothing, ladder: ['Manfaat', ''] }, true],
    ['another sum', { ...shown, sum: '80' }, false],
    ['another best total', { ...shown, best: '4.00' }, false],
    ['a step that changes to another name', { ...nothing, ladder: ['Kebaruan', 'Guna'] }, false],
    ['a hint that was not shown', { ...nothing, hints: ['Guna'] }, false],
  ])('%s', (_, doubts, expected) => expect(isMeant(doubts, JSON.stringify(shown))).toBe(expected));

  test.each(['', 'bukan', '{}', 'null', '[]', '{"ladder":[]}'])('are none where %j was sent', (text) => expect(isMeant(shown, text)).toBe(false));
});
