import { describe, expect, it, test } from 'vitest';
import { startCategory } from './category-start.ts';
import { CATEGORY_TEMPLATES } from './template.ts';

const [BY_NUMBER, BY_LEVELS] = CATEGORY_TEMPLATES;
const start = (source: typeof BY_NUMBER, list: string) =>
  startCategory({ ...source!, rules: { ...source!.rules, lot: { seed: '7', source: 'koran' } } }, ['village'], list);

describe('a category that begins as another', () => {
  it('takes over rules and rubric, never entrants or the seed of a lot', () => {
    expect(start(BY_NUMBER, ' \n')).toEqual({
      ok: true,
      value: { rules: { ...BY_NUMBER!.rules, whoEnters: ['village'], lot: null }, rubric: BY_NUMBER!.rubric },
    });
  });

  it('has criteria of its own, entered and scaled as the other are; the first of them stands in the ladder', () => {
    expect(start(BY_LEVELS, 'Jangkauan; 3\nKerja sama; 2; Dengan siapa saja.')).toMatchObject({
      ok: true,
      value: {
        rules: { finalLadder: ['jury', 'criterion:JAN', 'desk', 'median', 'decision'], deskLadder: BY_LEVELS!.rules.deskLadder },
        rubric: {
          version: 1,
          scale: 'max',
          criteria: [
            { code: 'JAN', weight: '3', entry: 'levels', levels: [{ points: '1' }, { points: '2' }, { points: '3', label: 'Baik' }] },
            { code: 'KER', weight: '2', hint: 'Dengan siapa saja.' },
          ],
        },
      },
    });
    const twice = { ...BY_NUMBER!, rules: { ...BY_NUMBER!.rules, finalLadder: ['criterion:MAN', 'jury', 'criterion:KEB', 'decision'] } };
    expect(start(twice, 'Jangkauan 60\nKerja sama 40')).toMatchObject({ value: { rules: { finalLadder: ['criterion:JAN', 'jury', 'decision'] } } });
    expect(start(BY_NUMBER, 'Kebaruan 60\nManfaat 40')).toMatchObject({ value: { rules: { finalLadder: BY_NUMBER!.rules.finalLadder } } });
  });

  test.each([
    ['weights that should be percent', 'Jangkauan; 60\nKerja sama; 30', { code: 'rubric.list-sum', facts: { sum: '90' } }],
    ['a line without a weight', 'Jangkauan', { code: 'rubric.list-unread', facts: { rows: ['1'] } }],
    ['a name that is too long', `${'a'.repeat(201)}; 100`, { code: 'rubric.invalid' }],
  ])('is refused at its list: %s', (_what, list, list_) => {
    expect(start(BY_NUMBER, list)).toMatchObject({ ok: false, refusal: { code: 'category.invalid', fields: { list: list_ } } });
  });
});
