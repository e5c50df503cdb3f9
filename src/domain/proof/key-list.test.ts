import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isAfterOpening, KEY_LIST_FORM, keyListDigest, keyListText, listKeys, type OwnedKey } from './key-list.ts';

const OPENS = '2026-10-20T00:00:00.000Z';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const key = (credentialId: string, personId: string, changes: Partial<OwnedKey> = {}): OwnedKey => ({
  credentialId,
  personId,
  publicKey: 'cHVibGlj',
  algorithm: -7,
  rpId: 'localhost',
  origin: 'http://localhost:3000',
  capacity: 'juror',
  enrolledAt: '2026-10-01T00:00:00.000Z',
  confirmedAt: null,
  endedAt: null,
  ...changes,
});
const owned = [key('c', 'ani', { enrolledAt: OPENS, confirmedAt: OPENS }), key('a', 'budi', { capacity: 'chair' }), key('b', 'ani')];
const keys = listKeys(owned, OPENS);
const list = { region: 'r', edition: 2026, category: 'k', keys };

describe('the list of keys', () => {
  test('is in order, numbers owners without naming them, and marks what was enrolled after the opening', () => {
    expect(keys.map(({ credentialId, holder, capacity, afterOpening }) => [credentialId, holder, capacity, afterOpening])).toEqual([
      ['a', 1, 'chair', false],
      ['b', 2, 'juror', false],
      ['c', 2, 'juror', true],
    ]);
    expect(keyListText(list)).not.toMatch(/ani|budi/);
    expect(listKeys(owned, null).some(({ afterOpening }) => afterOpening)).toBe(false);
    expect([isAfterOpening(OPENS, OPENS), isAfterOpening('2026-10-19T23:59:59.999Z', OPENS), isAfterOpening(OPENS, null)]).toEqual([true, false, false]);
  });

  test('has one digest, whatever the order, which changes with any member of any key', () => {
    const digest = keyListDigest(list, hash);
    expect(JSON.parse(keyListText(list))).toMatchObject({ form: KEY_LIST_FORM, region: 'r', edition: 2026, category: 'k' });
    expect(keyListDigest({ ...list, keys: [...keys].reverse() }, hash)).toBe(digest);
    const changes = {
      publicKey: 'eA',
      origin: 'http://x',
      rpId: 'x',
      capacity: 'leader',
      enrolledAt: OPENS,
      confirmedAt: OPENS,
      endedAt: OPENS,
      holder: 9,
    } as const;
    for (const [member, value] of Object.entries(changes)) {
      const changed = keys.map((one, at) => (at === 1 ? { ...one, [member]: value } : one));
      expect([member, keyListDigest({ ...list, keys: changed }, hash)]).not.toEqual([member, digest]);
    }
    expect(keyListDigest({ ...list, category: 'l' }, hash)).not.toBe(digest);
  });
});
