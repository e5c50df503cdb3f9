import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runVerify } from '../../src/cli/verify.ts';
import { type Bundle, type BundleParts, writeBundle } from '../../src/domain/proof/bundle.ts';
import { type BundleVerdict, verifyBundle } from '../../src/domain/proof/bundle-verify.ts';
import { makeMissingBundles } from '../../src/jobs/make-bundles.ts';
import { sha256Hex } from '../../src/platform/crypto.ts';
import { bundleTools } from '../../src/platform/signature.ts';
import { seedStory } from '../../src/seeds/sample.ts';
import { callCommand } from '../support/call-command.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { type Damage, damages } from './damage.ts';

interface Kept {
  readonly publicationId: string;
  readonly body: string;
  readonly digest: string;
}

let database: TestDatabase;
let skpd: Kept;
let blud: Kept;
const list = () =>
  database.db.all<Kept>(
    `SELECT publication_id AS "publicationId", b.body, b.digest FROM publication_bundle b JOIN publication p USING (region_id, publication_id)
     JOIN category c USING (region_id, category_id) ORDER BY c.position`,
  );
beforeAll(async () => {
  database = await testDatabase();
  await seedStory(database.platform, 'published');
  [skpd, blud] = (await list()) as [Kept, Kept];
}, 120_000);
afterAll(() => database.end());

const verify = (text: string, digest: string | null = null) => verifyBundle(new TextEncoder().encode(text), bundleTools, { digest });
const partsOf = (text: string) => (JSON.parse(text) as Bundle).parts;
const nameOf = (verdict: BundleVerdict): string => {
  const fault = verdict.state === 'broken' ? verdict.faults[0] : undefined;
  if (fault === undefined) return verdict.state;
  return fault.kind === 'byte' ? `byte ${fault.offset}` : fault.path;
};

test('the sample edition recomputes: a recused pair, ties at the cut and for the first place, entries below the gate', () => {
  for (const { body, digest } of [skpd, blud]) expect(verify(body, digest)).toMatchObject({ state: 'holds', digest });
  const parts = partsOf(skpd.body);
  expect(parts.inputs.recused.length).toBe(1);
  expect(parts.desk.decisions.length).toBe(1);
  expect([skpd, blud].some(({ body }) => partsOf(body).result.body.trace.length > 0)).toBe(true);
  expect(parts.desk.shortlist.lines.some(({ state }) => state === 'below-floor')).toBe(true);
});

test('names nobody of the panel', async () => {
  const jurors = await database.db.all<{ id: string; name: string; email: string }>(
    'SELECT p.person_id AS id, p.name, p.email FROM panel_juror JOIN person p USING (region_id, person_id)',
  );
  expect(jurors.length).toBe(10);
  for (const { id, name, email } of jurors)
    for (const word of [id, name, email]) expect([skpd.body, blud.body].some((body) => body.includes(word))).toBe(false);
  expect(skpd.body).not.toContain('Catatan contoh.');
});

test('made again by the nightly job, later, it is the same to the byte; kept, it cannot be changed', async () => {
  const [before, digests] = [await list(), [skpd.digest, blud.digest]];
  await database.owner.transaction(async (tx) => {
    await tx.run('SET LOCAL session_replication_role = replica');
    await tx.run('DELETE FROM publication_bundle');
  });
  database.at('2027-01-01T00:00:00.000Z');
  for (const _ of [1, 2]) await makeMissingBundles(database.platform);
  expect(await list()).toEqual(before);
  const rows = await database.db.all<{ facts: string }>("SELECT facts FROM audit_entry WHERE kind = 'result.bundled' ORDER BY seq");
  expect(rows.map(({ facts }) => (JSON.parse(facts) as Kept).digest)).toEqual([...digests, ...digests]);
  await expect(database.db.run('UPDATE publication_bundle SET body = body')).rejects.toThrow(/permission denied/);
});

