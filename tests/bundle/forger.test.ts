// A forger who has the source, the database and the server's disk, the region's key included, but no signer's passkey and no anchor copy.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runVerify } from '../../src/cli/verify.ts';
import { type Bundle, type BundleParts, writeBundle } from '../../src/domain/proof/bundle.ts';
import type { BundleFault } from '../../src/domain/proof/bundle-fault.ts';
import { type Given, verifyBundle } from '../../src/domain/proof/bundle-verify.ts';
import { mulberry32 } from '../../src/domain/result/lot.ts';
import { bundleTools } from '../../src/platform/signature.ts';
import { sayFound } from '../../src/texts/id/bundle.ts';
import { type ContestFacts, hash, smallBundle } from '../factories/bundle.ts';
import { type Parts, put, tell } from '../factories/bundle-forge.ts';
import { anchorsOf, anchorTextOf, keyListOf, regionSeal } from '../factories/reader.ts';
import { authenticator } from '../support/authenticator.ts';
import { callCommand } from '../support/call-command.ts';

const genuine = smallBundle().parts;
const reader: Given = { anchors: anchorsOf(genuine), keyList: keyListOf(genuine) };
const root = writeBundle(genuine, hash).digest;
const verify = (text: string, given: Given = {}) => verifyBundle(new TextEncoder().encode(text), bundleTools, given);
const folder = mkdtempSync(join(tmpdir(), 'bailang-forger-'));
afterAll(() => rmSync(folder, { recursive: true }));

const OTHERS = [authenticator(), authenticator(), authenticator()];
const next = mulberry32(2026);
const below = (most: number) => next() % most;
const idOf = (serial: number) => `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`;

/** What is forged -> the contest as the forger wants it; the program then makes everything else anew. */
const WISHES: Readonly<Record<string, () => Partial<ContestFacts>>> = {
  sheets: () => ({ score: (place, seat) => String(70 + 10 * place + seat + (place === 0 && seat === 0 ? 1 + below(9) : 0)) }),
  verdicts: () => ({
    levels: [
      [3, 3],
      [3, 2],
      [3, 2],
      [1, below(2) === 0 ? 0 : 2],
    ],
  }),
  recusals: () => ({ recused: 1, chance: `blind ${below(1e6)}` }),
  places: () => ({ score: (place, seat) => String(95 - 15 * place - seat - below(3)) }),
  names: () => ({ nameOf: (id) => `Inovasi ${id} ${'I'.repeat(1 + below(5))}` }),
  'the sample mark': () => ({ sample: true, chance: `blind ${below(1e6)}` }),
  'the chain': () => ({ secretary: idOf(60 + below(30)), chance: `blind ${below(1e6)}` }),
  'indicator names': () => ({ indicators: ['Regulasi', `Manfaat ${below(1000)}`] }),
  times: () => (below(2) === 0 ? { publishedAt: `2026-09-01T02:4${1 + below(9)}:00.000Z` } : { sealedAt: `2026-09-01T02:0${6 + below(4)}:00.000Z` }),
  region: () => (below(2) === 0 ? { regionName: `Kabupaten Uji ${below(1000)}` } : { regionId: idOf(700 + below(99)) }),
};

/** Signed by keys of the forger's own, not at all, or with the answers of the real keys copied in. */
function forge(wish: Partial<ContestFacts>): { readonly text: string; readonly parts: BundleParts } {
  const how = below(3);
  const { parts } = smallBundle({ ...wish, signers: how === 0 ? OTHERS : null });
  const copied = how === 2 ? { ...parts, keys: genuine.keys ?? [], signatures: genuine.signatures, certification: genuine.certification } : parts;
  return { text: writeBundle(copied, hash, regionSeal).text, parts: copied };
}

test('the genuine bundle is vouched for by its anchors, its list of keys, and its digest', () => {
  const text = writeBundle(genuine, hash, regionSeal).text;
  const verdict = verify(text, { ...reader, digest: root });
  expect(verdict).toMatchObject({ state: 'holds', found: { boundBy: ['digest', 'anchor'], signaturesStand: true, isRegionSigned: true } });
  const lines = verdict.state === 'holds' ? sayFound(verdict) : [];
  expect(lines.filter((line) => line.startsWith('belum'))).toEqual([]);
  expect(lines.join('\n')).toContain('sah  tanda tangan dan penetapan: 3 dari 3 dengan kunci terdaftar, sebelum jangkar');
});

