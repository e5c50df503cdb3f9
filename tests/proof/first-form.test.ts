import { expect, test } from 'vitest';
import { verifyBundle } from '../../src/domain/proof/bundle-verify.ts';
import { bundleTools } from '../../src/platform/signature.ts';
import { sayFound } from '../../src/texts/id/bundle.ts';
import { firstBundle } from '../factories/bundle.ts';

test('a bundle of the first form verifies as what it is: by the digest of its file, its approvals as statements', () => {
  const { text, digest } = firstBundle();
  const verdict = verifyBundle(Buffer.from(text), bundleTools, { digest });
  expect(verdict).toMatchObject({ state: 'holds', form: 'bundle/1', digest, found: { boundBy: ['digest'], signaturesStand: false, isRegionSigned: false } });
  const lines = verdict.state === 'holds' ? sayFound(verdict) : [];
  expect(lines).toContain('pernyataan  3 dari 3 disetujui lewat akun tanpa kunci tanda tangan; ini bukan tanda tangan');
  expect(lines).toContain('tidak ditandatangani kunci daerah');
  expect(verifyBundle(Buffer.from(text), bundleTools, { keyList: digest })).toMatchObject({ state: 'broken', faults: [{ code: 'bundle.no-key-list' }] });
});
