import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveProfile } from '../../src/actions/innovation/save-profile.ts';
import { perform } from '../../src/actions/perform.ts';
import { PARTS as PART_NUMBERS } from '../../src/domain/innovation/profile.ts';
import { type Door, DURING, MANDATORY, openDoor, PARTS, PDF } from '../factories/innovation.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { type DoorBrowser, doorBrowser } from './door-browser.ts';

let db: TestDatabase;
let door: Door;
let web: DoorBrowser;
beforeAll(async () => {
  db = await testDatabase(DURING);
  door = await openDoor(db);
  web = doorBrowser(db, door);
});
afterAll(() => db.end());

test('a file sent before the level is saved takes the level along, whichever button is pressed', async () => {
  const { innovator } = door.own;
  const home = `/usulan/${await web.draftOf('Tingkat Ikut')}`;
  for (const [path, code] of [
    ['/bukti', 'SID-16'],
    ['', 'SID-17'],
  ] as const) {
    const body = new FormData();
    for (const [name, value] of [
      ['csrf', await web.csrfOf(innovator)],
      ['revision', '0'],
      ['level', '2'],
      ['note', 'sejak 2024'],
      ['evidenceId', db.platform.newId()],
      ['kind', path === '' ? '' : 'file'],
    ] as const)
      body.append(name, value);
    body.append('file', new Blob([new Uint8Array(PDF(code))]), `${code}.pdf`);
    expect((await web.ask(innovator, `${home}/indikator/${code}${path}`, { method: 'POST', body })).status).toBe(303);
    const html = await (await web.ask(innovator, `${home}/indikator/${code}`)).text();
    expect(html).toMatch(/value="2" checked/);
    for (const words of [`${code}.pdf`, 'sejak 2024']) expect(html).toContain(words);
  }
});

test('the whole door through its pages: start, parts, claims, files, submit, approve', async () => {
  const { innovator, head } = door.own;
  expect((await web.post(innovator, '/usulan/mulai', {})).status).toBe(422);
  const ids = { entryId: db.platform.newId(), innovationId: db.platform.newId(), categoryId: door.categoryId };
  const started = await web.post(innovator, '/usulan/mulai', { ...ids, name: 'Pintu Kita' });
  expect([started.status, started.headers.get('location')]).toEqual([303, `/usulan/${ids.entryId}`]);
  const home = `/usulan/${ids.entryId}`;
  for (const part of PART_NUMBERS) {
    const fields = { ...PARTS[part], ...(part === 1 ? { name: 'Pintu Kita' } : {}), revision: part === 1 ? '1' : '0', go: 'next' };
    expect([part, (await web.post(innovator, `${home}/profil/${part}`, fields)).status]).toEqual([part, 303]);
    expect((await web.ask(innovator, `${home}/profil/${part}`)).status).toBe(200);
  }
  for (const code of MANDATORY) {
    expect((await web.post(innovator, `${home}/indikator/${code}`, { level: '2', basis: 'a', revision: '0' })).status).toBe(303);
    expect((await web.upload(innovator, `${home}/indikator/${code}/bukti`, PDF(code), `Bukti ${code}.pdf`)).status).toBe(303);
  }
  const indicator = await (await web.ask(innovator, `${home}/indikator/${MANDATORY[0]}`)).text();
  expect(indicator).toContain(`Bukti ${MANDATORY[0]}.pdf`);
  const file = /\/bukti\/[0-9a-f-]{36}(?=")/.exec(indicator)?.[0] ?? '';
  const sent = await web.ask(innovator, file);
  expect([sent.status, sent.headers.get('content-type'), sent.headers.get('x-content-type-options')]).toEqual([200, 'application/pdf', 'nosniff']);
  expect((await web.ask(innovator, file, { headers: { range: 'bytes=0-4' } })).status).toBe(206);
  expect((await web.ask(door.other.innovator, file)).status).toBe(404);
  expect((await web.post(innovator, `${home}/pengajuan`, {})).status).toBe(422);
  expect((await web.post(innovator, `${home}/pengajuan`, { promise: 'ya' })).headers.get('location')).toBe(`${home}/tanda-terima`);
  expect(await (await web.ask(innovator, `${home}/tanda-terima`)).text()).toContain('BL-2026-0001');
  for (const path of ['', '/periksa', '/riwayat', '/cetak', '/profil/4', '/indikator/SID-33']) {
    expect([
      path,
      (await web.ask(innovator, home + path)).status,
      (await web.ask(head, home + path)).status,
      (await web.ask(door.other.innovator, home + path)).status,
    ]).toEqual([path, 200, 200, 404]);
  }
  const approval = await (await web.ask(head, `/persetujuan/${ids.entryId}`)).text();
  const snapshotId = /name="snapshotId" value="([^"]+)"/.exec(approval)?.[1] ?? '';
  expect((await web.post(head, `/persetujuan/${ids.entryId}/kembali`, { snapshotId })).status).toBe(422);
  expect((await web.ask(door.other.head, `/persetujuan/${ids.entryId}`)).status).toBe(404);
  expect((await web.post(head, `/persetujuan/${ids.entryId}/setuju`, { snapshotId })).status).toBe(422);
  expect((await web.post(head, `/persetujuan/${ids.entryId}/setuju`, { snapshotId, pasti: 'ya' })).status).toBe(303);
  expect(await (await web.ask(innovator, home)).text()).toContain('Menunggu verifikasi');
});

