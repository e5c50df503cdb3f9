import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Pagination } from './browsing.tsx';
import { Button } from './button.tsx';
import { classNames, widthClass } from './class-names.ts';
import { DefinitionList } from './definition-list.tsx';
import { Diff } from './diff.tsx';
import { diffWords } from './diff-words.ts';
import { FileList } from './files.tsx';
import { KitContent } from './kit.page-content.tsx';
import { Notice } from './notice.tsx';
import { Confirm, Trace } from './panels.tsx';
import { Countdown, StageLine, Steps } from './progress.tsx';
import { RankList } from './rank-list.tsx';
import { RankSpread } from './rank-spread.tsx';
import { ScoreBar } from './score-bar.tsx';
import { Signatures } from './seal.tsx';
import { Table } from './table.tsx';
import { Tag } from './tag.tsx';
import { TaskRow } from './task-list.tsx';

const draw = (node: VNode) => renderToString(node);

it.each([
  [0, 'l-0'],
  [0.775, 'l-78'],
  [1, 'l-100'],
  [1.4, 'l-100'],
  [-0.2, 'l-0'],
  [Number.NaN, 'l-0'],
])('draws the share %s with a class', (share, name) => {
  expect(widthClass(share)).toBe(name);
});

it('leaves out the class names that are absent', () => {
  expect(classNames('a', false, undefined, 'b')).toBe('a b');
});

describe('states and words', () => {
  it('says a state by colour, drawing and word', () => {
    expect(draw(<Tag state="terkunci">Terkunci</Tag>)).toMatch(/^<span class="tanda tanda--ramania"><svg class="ikon".*<\/svg>Terkunci<\/span>$/);
  });

  it('lets a button wait without being dead', () => {
    const html = draw(<Button busy>Mengirim…</Button>);
    expect(html).toContain('aria-busy="true"');
    expect(html).not.toContain('disabled');
  });

  it('speaks up after an act', () => {
    expect(draw(<Notice kind="galat" live title="Gagal" />)).toContain('role="alert"');
    expect(draw(<Notice live>Tersimpan</Notice>)).toContain('role="status"');
  });

  it('keeps finished work plain and what cannot start without a link', () => {
    expect(draw(<TaskRow name="Nama" href="/1" word="Selesai" state="selesai" />)).toContain('<span class="redup">Selesai</span>');
    expect(draw(<TaskRow name="Kirim" word="Belum bisa dimulai" />)).not.toContain('<a');
  });
});

describe('figures', () => {
  it('keeps claims apart from proof and reads both aloud', () => {
    const html = draw(
      <ScoreBar
        figure="74"
        parts={[
          { kind: 'berbukti', share: 65 / 111, text: '65' },
          { kind: 'klaim', share: 9 / 111, text: '9' },
        ]}
        rest="37"
      />,
    );
    expect(html).toContain('aria-label="65 berbukti, 9 baru klaim, 37 belum diraih"');
    expect(html).toContain('<i class="berbukti l-59">');
    expect(html).toContain('<i class="klaim l-8">');
  });

  it('draws the line after the last place that is in', () => {
    const entries = [1, 2, 2, 4].map((place, position) => ({ place, name: `Inovasi ${position}`, value: '90,99' }));
    const html = draw(<RankList entries={entries} cut={{ after: 3, label: 'Garis 3 besar · selisih 0,90' }} />);
    expect(html.indexOf('Inovasi 2')).toBeLessThan(html.indexOf('class="potong"'));
    expect(html.indexOf('class="potong"')).toBeLessThan(html.indexOf('Inovasi 3'));
    expect(html.match(/class="luar"/g)).toHaveLength(1);
  });

  it('names each value for phones and keeps the head for the others', () => {
    const html = draw(
      <Table
        label="Hasil"
        columns={[
          { key: 'name', label: 'Inovasi', heading: true },
          { key: 'desk', label: 'Meja', numeric: true },
        ]}
        rows={[{ cells: { name: 'Pepes', desk: '90,99' } }]}
      />,
    );
    expect(html).toContain('<th scope="row" class="lekat-kiri">Pepes</th>');
    expect(html).toContain('<td class="n" data-label="Meja">90,99</td>');
  });

  it('draws how far a place could move and says it', () => {
    const row = { name: 'Pepes', place: 2, best: 2, worst: 3, words: 'urutan 2 sampai 3' };
    const html = draw(<RankSpread places={5} rows={[row]} />);
    expect(html).toContain('<rect x="25" width="25"');
    expect(html).toContain('class="l-25"');
    expect(html).toContain('urutan 2 sampai 3');
  });

  it('tells where a figure comes from', () => {
    const html = draw(<Trace summary="Dari mana?" lines={[{ label: 'Replikasi', formula: '3 × 2', result: '6' }]} />);
    expect(html).toContain('<details class="rinci"><summary>Dari mana?</summary>');
    expect(html).toContain('3 × 2<b> = 6</b>');
  });
});

