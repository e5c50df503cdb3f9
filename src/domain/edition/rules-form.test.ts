import { describe, expect, it } from 'vitest';
import { readRulesForm } from './rules-form.ts';

describe('rules as typed', () => {
  const rules = { floor: '50', deskShare: '40', juryShare: '60' } as never;
  const typed = { floor: '52,5', kind: 'top', bound: '5', deskShare: '40', juryShare: '60', winners: '3', publicBundle: true } as const;
  it('reads exact numbers and names the field at fault', () => {
    expect(readRulesForm(rules, typed)).toMatchObject({ ok: true, value: { floor: '52.5', shortlist: { kind: 'top', n: 5 }, winners: 3 } });
    expect(readRulesForm(rules, { ...typed, floor: '' })).toMatchObject({ ok: true, value: { floor: null } });
    expect(readRulesForm(rules, { ...typed, juryShare: '59,9' })).toMatchObject({
      refusal: { fields: { juryShare: { code: 'rules.shares-sum' } } },
    });
    expect(readRulesForm(rules, { ...typed, bound: '2,5' })).toMatchObject({
      refusal: { fields: { bound: { code: 'rules.number-invalid' } } },
    });
  });

  const faultsOf = (changed: object) => {
    const found = readRulesForm(rules, { ...typed, ...changed });
    return found.ok ? {} : Object.fromEntries(Object.entries(found.refusal.fields ?? {}).map(([field, one]) => [field, one.code]));
  };

  it('keeps everything else of the rules, and reads a threshold as written', () => {
    const all = { ...(rules as object), cut: 'include', whoEnters: ['skpd'] } as never;
    expect(readRulesForm(all, { ...typed, kind: 'threshold', bound: ' 75,25 ', deskShare: '33,5', juryShare: '66,5' })).toEqual({
      ok: true,
      value: {
        cut: 'include',
        whoEnters: ['skpd'],
        floor: '52.5',
        shortlist: { kind: 'threshold', above: '75.25' },
        deskShare: '33.5',
        juryShare: '66.5',
        publicBundle: true,
        winners: 3,
      },
    });
  });

  it.each([
    ['floor', '1000'],
    ['floor', '50.1234567'],
    ['floor', '-1'],
    ['floor', '5 0'],
    ['floor', '50.'],
    ['bound', '0'],
    ['bound', '1000'],
    ['bound', '2x'],
    ['bound', 'x2'],
    ['winners', '0'],
    ['winners', '1.5'],
    ['winners', ''],
  ])('refuses %s written as "%s", and says what was typed', (field, text) => {
    expect(faultsOf({ [field]: text })).toEqual({ [field]: 'rules.number-invalid' });
    expect(readRulesForm(rules, { ...typed, [field]: text })).toMatchObject({
      refusal: { code: 'rules.invalid', fields: { [field]: { facts: { typed: text } } } },
    });
  });

  it.each([
    ['floor', '999.123456'],
    ['floor', '0'],
    ['bound', '999'],
    ['bound', '10'],
    ['winners', '1'],
  ])('takes %s written as "%s"', (field, text) => expect(faultsOf({ [field]: text })).toEqual({}));

  it('adds the shares exactly, and only when both are numbers', () => {
    expect(faultsOf({ deskShare: '33.333333', juryShare: '66.666667' })).toEqual({});
    expect(faultsOf({ deskShare: '33.333333', juryShare: '66.666666' })).toEqual({ juryShare: 'rules.shares-sum' });
    expect(faultsOf({ deskShare: '0', juryShare: '100' })).toEqual({});
    expect(faultsOf({ deskShare: 'x', juryShare: '60' })).toEqual({ deskShare: 'rules.number-invalid' });
    expect(faultsOf({ deskShare: '40', juryShare: 'x' })).toEqual({ juryShare: 'rules.number-invalid' });
  });
});
