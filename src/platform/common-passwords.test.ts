import { expect, test } from 'vitest';
import { isCommonPassword } from './common-passwords.ts';

test('holds what many type, here and elsewhere, and not what nobody does', () => {
  for (const word of ['password', 'qwertyuiop', '1234567890', 'bismillah', 'rahasia', 'katasandi', 'indonesia'])
    expect([word, isCommonPassword(word)]).toEqual([word, true]);
  for (const word of ['sepasang ikan haruan', 'contoh-balangan', '']) expect([word, isCommonPassword(word)]).toEqual([word, false]);
});