describe('TR-T1: of 100 forgeries made consistent throughout', () => {
  const forgeries = Array.from({ length: 100 }, (_, at) => {
    const [what, wish] = Object.entries(WISHES)[at % 10]!;
    return { what: `${what} ${at}`, ...forge(wish()) };
  });

  test('each differs from the genuine one, and most agree with themselves', () => {
    expect(forgeries.filter(({ text }) => text === writeBundle(genuine, hash, regionSeal).text)).toEqual([]);
    expect(forgeries.filter(({ text }) => verify(text).state === 'holds').length).toBeGreaterThan(60);
  });

  test.each<[string, Given]>([
    ['anchors and the digest of the list of keys', reader],
    ['anchors alone', { anchors: reader.anchors ?? null }],
    ['the digest of the bundle', { digest: root }],
  ])('%s in the hands of a reader find all', (_name, given) => {
    expect(forgeries.filter(({ text }) => verify(text, given).state !== 'broken').map(({ what }) => what)).toEqual([]);
  });

  test('the command ends with 1 for all of them, and without anything to compare never with 0 nor with a line that says sah', async () => {
    const [anchors, file] = [join(folder, 'jangkar.txt'), join(folder, 'bundel.json')];
    writeFileSync(anchors, anchorTextOf(genuine));
    const statuses: number[] = [];
    for (const { what, text } of forgeries) {
      writeFileSync(file, text);
      statuses.push((await callCommand(runVerify, [file, '--jangkar', anchors, '--daftar-kunci', keyListOf(genuine)])).status);
      const alone = await callCommand(runVerify, [file]);
      expect([what, [1, 3].includes(alone.status), /^sah/m.test(alone.out)]).toEqual([what, true, false]);
    }
    expect(statuses.filter((status) => status === 1).length).toBe(100);
  });

  test('the list of keys alone vouches for no forgery, and for no signature', () => {
    for (const { text } of forgeries) {
      const verdict = verify(text, { keyList: keyListOf(genuine) });
      if (verdict.state === 'holds') expect(verdict.found).toMatchObject({ boundBy: [], signaturesStand: false });
    }
  });
});

describe('a forger who follows what the verifier says, for 300 rounds', () => {
  test.each<[string, Given]>([
    ['nothing', {}],
    ['anchors', { anchors: reader.anchors ?? null }],
    ['the list of keys', { keyList: keyListOf(genuine) }],
    ['the digest', { digest: root }],
  ])('never gets further than consistent with a reader of %s', (_name, given) => {
    const parts = JSON.parse(JSON.stringify(genuine)) as Bundle['parts'];
    put('inputs.sheets[0].scores.KEB', '99')(parts);
    let verdict = verify(writeBundle(parts, hash, regionSeal).text, given);
    for (let round = 0; round < 300 && verdict.state === 'broken'; round += 1) {
      follow(parts, verdict.faults[0]);
      verdict = verify(writeBundle(parts, hash, regionSeal).text, given);
    }
    const isBound = given.anchors !== undefined || given.digest !== undefined;
    expect(verdict.state).toBe(isBound ? 'broken' : 'holds');
    if (verdict.state !== 'holds') return;
    expect(verdict.found).toMatchObject({ boundBy: [], signaturesStand: false });
    expect(sayFound(verdict).filter((line) => line.startsWith('sah'))).toEqual([]);
  });
});

/** Writes what is said to be computed; what a row of the ledger says goes into the row, and a signature's digest into the rows of signing too. */
function follow(parts: BundleParts, fault: BundleFault | undefined): void {
  if (fault === undefined || fault.kind === 'byte' || !fault.path.startsWith('$.parts.')) return;
  const path = fault.path.slice('$.parts.'.length);
  if (fault.kind === 'refused') {
    if (path.endsWith('.assertion')) put(path, null)(parts);
    if (fault.code === 'bundle.seal-not-in-ledger') tell(2, 'digest', parts.inputs.sheets[0]?.seal)(parts as Parts);
    return;
  }
  const [, row, said = ''] = /^ledger\[(\d+)\]\.facts\.(\w+)$/.exec(path) ?? [];
  if (row !== undefined) {
    tell(Number(row), said, parts.result.digest)(parts as Parts);
    return;
  }
  const value = saidValue(fault.computed);
  put(path, value)(parts);
  if (!/^signatures\[\d+\]\.digest$/.test(path)) return;
  for (const [at, { kind }] of parts.ledger.entries()) if (kind === 'result.signed') tell(at, 'digest', value)(parts as Parts);
}

function saidValue(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
