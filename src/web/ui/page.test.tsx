import { describe, expect, it } from 'vitest';
import { type RoleName, roleTexts } from '../../texts/id/ui.ts';
import { renderDocument } from './document.tsx';
import { navigationFor } from './navigation.ts';
import { Page, type PageProps } from './page.tsx';

const plain: Omit<PageProps, 'children'> = {
  title: 'Jadwal',
  region: { name: 'Kabupaten Balangan', sampleBand: false },
  clock: '09.30 WITA',
};

const draw = (props: Partial<PageProps> = {}) =>
  renderDocument(
    <Page {...plain} {...props}>
      <h1>Isi</h1>
    </Page>,
  );

describe('the page', () => {
  it('is a document in Indonesian with one main part and a way to skip to it', () => {
    const html = draw();
    expect(html).toMatch(/^<!doctype html><html lang="id">/);
    expect(html).toContain('<title>Jadwal · BAILANG</title>');
    expect(html).toContain('<a class="lewati" href="#isi">Lompat ke isi</a>');
    expect(html.match(/<main /g)).toHaveLength(1);
    expect(html).toContain('Pukul 09.30 WITA');
  });

  it('ships no script, no inline style and no handler to visitors', () => {
    const html = draw();
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
  });

  it('begins its title with the error when a form was refused', () => {
    expect(draw({ error: true })).toContain('<title>Galat: Jadwal · BAILANG</title>');
  });

  it('carries the sample band and hides from search engines when the region is a sample', () => {
    const sample = draw({ region: { name: 'Kabupaten Contoh', sampleBand: true } });
    expect(sample).toContain('DATA CONTOH, bukan hasil resmi');
    expect(sample).toContain('content="noindex"');
    expect(draw()).not.toContain('DATA CONTOH');
    expect(draw()).not.toContain('noindex');
  });

  it('marks the place of the visitor in both navigations', () => {
    expect(draw({ nav: { current: '/jadwal' } }).match(/href="\/jadwal" aria-current="page"/g)).toHaveLength(2);
  });

  it('remembers the frame of one place without showing it in another', () => {
    expect(draw({ nav: { current: '/hasil' } })).not.toContain('href="/jadwal" aria-current');
    expect(draw({ region: { name: 'Kabupaten Lain', sampleBand: false } })).toContain('Kabupaten Lain');
    expect(draw()).toContain('Kabupaten Balangan');
  });

  it('says who is at work, where it is saved, and lets the person leave by a guarded form', () => {
    const html = draw({
      role: 'juri',
      roleContext: 'SKPD',
      person: 'Siti Rahmah',
      csrf: 'kunci-sesi',
      saved: 'Tersimpan 09.30',
      roles: [{ href: '/saya/peran?ke=head', label: 'Kepala perangkat daerah' }],
    });
    expect(html).toContain('peran--juri');
    expect(html).toContain('<b>Juri</b>');
    expect(html).toContain('Tersimpan 09.30');
    expect(html).toContain('<form method="post" action="/keluar"><input type="hidden" name="csrf" value="kunci-sesi"');
    expect(html).toContain('Kepala perangkat daerah');
    expect(html).toContain('noindex');
    expect(html).not.toContain('href="/masuk"');
  });

  it('gives the secretariat a rail and, on a phone, four doors and a drawer', () => {
    const html = draw({
      role: 'sekretariat',
      person: 'Rina',
      nav: { items: navigationFor('sekretariat', 2026, 3), current: '/s/2026/jejak' },
    });
    expect(html).toContain('class="rel"');
    const bar = html.slice(html.indexOf('class="bawah"'));
    expect(bar.slice(0, bar.indexOf('<details')).match(/<a /g)).toHaveLength(4);
    expect(bar).toContain('<summary class="kini">');
    expect(html.match(/<span>Tugas saya<\/span><span class="n">3<span class="hanya-baca"> belum dibaca/g)).toHaveLength(2);
  });

  it('leads every role to its duties first, with no number when nothing waits', () => {
    for (const role of Object.keys(roleTexts) as RoleName[]) {
      const items = navigationFor(role, 2026);
      expect(items[0]).toMatchObject({ href: '/saya', label: 'Tugas saya', onPhone: true });
      expect(draw({ role, person: 'Rina', nav: { items } })).not.toContain('belum dibaca');
    }
  });

  it('keeps the juror’s screen free of all but the work', () => {
    const html = draw({ role: 'juri', person: 'Siti', layout: 'pad', stickyBar: <section class="bilah">Kirim</section> });
    expect(html).not.toContain('class="kepala"');
    expect(html).not.toContain('class="kaki"');
    expect(html).not.toContain('class="bawah"');
    expect(html).toContain('class="bilah"');
  });

  it('escapes what people typed', () => {
    expect(draw({ title: '<b>"&' })).toContain('<title>&lt;b>&quot;&amp; · BAILANG</title>');
    expect(draw({ person: '<i>', role: 'admin' })).not.toContain('<i>');
  });
});