test('finds and names each of 1,000 single changes', () => {
  for (const [at, { body }] of [skpd, blud].entries()) {
    const changes = damages(body, 2026 + at);
    for (let count = 0; count < 500; count += 1) {
      const { how, text, part } = changes.next().value as Damage;
      const verdict = verify(text);
      expect([how, verdict.state]).toEqual([how, 'broken']);
      if (verdict.state !== 'broken') continue;
      const [first] = verdict.faults;
      expect(first?.kind === 'byte' ? first.offset : (first?.path ?? '')).not.toBe('');
      const isNamed =
        part === null ||
        verdict.faults.some((fault) => fault.kind !== 'byte' && (fault.path.startsWith(`$.parts.${part}`) || fault.path === `$.digests.${part}`));
      expect([how, isNamed]).toEqual([how, true]);
    }
  }
}, 120_000);

const edited = (edit: (parts: Mutable<BundleParts>) => void, body = skpd.body) => {
  const parts = partsOf(body) as unknown as Mutable<BundleParts>;
  edit(parts);
  return writeBundle(parts as unknown as BundleParts, sha256Hex).text;
};
type Mutable<T> = { -readonly [Key in keyof T]: Mutable<T[Key]> };

test.each<[string, string, (parts: Mutable<BundleParts>) => void]>([
  [
    'a verified level',
    '$.parts.desk.shortlist.entries[0].desk',
    ({ levels }) => {
      levels[0]!.verified['SID-31'] = 0;
    },
  ],
  [
    'a desk value',
    '$.parts.inputs.entries[0].desk',
    ({ inputs }) => {
      inputs.entries[0]!.desk = '1';
    },
  ],
  [
    'a score',
    '$.parts.result.body.entries[0].criteria[0].mean.exact',
    ({ inputs }) => {
      inputs.sheets[0]!.scores.KEB = '1';
    },
  ],
  [
    'a rank',
    '$.parts.result.body.entries[0].rank',
    ({ result }) => {
      result.body.entries[0]!.rank += 1;
    },
  ],
  ['a step of the ladder', '$.parts.inputs.ladder[0]', ({ inputs }) => void inputs.ladder.reverse()],
  [
    'a published figure',
    '$.parts.publication.body.entries[0].final.rounded',
    ({ publication }) => {
      publication.body.entries[0]!.final.rounded = '99.99';
    },
  ],
  [
    'a published name',
    '$.parts.publication.body.entries[0].name',
    ({ names, publication }) => {
      const winner = names.find(({ id }) => id === publication.body.entries[0]!.id);
      winner!.name = 'Lain';
    },
  ],
  ['a sheet left out', '$.parts.inputs.sheets', ({ inputs }) => void inputs.sheets.splice(0, 1)],
  ['a signature left out', '$.parts.signatures', ({ signatures }) => void signatures.pop()],
  [
    'the decree',
    '$.parts.publication.body.decree',
    ({ certification }) => {
      certification.decree = 'SK lain';
    },
  ],
  [
    'a row of the ledger',
    '$.parts.ledger[0].digest',
    ({ ledger }) => {
      ledger[0]!.actedAt = '2026-01-01T00:00:00.000Z';
    },
  ],
  [
    'a seal',
    '$.parts.result.digest',
    ({ inputs }) => {
      inputs.sheets[0]!.seal = '0'.repeat(64);
    },
  ],
])('names %s although the digests of the parts were made anew', (_name, path, edit) => {
  expect(nameOf(verify(edited(edit)))).toBe(path);
});

test('what was forged throughout is told only by the digest on the page', () => {
  const forged = edited(({ contest }) => {
    contest.region.name = 'Kabupaten Lain';
  });
  expect(verify(forged).state).toBe('holds');
  expect(verify(forged, skpd.digest)).toMatchObject({ state: 'broken', faults: [{ kind: 'value', check: 'file', written: skpd.digest }] });
});

