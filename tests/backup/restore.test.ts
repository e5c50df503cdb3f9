import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chainText } from '../../src/domain/audit/chain.ts';
import { readArchive, textOf, writeArchive } from '../../src/platform/archive.ts';
import { sha256Hex } from '../../src/platform/crypto.ts';
import { ownBackupKey } from '../../src/platform/vault.ts';
import { freshHome, removeHome, runToEnd, start, stop } from '../faults/program.ts';
import { runCommand } from './command.ts';

const isLinux = existsSync('/proc/self/stat');
/** Runs a command as at a terminal. */
const TERMINAL = '/usr/bin/script';

describe.runIf(isLinux)('a backup of the published sample edition, in the first form that was not sealed', { timeout: 60_000 }, () => {
  const home = freshHome();
  const place = dirname(home);
  const archive = join(place, 'satu.tar');
  const sealed = `${archive}.age`;
  const restoredHome = join(place, 'pulih');
  const pages = ['/hasil/2026/skpd', '/hasil/2026/blud-puskesmas', '/inovasi'];
  let before: readonly string[] = [];

  beforeAll(async () => {
    await runCommand(['seed', 'finished'], { BAILANG_DATA: home });
    const program = await start({ BAILANG_DATA: home });
    before = await Promise.all(pages.map(async (path) => contentOf(`${program.address}${path}`)));
    // Made beside the running program.
    expect(await runCommand(['backup', sealed], { BAILANG_DATA: home })).toMatchObject({ code: 0, stderr: '' });
    expect(await runCommand(['unseal', sealed, archive], { BAILANG_DATA: home })).toMatchObject({ code: 0, stderr: '' });
    await stop(program);
  }, 120_000);
  afterAll(() => removeHome(home));

  test('comes back into an empty installation: promises hold, same published bytes, same content', async () => {
    const { code, stdout, stderr } = await runCommand(['restore', archive], { BAILANG_DATA: restoredHome });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/ dari cadangan \w+, \d+ \w+ \d+ pukul \d\d\.\d\d WITA /);
    expect(stdout).toContain(`Semua janji sistem terpenuhi.\nHidupkan dengan: BAILANG_DATA=${restoredHome} npm start`);
    const program = await start({ BAILANG_DATA: restoredHome, BAILANG_WORKER: 'tidak' });
    // What the old machine had made is not what this one has.
    expect(await contentOf(`${program.address}/status`)).toMatch(/Cadangan<\/dt>\s*<dd[^>]*>belum ada/);
    expect(program.told).not.toContain('Menyusun');
    const after = await Promise.all(pages.map(async (path) => contentOf(`${program.address}${path}`)));
    await stop(program);
    expect(after).toEqual(before);
    expect(before[0]).toContain('Lasungku Talu');
    const again = join(place, 'dua.tar');
    await runCommand(['backup', `${again}.age`], { BAILANG_DATA: restoredHome });
    await runCommand(['unseal', `${again}.age`, again], { BAILANG_DATA: restoredHome });
    expect(await membersOf(again)).toEqual(await membersOf(archive));
  });

  test('goes on counting where the old one stood', async () => {
    expect(await runCommand(['check-invariants'], { BAILANG_DATA: restoredHome })).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test.runIf(existsSync(TERMINAL))('whoever checks it at a terminal reads that all is well', () => {
    const command = `${process.execPath} build/src/cli.js check-invariants`;
    const { status, stdout } = spawnSync(TERMINAL, ['-qec', command, '/dev/null'], { encoding: 'utf8', env: { ...process.env, BAILANG_DATA: restoredHome } });
    expect({ status, stdout: stdout.trim() }).toEqual({ status: 0, stdout: 'Semua janji sistem terpenuhi.' });
  });

  test('is refused where there is data, and that data stays', async () => {
    const { code, stderr } = await runCommand(['restore', archive], { BAILANG_DATA: home });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('Sudah ada data di sini') });
    expect(await runCommand(['check-invariants'], { BAILANG_DATA: home })).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('can be tried, and the trial is written down', async () => {
    const { code, stdout } = await runCommand(['restore', '--coba', archive], { BAILANG_DATA: home });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('Percobaan pulih berhasil') });
    expect(await runCommand(['restore', '--coba', join(place, 'salah-ketik.tar')], { BAILANG_DATA: home })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('tidak ada'),
    });
  });

  test('damaged anywhere, brings nothing back and says so', async () => {
    const damaged = join(place, 'rusak.tar');
    const target = { BAILANG_DATA: join(place, 'kosong') };
    const whole = readFileSync(archive);
    const middle = Math.floor(whole.length / 2);
    // What fills a member up to its block is zero, says nothing, and may be anything.
    const inside = middle + whole.subarray(middle).findIndex((byte) => byte !== 0);
    for (const place of [whole.indexOf('tabel/person') + 700, whole.length - 3000, inside]) {
      const bytes = Buffer.from(whole);
      bytes[place] = (bytes[place] ?? 0) ^ 255;
      writeFileSync(damaged, bytes);
      expect(await runCommand(['restore', damaged], target), String(place)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('rusak') });
    }
    copyFileSync(archive, damaged);
    truncateSync(damaged, whole.length - 9_000);
    expect((await runCommand(['restore', damaged], target)).stderr).toContain('Tidak ada yang dipulihkan');
    expect(evidenceIn(join(place, 'kosong'))).toEqual([]);
    const refused = await runToEnd(target);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('belum selesai') });
    expect((await runCommand(['restore', archive], target)).code).toBe(0);
  });

  test('of a newer program is refused; of an older one is brought up to date', async () => {
    const newer = join(place, 'baru.tar');
    await rewrite(archive, newer, (head) => ({ ...head, migrations: [...head.migrations, { name: '9999_nanti.sql', sha256: '0' }] }));
    const target = { BAILANG_DATA: join(place, 'lain') };
    expect(await runCommand(['restore', newer], target)).toMatchObject({ code: 1, stderr: expect.stringContaining('lebih baru') });
    const older = join(place, 'lama.tar');
    const since = '0050';
    const later = readdirSync('migrations')
      .filter((name) => name >= since)
      .map((name) => readFileSync(join('migrations', name), 'utf8'));
    const made = later.flatMap((sql) => [...sql.matchAll(/CREATE TABLE (\w+)/g)].map((match) => match[1] ?? ''));
    const widened = new Map(
      later.flatMap((sql) =>
        [...sql.matchAll(/ALTER TABLE (\w+)([^;]*)/g)].map(
          ([, table = '', how = '']) => [table, [...how.matchAll(/ADD COLUMN (\w+)/g)].map(([, column = '']) => column)] as const,
        ),
      ),
    );
    const isKept = (name: string) => !made.some((table) => name.split(/\W/).includes(table));
    const isNew = (table: string, column: string) => widened.get(table)?.includes(column) ?? false;
    await rewrite(
      archive,
      older,
      (head) => ({
        ...head,
        migrations: head.migrations.filter(({ name }) => name < since),
        tables: head.tables
          .filter(({ name }) => isKept(name))
          .map((table) => ({ ...table, columns: table.columns.filter((column) => !isNew(table.name, column)) })),
      }),
      isKept,
      isNew,
      true,
    );
    const { stdout, stderr } = await runCommand(['restore', older], target);
    // The ledger of this made-up older archive speaks of columns that were cut out of it; a true one has no such rows.
    const breaches = stdout.split('\n').filter((line) => line.includes('\t') && !line.startsWith('signature.is-said-in-the-ledger'));
    expect({ stderr, breaches }).toEqual({ stderr: '', breaches: [] });
    expect((await runCommand(['backup', join(place, 'tiga.tar')], target)).code).toBe(0);
  });

  test('killed at any moment leaves the one before whole', async () => {
    const program = await start({ BAILANG_DATA: home });
    try {
      for (const wait of [150, 220, 260, 300, 340, 400]) {
        const child = spawn(process.execPath, ['build/src/cli.js', 'backup', sealed], { env: { ...process.env, BAILANG_DATA: home }, stdio: 'ignore' });
        const closed = new Promise((resolve) => child.once('close', resolve));
        await sleep(wait);
        child.kill('SIGKILL');
        await closed;
        expect((await membersOf(sealed, home)).length, String(wait)).toBeGreaterThan(40);
      }
    } finally {
      await stop(program);
    }
  });
});