describe('time', () => {
  it('writes what is left as one sentence, and nothing once it has passed', () => {
    const parts = [
      { count: '3', unit: 'hari' },
      { count: '4', unit: 'jam' },
    ];
    expect(draw(<Countdown parts={parts} />).replace(/<[^>]+>/g, '')).toBe('3 hari 4 jam lagi');
    expect(draw(<Countdown parts={[]} />)).toBe('');
  });

  it('marks the stage that is now', () => {
    const html = draw(
      <StageLine
        stages={[
          { name: 'Pendaftaran', state: 'sudah' },
          { name: 'Verifikasi', state: 'kini' },
        ]}
      />,
    );
    expect(html).toContain('<li class="kini" aria-current="step">');
    expect(draw(<Steps current={3} total={5} />)).toContain('Langkah 3 dari 5');
  });
});

describe('records', () => {
  it('says which answer a link changes and shows what is missing', () => {
    const html = draw(<DefinitionList rows={[{ term: 'Sumber dana', change: { href: '/ubah' } }]} />);
    expect(html).toContain('<dd class="kosong-isi">Belum diisi</dd>');
    expect(html).toContain('Isi<span class="hanya-baca"> Sumber dana</span>');
  });

  it('shows an upload as progress that can be read', () => {
    expect(draw(<FileList files={[{ name: 'a.pdf', state: 'proses', progress: 62 }]} />)).toContain('<progress class="maju" max="100" value="62"');
  });

  it('leaves a broken line where a signature or a statement is awaited', () => {
    const html = draw(
      <Signatures
        signers={[
          { name: 'Ahmad', role: 'Ketua', done: 'Pernyataan, pukul 12.04 WITA' },
          { name: 'Siti', role: 'Juri' },
        ]}
      />,
    );
    expect(html.match(/class="belum"/g)).toHaveLength(1);
  });

  it('asks once more with the guard of the session', () => {
    const html = draw(<Confirm title="Umumkan?" action="/umumkan" csrf="kunci" confirmLabel="Umumkan" cancel={{ href: '/', label: 'Kembali' }} />);
    expect(html).toContain('name="csrf" value="kunci"');
    expect(html).toContain('<a class="tombol tombol--netral" href="/">Kembali</a>');
  });

  it('shortens a long run of pages', () => {
    const html = draw(<Pagination label="Halaman" current={6} total={12} addressOf={(page) => `?hal=${page}`} />);
    expect(
      html
        .replace(/<[^>]+>/g, ' ')
        .trim()
        .split(/\s+/),
    ).toEqual(['1', '…', '5', '6', '7', '…', '12']);
  });
});

describe('the difference of two texts', () => {
  it.each([
    ['sama saja', 'sama saja', ['sama: sama saja']],
    ['turun lebih cepat kini', 'turun 5 hari kini', ['sama: turun', 'dihapus: lebih cepat', 'ditambah: 5 hari', 'sama: kini']],
    ['', 'baru', ['ditambah: baru']],
    ['lama', '', ['dihapus: lama']],
  ])('from “%s” to “%s”', (before, after, parts) => {
    expect(diffWords(before, after).map(({ kind, text }) => `${kind}: ${text.trim()}`)).toEqual(parts);
  });

  it('keeps every word of both texts', () => {
    const parts = diffWords('a b c d e', 'a x c y e z');
    const join = (kind: string) =>
      parts
        .filter((part) => part.kind === 'sama' || part.kind === kind)
        .map(({ text }) => text)
        .join('');
    expect(join('dihapus').trim()).toBe('a b c d e');
    expect(join('ditambah').trim()).toBe('a x c y e z');
  });

  it('gives up word by word on very long texts but shows both', () => {
    const long = (word: string) => `${word} `.repeat(700);
    expect(diffWords(long('satu'), long('dua')).map(({ kind }) => kind)).toEqual(['dihapus', 'ditambah']);
    expect(draw(<Diff title="Tujuan" before="a" after="b" />)).toContain('<del>a</del> <ins>b</ins>');
  });
});

it('shows every piece without a style attribute, a script or an empty word', () => {
  const html = draw(<KitContent />);
  expect(html).not.toMatch(/\sstyle=|<script|\son\w+=|undefined|NaN|\[object/);
});
