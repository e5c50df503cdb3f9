import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inspectFile } from '../../src/platform/inspection.ts';
import { plainPdf } from '../factories/files.ts';

test('a file that takes more memory than any honest one is refused; the program lives, and the next file is read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bailang-inspection-'));
  const [greedy, plain] = [join(folder, 'rakus.pdf'), join(folder, 'biasa.pdf')];
  writeFileSync(greedy, Buffer.concat([Buffer.from('%PDF-1.4\n1 0 obj ['), Buffer.from('/A'.repeat(9_900_000)), Buffer.from('] endobj\n%%EOF\n')]));
  writeFileSync(plain, plainPdf('biasa'));
  const answers = await Promise.all([inspectFile('pdf', greedy), inspectFile('pdf', plain), inspectFile('pdf', plain)]);
  rmSync(folder, { recursive: true });
  expect(answers.map((answer) => (answer.ok ? answer.value : answer.refusal.code))).toEqual(['evidence.broken', { pages: 1 }, { pages: 1 }]);
}, 60_000);
