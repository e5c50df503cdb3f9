// Anchors of a real region: made by the acts, gone to every way out, and what they find later.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareWithAnchors } from '../../src/actions/proof/compare-anchors.ts';
import { readAnchors } from '../../src/domain/proof/anchor.ts';
import { holdsRegionSeal } from '../../src/domain/proof/bundle-signatures.ts';
import { verifyBundle } from '../../src/domain/proof/bundle-verify.ts';
import { dropAllAnchors, dropAnchors } from '../../src/jobs/drop-anchors.ts';
import { makeMissingBundles } from '../../src/jobs/make-bundles.ts';
import { sha256Hex } from '../../src/platform/crypto.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { bundleTools } from '../../src/platform/signature.ts';
import { seedStory } from '../../src/seeds/sample.ts';
import { createApp } from '../../src/web/app.ts';
import { browse } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let regionId: string;
let platform: Platform;
const folder = mkdtempSync(join(tmpdir(), 'bailang-anchors-'));
const lines = () => database.db.all<{ seq: number; line: string }>('SELECT seq, line FROM anchor ORDER BY seq');
const anchorsHeld = async () => {
  const read = readAnchors((await lines()).map(({ line }) => line).join('\n'));
  return read.ok ? read.anchors : [];
};
beforeAll(async () => {
  database = await testDatabase();
  platform = { ...database.platform, anchors: { folder, stampUrl: null } };
  execFileSync('git', ['init', '--quiet', folder]);
  regionId = (await seedStory(database.platform, 'published')).stage.regionId;
  await dropAnchors(platform, regionId);
}, 120_000);
afterAll(async () => {
  await database.end();
  rmSync(folder, { recursive: true });
});

test('a deciding act queues its anchor in its own transaction', async () => {
  const queued = await database.db.all<{ name: string }>("SELECT name FROM pgboss.job WHERE name = 'drop-anchors'");
  expect(queued.length).toBeGreaterThan(20);
});

test("each deciding row is anchored, signed by the key of the region, without naming what is nobody's business", async () => {
  const anchors = await anchorsHeld();
  const [seals] = await database.db.all<{ n: number }>(
    "SELECT count(*)::int AS n FROM audit_entry a JOIN anchor x USING (region_id, seq) WHERE a.kind = 'sheet.sealed'",
  );
  expect(seals?.n).toBeGreaterThan(40);
  expect([...new Set(anchors.map(({ kind }) => kind))].sort()).toEqual([
    'act',
    'result.bundled',
    'result.certified',
    'result.computed',
    'result.published',
    'result.signed',
    'shortlist.announced',
  ]);
  for (const { statement, signed } of anchors) expect(signed !== null && holdsRegionSeal(signed, statement, bundleTools)).toBe(true);
  expect(anchors.filter(({ bundle }) => bundle !== null).length).toBe(2);
  const before = (await lines()).length;
  await dropAnchors(platform, regionId);
  const after = await lines();
  await dropAnchors(platform, regionId);
  expect([after.length - before <= 1, (await lines()).length]).toEqual([true, after.length]);
});

test('the private part of the key lies in the data folder for its owner only; the public part is listed', async () => {
  const [key] = await database.db.all<{ keyId: string; endedAt: string | null }>('SELECT key_id AS "keyId", ended_at AS "endedAt" FROM region_key');
  expect(statSync(join(platform.home, 'kunci-daerah', `${key?.keyId}.pem`)).mode & 0o777).toBe(0o600);
  expect(key?.endedAt).toBeNull();
  await expect(database.db.run("UPDATE region_key SET public_key = repeat('A', 43)")).rejects.toThrow(/permission denied/);
  await expect(database.db.run('UPDATE anchor SET line = line')).rejects.toThrow(/permission denied/);
});

