import { describe, expect, test } from 'vitest';
import type { Outcome } from '../shared/outcome.ts';
import { type Certification, mayCertify, mayPublish, maySign, resultState, signersMissing, signersNeeded } from './certificate.ts';

const needed = signersNeeded(['b', 'a', 'b'], 'ketua');
const fresh: Certification = {
  needed,
  signedBy: [],
  computedBy: 'sekretaris',
  certifiedBy: null,
  published: false,
  replaced: false,
  unresolved: [],
};
const signed = { ...fresh, signedBy: ['a', 'b', 'ketua'] };
const certified = { ...signed, certifiedBy: 'bupati' };
const published = { ...certified, published: true };
const replaced = { ...published, replaced: true };
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? outcome.value : outcome.refusal.code);

describe('a result version', () => {
  test('needs every counted juror and the chair once', () => {
    expect(needed.map(({ personId, capacity }) => [personId, capacity])).toEqual([
      ['a', 'juror'],
      ['b', 'juror'],
      ['ketua', 'chair'],
    ]);
    expect(signersNeeded(['a', 'ketua'], 'ketua')).toEqual([
      { personId: 'a', capacity: 'juror' },
      { personId: 'ketua', capacity: 'chair' },
    ]);
    expect(signersNeeded(['c', 'a', 'b'], null).map(({ personId }) => personId)).toEqual(['a', 'b', 'c']);
    expect(signersNeeded(['a'], null)).toHaveLength(1);
    expect(signersMissing({ ...fresh, signedBy: ['b'] }).map(({ personId }) => personId)).toEqual(['a', 'ketua']);
  });

  test('walks computed, signed, certified, published, replaced', () => {
    expect([fresh, signed, certified, published, replaced].map(resultState)).toEqual(['computed', 'signed', 'certified', 'published', 'replaced']);
    expect(resultState({ ...fresh, needed: [] })).toBe('computed');
  });

  test('is signed by its signers only, before certification, with no open tie', () => {
    expect(maySign(fresh, 'ketua')).toEqual({ ok: true, value: { personId: 'ketua', capacity: 'chair' } });
    expect(maySign(signed, 'a')).toMatchObject({ ok: true });
    expect(codeOf(maySign(fresh, 'orang-lain'))).toBe('result.not-a-signer');
    expect(maySign({ ...fresh, unresolved: ['BL-1'] }, 'a')).toEqual({ ok: false, refusal: { code: 'result.unresolved', facts: { entries: ['BL-1'] } } });
    expect([certified, published].map((one) => codeOf(maySign(one, 'a')))).toEqual(['result.already-certified', 'result.already-certified']);
    expect(codeOf(maySign(replaced, 'a'))).toBe('result.replaced');
  });

  test('is certified by somebody who neither computed it nor heads a finalist agency', () => {
    expect(codeOf(mayCertify(signed, 'bupati', ['kadis']))).toBe('certified');
    expect(codeOf(mayCertify(signed, 'sekretaris', []))).toBe('result.certifier-computed');
    expect(codeOf(mayCertify(signed, signed.needed[0]?.personId ?? '', []))).toBe('result.certifier-signed');
    expect(codeOf(mayCertify(signed, 'kadis', ['kadis']))).toBe('result.certifier-heads-finalist');
    expect(mayCertify({ ...fresh, signedBy: ['a'] }, 'bupati', [])).toMatchObject({
      refusal: { code: 'result.not-signed', facts: { missing: 2 } },
    });
    expect([certified, published, replaced].map((one) => codeOf(mayCertify(one, 'bupati', [])))).toEqual([
      'result.already-certified',
      'result.already-certified',
      'result.replaced',
    ]);
  });

  test('is published by somebody who did not certify it', () => {
    expect(codeOf(mayPublish(certified, 'sekretaris'))).toBe('published');
    expect(codeOf(mayPublish(certified, 'bupati'))).toBe('result.publisher-certified');
    expect([signed, published, replaced].map((one) => codeOf(mayPublish(one, 'sekretaris')))).toEqual([
      'result.not-certified',
      'result.already-published',
      'result.replaced',
    ]);
  });
});