async function contentOf(address: string): Promise<string> {
  const html = await (await fetch(address)).text();
  return /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
}

/** Name and size of every member but those that tell of backups and of what a restore ends. */
async function membersOf(path: string, home?: string): Promise<readonly string[]> {
  const found: string[] = [];
  const own = home === undefined ? null : ownBackupKey({ home, secret: null });
  await readArchive(
    path,
    async (name, content) => {
      const text = await textOf(content);
      if (!/bailang\.json|backup_run|session|link_token|audit/.test(name)) found.push(`${name} ${text.length}`);
    },
    own === null ? [] : [own],
  );
  return found;
}

interface Head {
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[];
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
}

async function rewrite(
  from: string,
  to: string,
  change: (head: Head) => Head,
  keep: (name: string) => boolean = () => true,
  isNew: (table: string, column: string) => boolean = () => false,
  /** The ledger as it was written before its rows hid their actors. */
  isFromBefore = false,
): Promise<void> {
  let tables: Head['tables'] = [];
  let head = '';
  await writeArchive(to, (pen) =>
    readArchive(from, async (name, content) => {
      const chunks: Buffer[] = [];
      for await (const chunk of content) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      if (name === 'bailang.json') {
        const head = JSON.parse(bytes.toString()) as Head;
        ({ tables } = head);
        await pen.add(name, Buffer.from(JSON.stringify(change(head))));
        return;
      }
      if (!keep(name)) return;
      const table = tables.find((one) => name.startsWith(`tabel/${one.name}.`));
      if (isFromBefore && name.startsWith('tabel/audit_')) {
        const { member, digest } = chainedPlainly(bytes, table?.columns ?? [], name.startsWith('tabel/audit_head.') ? head : null);
        head = digest;
        await pen.add(name, member);
        return;
      }
      await pen.add(name, table?.columns.some((column) => isNew(table.name, column)) ? narrowed(bytes, table, isNew) : bytes);
    }).then(() => undefined),
  );
}

