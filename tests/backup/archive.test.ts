import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { type ArchivePen, DamagedArchive, readArchive, textOf, writeArchive } from '../../src/platform/archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'bailang-archive-'));
const path = join(folder, 'satu.tar');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fill = async (pen: ArchivePen) => {
  await pen.add('kepala.json', Buffer.from('{}'));
  await pen.addStream('bukti/kosong', 0, Readable.from([]));
  await pen.addStream('bukti/panjang', 300_000, Readable.from([Buffer.alloc(100_000, 1), Buffer.alloc(200_000, 2)]));
  await pen.add('akhir', Buffer.from('tamat'));
};

async function contents(file: string): Promise<Readonly<Record<string, number | string>>> {
  const found: Record<string, number | string> = {};
  await readArchive(file, async (name, content, bytes) => {
    found[name] = bytes > 100 ? bytes : await textOf(content);
  });
  return found;
}

describe('an archive', () => {
  test('gives back what was put in, with the same digest', async () => {
    const made = await writeArchive(path, fill);
    expect(await contents(path)).toEqual({ 'kepala.json': '{}', 'bukti/kosong': '', 'bukti/panjang': 300_000, akhir: 'tamat' });
    const read = await readArchive(path, async (_name, content) => void content.resume());
    expect(read).toEqual(made);
    expect(made.bytes).toBe(readFileSync(path).length);
  });

  test('is told from one that was cut short anywhere', async () => {
    await writeArchive(path, fill);
    const whole = readFileSync(path);
    for (const length of [0, 100, 512, 700, 5_000, 200_000, 303_000, whole.length - 1100, whole.length - 1600]) {
      writeFileSync(join(folder, 'pendek.tar'), whole.subarray(0, length));
      await expect(contents(join(folder, 'pendek.tar')), String(length)).rejects.toThrow(DamagedArchive);
    }
  });

  test('is told from one with a changed byte in head, content or list', async () => {
    await writeArchive(path, fill);
    const whole = readFileSync(path);
    const places = [0, 100, 124, 512, 1024 + 30, 3_000, 250_000, whole.indexOf('tamat'), whole.indexOf('members'), whole.indexOf('"akhir"') + 12];
    for (const place of places) {
      const changed = Buffer.from(whole);
      changed[place] = (changed[place] ?? 0) ^ 1;
      writeFileSync(join(folder, 'ubah.tar'), changed);
      await expect(contents(join(folder, 'ubah.tar')), String(place)).rejects.toThrow(DamagedArchive);
    }
  });

  test('is not made by a text, an empty file or noise', async () => {
    for (const noise of ['', 'halo', 'x'.repeat(2000), '\0'.repeat(4096)]) {
      writeFileSync(join(folder, 'bukan.tar'), noise);
      await expect(contents(join(folder, 'bukan.tar')), noise.slice(0, 5)).rejects.toThrow(DamagedArchive);
    }
  });

  test.each([10, 2_000, 150_000])('a disk that is full after %i bytes leaves the old one and no remains', async (room) => {
    await writeArchive(path, fill);
    const before = readFileSync(path);
    let left = room;
    const full = () =>
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          left -= chunk.length;
          done(left < 0 ? Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }) : null);
        },
      });
    await expect(writeArchive(path, fill, full)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('sementara'))).toEqual([]);
  });

  test('a member that is shorter or longer than said fails the whole', async () => {
    for (const bytes of [3, 9]) {
      await expect(
        writeArchive(join(folder, 'salah.tar'), async (pen) => void (await pen.addStream('x', bytes, Readable.from([Buffer.alloc(6)])))),
      ).rejects.toThrow();
    }
    expect(readdirSync(folder)).not.toContain('salah.tar');
  });
});
