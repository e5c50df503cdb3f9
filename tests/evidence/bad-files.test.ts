import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { say } from '../../src/texts/id/say.ts';
import { BAD_FILES } from '../factories/bad-files.ts';
import { jpgOf, mp4Of, plainPdf, pngOf, webpOf } from '../factories/files.ts';
import { type Door, DURING, openDoor } from '../factories/innovation.ts';
import { type DoorBrowser, doorBrowser } from '../innovation/door-browser.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let db: TestDatabase;
let door: Door;
let web: DoorBrowser;
let entryId: string;
beforeAll(async () => {
  db = await testDatabase(DURING);
  door = await openDoor(db);
  web = doorBrowser(db, door);
  entryId = await web.draftOf('Berkas Buruk');
});
afterAll(() => db.end());

const place = () => `/usulan/${entryId}/indikator/SID-16`;
const onDisk = () => readdirSync(db.platform.home, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;
const rows = async () => (await db.db.one<{ n: number }>('SELECT count(*) AS n FROM stored_file'))?.n;
const faultIn = (html: string) => /medan__galat[\s\S]*?<span>([^<]+)/.exec(html)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

test('at least sixty bad files are tried', () => expect(BAD_FILES.length).toBeGreaterThanOrEqual(60));

test.each(BAD_FILES.filter(({ code }) => code !== null).map((one) => [one.what, one] as const))(
  'TR-U5 %s is refused with a sentence and leaves nothing',
  async (_what, { bytes, name, code }) => {
    const answer = await web.upload(door.own.innovator, `${place()}/bukti`, bytes, name);
    const said = faultIn(await answer.text()) ?? '';
    expect([answer.status, said === '', said.includes(code ?? '')]).toEqual([422, false, false]);
    expect(said).toMatch(/\b(?:Buka|Cetak|Unggah|Pilih|Perkecil|Potong|unggah)\b/);
    expect([onDisk(), await rows()]).toEqual([0, 0]);
  },
);

test.each(BAD_FILES.filter(({ code }) => code === null).map((one) => [one.what, one] as const))(
  'TR-U5 TR-I2 %s is taken as a paper, under a name that calls nothing',
  async (_what, { bytes, name }) => {
    const { innovator } = door.own;
    const before = await rows();
    expect((await web.upload(innovator, `${place()}/bukti`, bytes, name)).status).toBe(303);
    expect(await rows()).toBe((before ?? 0) + 1);
    const newest = await db.db.one<{ id: string }>('SELECT evidence_id AS id FROM evidence ORDER BY attached_at DESC, evidence_id DESC LIMIT 1');
    const sent = await web.ask(innovator, `/bukti/${newest?.id}`);
    expect(sent.headers.get('content-type')).toBe('application/pdf');
    expect(sent.headers.get('x-content-type-options')).toBe('nosniff');
    expect(sent.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none';/);
    expect(sent.headers.get('content-disposition')).toMatch(/^inline; filename="[A-Za-z0-9-]{1,80}\.pdf"; filename\*=UTF-8''[A-Za-z0-9%-]{1,700}\.pdf$/);
    const html = await (await web.ask(innovator, place())).text();
    expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(html).not.toContain('../');
  },
);

test('honest files of every kind are taken, with what they are', async () => {
  const { innovator } = door.own;
  const honest = [
    ['surat.pdf', plainPdf('jujur')],
    ['foto.jpg', jpgOf(1600, 1200)],
    ['foto ponsel.jpg', jpgOf(4000, 3000, { tail: jpgOf(400, 300) })],
    ['layar.png', pngOf(1280, 720)],
    ['gambar.webp', webpOf(640, 480)],
    ['video.mp4', mp4Of({ seconds: 75 })],
  ] as const;
  for (const [name, bytes] of honest)
    expect([name, (await web.upload(innovator, `/usulan/${entryId}/indikator/SID-17/bukti`, bytes, name)).status]).toEqual([name, 303]);
  expect(
    await db.db.all(
      `SELECT f.kind, f.pages, f.width, f.height, f.seconds FROM evidence v JOIN stored_file f USING (region_id, sha256)
       WHERE v.indicator = 'SID-17' ORDER BY v.attached_at, v.evidence_id`,
    ),
  ).toEqual([
    { kind: 'pdf', pages: 1, width: null, height: null, seconds: null },
    { kind: 'jpg', pages: null, width: 1600, height: 1200, seconds: null },
    { kind: 'jpg', pages: null, width: 4000, height: 3000, seconds: null },
    { kind: 'png', pages: null, width: 1280, height: 720, seconds: null },
    { kind: 'webp', pages: null, width: 640, height: 480, seconds: null },
    { kind: 'mp4', pages: null, width: 640, height: 360, seconds: 75 },
  ]);
});

test('TR-U4 a body shorter than it says is refused and leaves nothing', async () => {
  const { innovator } = door.own;
  const before = [onDisk(), await rows()];
  const head = `--x\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n${await web.csrfOf(innovator)}\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), plainPdf('terputus')]);
  const answer = await web.ask(innovator, `${place()}/bukti`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(body.length + 4000) },
  });
  expect(answer.status).toBe(400);
  expect([onDisk(), await rows()]).toEqual(before);
});

test('every sentence names the file, and none shows a code', () => {
  for (const code of ['broken', 'two-in-one', 'pdf-active', 'pdf-carries', 'too-many-pages', 'too-many-pixels', 'film-long', 'locked']) {
    const facts = { file: 'Surat.pdf', kind: 'PDF', most: 1000, width: 65_000, height: 65_000, megapixels: 120, hours: 4 };
    expect(say({ code: `evidence.${code}`, facts })).toMatch(/^Surat\.pdf .*\.$/);
  }
});