test('the folder holds them as plain text, added to and never written anew, with a commit each round', async () => {
  const [{ code } = { code: '' }] = await database.db.all<{ code: string }>('SELECT code FROM region');
  const text = readFileSync(join(folder, `jangkar-${code}.txt`), 'utf8');
  expect(text).toBe((await lines()).map(({ line }) => `${line}\n`).join(''));
  expect(execFileSync('git', ['-C', folder, 'log', '--oneline'], { encoding: 'utf8' }).trim().split('\n').length).toBeGreaterThan(0);
  expect(execFileSync('git', ['-C', folder, 'status', '--short'], { encoding: 'utf8' })).toBe('');
});

test('the page is plain text for everybody', async () => {
  const visitor = browse(createApp(platform, new Map()));
  const answer = await visitor.get('/jangkar.txt');
  const text = await answer.text();
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const [newest] = (await lines()).slice(-1);
  expect(text).toContain(newest?.line);
  const later = await (await visitor.get(`/jangkar.txt?sesudah=${(newest?.seq ?? 1) - 1}`)).text();
  expect(later.split('\n').filter((line) => line.startsWith('jangkar/1'))).toEqual([newest?.line]);
  for (const path of ['/jangkar.txt?sesudah=x', '/jangkar/1.tst']) expect((await visitor.get(path)).status).toBe(404);
});

test('a time stamp authority is asked for the newest, and its token kept; one that stamps something else is refused', async () => {
  const wishes = { tamper: false };
  const authority = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const asked = Buffer.concat(parts);
      const token = Buffer.concat([Buffer.from([0x30, asked.length]), asked]);
      if (wishes.tamper) token[30] = (token[30] ?? 0) ^ 1;
      const body = Buffer.concat([Buffer.from([0x30, 0x03, 0x02, 0x01, 0x00]), token]);
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(Buffer.concat([Buffer.from([0x30, 0x81, body.length]), body]));
    });
  });
  await new Promise<void>((resolve) => authority.listen(0, '127.0.0.1', resolve));
  const stampUrl = `http://127.0.0.1:${(authority.address() as AddressInfo).port}/`;
  const withStamps = { ...platform, anchors: { folder: null, stampUrl } };
  wishes.tamper = true;
  await expect(dropAnchors(withStamps, regionId)).rejects.toThrow('anchors did not leave');
  wishes.tamper = false;
  await dropAnchors(withStamps, regionId);
  authority.close();
  const [newest] = (await lines()).slice(-1);
  const [stamp] = await database.db.all<{ seq: number; token: Buffer }>('SELECT seq, token FROM anchor_stamp ORDER BY seq DESC');
  expect([stamp?.seq, stamp?.token.includes(Buffer.from(sha256Hex(newest?.line ?? ''), 'hex'))]).toEqual([newest?.seq, true]);
  const token = await browse(createApp(platform, new Map())).get(`/jangkar/${newest?.seq}.tst`);
  expect([token.status, Buffer.from(await token.arrayBuffer()).equals(stamp?.token ?? Buffer.alloc(0))]).toEqual([200, true]);
});

test('every hour while a stage runs the head leaves, and never when none does', async () => {
  database.at('2026-08-20T02:00:00.000Z');
  const count = (await lines()).length;
  await browse(createApp(platform, new Map())).signIn('nobody@contoh.example', 'salah sekali');
  await dropAllAnchors(platform);
  const running = (await lines()).length;
  database.at('2031-01-01T00:00:00.000Z');
  await browse(createApp(platform, new Map())).signIn('nobody@contoh.example', 'salah sekali');
  await dropAllAnchors(platform);
  expect([running - count <= 1, (await lines()).length]).toEqual([true, running]);
  database.at('2026-08-19T02:00:00.000Z');
});

class Undo extends Error {}