/** Rows of the ledger with digests made of the ids of their actors, or the head with the digest of the last. */
function chainedPlainly(bytes: Buffer, columns: readonly string[], head: string | null): { readonly member: Buffer; readonly digest: string } {
  let previous = '0'.repeat(64);
  const lines = gunzipSync(bytes)
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Object.fromEntries(line.split('\t').map((value, at) => [columns[at] ?? '', value])));
  const orNull = (value = '\\N') => (value === '\\N' ? null : value);
  if (head === null) lines.sort((a, b) => Number(a.seq) - Number(b.seq));
  const written = lines.map(({ actor_blind: _, ...kept }) => {
    const row: Record<string, string> = { ...kept, ...(kept.facts === undefined ? {} : { facts: kept.facts.replace(/"confirmedWith":"[^"]*",/, '') }) };
    if (head !== null) return Object.values({ ...row, digest: head }).join('\t');
    const said = { regionId: row.region_id ?? '', seq: Number(row.seq), kind: row.kind ?? '', facts: (row.facts ?? '').replaceAll('\\\\', '\\') };
    const actedAt = new Date(`${row.acted_at?.replace(' ', 'T')}:00`).toISOString();
    const digest = sha256Hex(chainText({ ...said, actorId: orNull(row.actor_id), subjectId: orNull(row.subject_id), actedAt, previous }));
    const again = { ...row, previous, digest };
    previous = digest;
    return Object.values(again).join('\t');
  });
  return { member: gzipSync(`${written.join('\n')}\n`), digest: previous };
}

/** Rows of a table without the columns that came later. */
function narrowed(bytes: Buffer, table: Head['tables'][number], isNew: (table: string, column: string) => boolean): Buffer {
  const left = (line: string) => line.split('\t').filter((_, at) => !isNew(table.name, table.columns[at] ?? ''));
  const lines = gunzipSync(bytes).toString().split('\n');
  return gzipSync(lines.map((line) => left(line).join('\t')).join('\n'));
}

function evidenceIn(home: string): readonly string[] {
  const folder = join(home, 'evidence');
  if (!existsSync(folder)) return [];
  rmSync(join(folder, 'incoming'), { recursive: true, force: true });
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 40);
}