test('what was typed comes back with its fault; a stale save shows both texts and overwrites nothing', async () => {
  const { innovator, colleague } = door.own;
  const entryId = await web.draftOf('Kembali Utuh');
  const wrong = await web.post(innovator, `/usulan/${entryId}/profil/7`, { contactName: 'Siti <b>', contactPhone: 'nomor saya', revision: '0' });
  const html = await wrong.text();
  expect(wrong.status).toBe(422);
  expect(html).toContain('value="Siti &lt;b>"');
  expect(html).toContain('href="#contactPhone"');
  await perform(db.platform, { regionId: door.regionId, actor: colleague }, (act) =>
    saveProfile(act, { entryId, part: 5, revision: 0, fields: { aims: 'teks rekan' } }),
  );
  const stale = await web.post(innovator, `/usulan/${entryId}/profil/5`, { aims: 'teks saya', revision: '0' });
  expect(stale.status).toBe(409);
  const both = await stale.text();
  expect(both).toContain('rekan');
  expect(both).toContain('name="revision" value="1"');
  expect(await db.db.one(`SELECT fields->>'aims' AS aims FROM profile_part WHERE entry_id = $1 AND part = 5`, [entryId])).toEqual({ aims: 'teks rekan' });
});

test('files that are not taken say why; nothing is taken without the token or for another agency', async () => {
  const { innovator } = door.own;
  const entryId = await web.draftOf('Berkas Buruk');
  const place = `/usulan/${entryId}/indikator/SID-16/bukti`;
  const words = async (bytes: Uint8Array, name: string) => {
    const answer = await web.upload(innovator, place, bytes, name);
    return [answer.status, /medan__galat[\s\S]*?<span>([^<]+)/.exec(await answer.text())?.[1]];
  };
  expect(await words(new Uint8Array(), 'a.pdf')).toEqual([422, 'Berkas kosong (0 KB). Pilih berkas yang berisi.']);
  expect(await words(Buffer.from('<html>'), 'a.pdf')).toEqual([
    422,
    'a.pdf bernama PDF, tetapi isinya bukan PDF atau rusak. Buka aslinya, simpan lagi sebagai PDF, lalu unggah.',
  ]);
  expect(await words(Buffer.from('PK\u0003\u0004'), 'Surat.docx')).toEqual([422, expect.stringContaining('Simpan Sebagai PDF')]);
  expect(await words(Buffer.from('%PDF-1.7 /Encrypt 4 0 R'), 'a.pdf')).toEqual([422, expect.stringContaining('terkunci kata sandi')]);
  expect(await words(Buffer.concat([PDF('x'), Buffer.alloc(21 * 1024 * 1024)]), 'a.pdf')).toEqual([422, expect.stringContaining('lebih dari 20 MB')]);
  expect((await web.upload(innovator, place, PDF('x'), 'a.pdf', 'palsu')).status).toBe(403);
  expect((await web.upload(door.other.innovator, place, PDF('x'), 'a.pdf')).status).toBe(404);
  expect(await db.db.one('SELECT count(*) AS n FROM evidence WHERE entry_id = $1', [entryId])).toEqual({ n: 0 });
});