/** What anchors made before find after the database was rewritten by its owner; everything is taken back. */
async function rewritten<T>(rewrite: (run: (sql: string) => Promise<number>) => Promise<void>, look: (changed: Platform) => Promise<T>): Promise<T> {
  let found: T | undefined;
  await database.owner
    .transaction(async (tx) => {
      await tx.run('SET LOCAL session_replication_role = replica');
      await rewrite(tx.run);
      const inside = { ...database.owner, ...tx, transaction: <R>(work: (inner: typeof tx) => Promise<R>) => work(tx) };
      found = await look({ ...platform, db: inside });
      throw new Undo();
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
  return found as T;
}

/** Makes the chain anew from a row on, as the owner of the database can: its links and digests agree again. */
const RECHAIN = `DO $$ DECLARE r record; before text := repeat('0', 64); made text; BEGIN
  FOR r IN SELECT * FROM audit_entry ORDER BY seq LOOP
    made := encode(sha256(convert_to(concat_ws(E'\\n', r.region_id, r.seq, r.kind,
      coalesce(CASE WHEN r.actor_blind IS NOT NULL THEN encode(sha256(convert_to(r.actor_blind || E'\\n' || r.actor_id, 'UTF8')), 'hex') END, r.actor_id::text, '-'),
      coalesce(r.subject_id::text, '-'), to_char(r.acted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), before, r.facts), 'UTF8')), 'hex');
    UPDATE audit_entry SET previous = before, digest = made WHERE region_id = r.region_id AND seq = r.seq;
    before := made;
  END LOOP;
  UPDATE audit_head SET digest = before; END $$`;

test('TR-T2: a ledger with a row of another actor, chained anew throughout, is named from the first anchored row after it', async () => {
  const anchors = await anchorsHeld();
  const whole = await rewritten(
    async (run) => void (await run(RECHAIN)),
    (changed) => compareWithAnchors(changed.db, regionId, anchors),
  );
  expect(whole?.faults).toEqual([]);
  const [verdict] = await database.db.all<{ seq: number }>("SELECT seq FROM audit_entry WHERE kind = 'verdict.given' ORDER BY seq LIMIT 1");
  const first = anchors.find(({ seq }) => seq >= (verdict?.seq ?? 0));
  const found = await rewritten(
    async (run) => {
      await run(
        `UPDATE audit_entry SET actor_id = (SELECT person_id FROM person WHERE name LIKE '%Admin%' OR true ORDER BY person_id LIMIT 1) WHERE seq = ${verdict?.seq}`,
      );
      await run(RECHAIN);
    },
    (changed) => compareWithAnchors(changed.db, regionId, anchors),
  );
  expect(found?.faults[0]?.seq).toBe(first?.seq);
  expect(found?.holdsUpTo).toBeLessThan(verdict?.seq ?? 0);
});

test('TR-T2: a ledger whose tail was cut off, as after an old copy was restored, is named', async () => {
  const anchors = await anchorsHeld();
  const last = anchors.at(-1);
  const found = await rewritten(
    async (run) => void (await run(`DELETE FROM audit_entry WHERE seq >= ${last?.seq}`)),
    (changed) => compareWithAnchors(changed.db, regionId, anchors),
  );
  expect(found?.faults).toEqual([{ seq: last?.seq, at: last?.at, anchored: last?.digest, found: null }]);
});

test.each([
  ['the sample mark', 'UPDATE region SET is_sample = false'],
  ['the region', "UPDATE region SET name = 'Kabupaten Lain'"],
  ['who announced', `UPDATE audit_entry SET actor_id = (SELECT max(person_id::text)::uuid FROM person) WHERE kind = 'shortlist.announced'`],
])('TR-T1: a bundle that the program itself makes anew after the owner of the database changed %s is found by old anchors', async (_name, change) => {
  const anchors = await anchorsHeld();
  const verdicts = await rewritten(
    async (run) => {
      await run('DELETE FROM publication_bundle');
      await run(change);
      await run(RECHAIN);
    },
    async (changed) => {
      await makeMissingBundles(changed);
      const made = await changed.db.all<{ body: string }>('SELECT body FROM publication_bundle');
      return made.map(({ body }) => [verifyBundle(Buffer.from(body), bundleTools).state, verifyBundle(Buffer.from(body), bundleTools, { anchors }).state]);
    },
  );
  expect(verdicts.length).toBeGreaterThan(0);
  for (const [alone, beside] of verdicts) expect([alone, beside]).toEqual(['holds', 'broken']);
});