test('says where a file is not the text of a bundle, and when it is no bundle at all', () => {
  const { body } = skpd;
  const at = body.indexOf('"panel"');
  for (const length of [1, 5, 15, 25]) expect(nameOf(verify(body.slice(0, length)))).toMatch(/^byte \d+$/);
  expect(nameOf(verify(`${body}\n`))).toBe(`byte ${Buffer.byteLength(body)}`);
  expect(nameOf(verify(`\uFEFF${body}`))).toBe('byte 0');
  expect(nameOf(verify(`${body.slice(0, at)} ${body.slice(at)}`))).toBe(`byte ${Buffer.byteLength(body.slice(0, at))}`);
  const bytes = new TextEncoder().encode(body);
  bytes[100] = 0xff;
  expect(nameOf(verifyBundle(bytes, bundleTools))).toBe('byte 100');
  for (const text of ['', '{}', '[]', 'null', '{"scores":[]}', 'submission,juror', '\u0000', '['.repeat(100_000)])
    expect(verify(text).state).toBe('not-a-bundle');
  expect(nameOf(verify('{"bailang":"bundle/1","digests":'.concat('['.repeat(100_000))))).toMatch(/^byte \d+$/);
});

test('never throws, whatever stands in the file', () => {
  const parts = Object.keys(partsOf(blud.body));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(verifyBundle(bytes, bundleTools).state).not.toBe('holds');
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(fc.constantFrom(...parts), fc.nat(), fc.jsonValue(), (part, at, value) => {
      const bundle = JSON.parse(blud.body) as { parts: Record<string, unknown> };
      replaceOne(bundle.parts, part, at, value);
      const { text } = writeBundle(bundle.parts as unknown as BundleParts, sha256Hex);
      expect(['broken', 'holds']).toContain(verify(text).state);
    }),
    { numRuns: 300 },
  );
});

/** Puts the value at the place that the number leads to. */
function replaceOne(holder: Record<string, unknown>, key: string, at: number, value: unknown): void {
  const inner = holder[key];
  const keys = typeof inner === 'object' && inner !== null ? Object.keys(inner) : [];
  if (keys.length === 0 || at % 7 === 0) holder[key] = value;
  else replaceOne(inner as Record<string, unknown>, keys[at % keys.length] ?? '', Math.floor(at / keys.length), value);
}

test('the command says what holds with 0, what differs with 1, and that there is no bundle with 2', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bailang-bundle-'));
  const put = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const run = async (...words: readonly string[]) => {
    const { status, ...said } = await callCommand(runVerify, words);
    return { code: status, ...said };
  };
  const whole = put('utuh.json', skpd.body);
  const alone = await run(whole);
  expect(alone).toMatchObject({ code: 3, err: '' });
  expect(alone.out).toMatch(/^DATA CONTOH, bukan hasil resmi\n(konsisten {2}.+\n){6}belum dicocokkan {2}isi: .+\n/);
  expect(alone.out).toMatch(/\npernyataan {2}6 dari 6 .*bukan tanda tangan\n/);
  expect(alone.out).toMatch(/\nSidik bundel: [0-9a-f]{64}\nbelum dicocokkan: /);
  expect(alone.out).not.toMatch(/^sah/m);
  const compared = await run(whole, '--digest', skpd.digest);
  expect(compared).toMatchObject({ code: 0, err: '' });
  expect(compared.out).toMatch(/^DATA CONTOH, bukan hasil resmi\n(sah {2}.+\n){7}/);
  expect(await run(whole, `--digest=${blud.digest}`)).toMatchObject({ code: 1 });
  const changed = await run(put('ubah.json', skpd.body.replace('"rounded":"', '"rounded":"1')));
  expect([changed.code, changed.out.split('\n')[0]]).toEqual([
    1,
    expect.stringMatching(/^TIDAK SAH {2}nilai meja dan daftar finalis: \$\.parts\.desk\.shortlist\S+ tertulis "1\S+", terhitung "\S+"$/),
  ]);
  for (const words of [[], [whole, whole], [whole, '--digest', 'x'], [join(folder, 'tidak-ada.json')], [put('lain.json', '{}')]])
    expect(await run(...words)).toMatchObject({ code: 2, out: '' });
  rmSync(folder, { recursive: true });
});
