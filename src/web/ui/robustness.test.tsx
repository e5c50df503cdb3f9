// What the card says in three plain cases, so that whoever leads the plenary can be asked what to do. With CARDS=/some/folder each is also
// written there as a page with the real stylesheet.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { CRITERIA, close, firm, hanging, JURORS, NAMES } from '../../../tests/factories/planted-cards.ts';
import type { CardSummary } from '../../domain/robustness/summary.ts';
import { Robustness } from './robustness.tsx';

const draw = (card: CardSummary) => renderToString(<Robustness card={card} names={NAMES} criteria={CRITERIA} jurors={JURORS} />);
const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
/** What stands on the card before anything is unfolded. */
const first = (card: CardSummary) => words(draw(card).split('<details')[0] ?? '');

describe('the card says first how far apart the places are, then what to do', () => {
  test('of a firm order that it is firm and can be signed', () => {
    expect(first(firm)).toContain(
      'Kokoh: juara pertama dan siapa saja 3 teratas tetap sama siapa pun juri yang tidak dihitung, dan tidak ada satu angka yang dapat membaliknya; hasil ini dapat ditandatangani.',
    );
    expect(first(firm)).toContain('Tempat 1 dan 2: Lasungku Talu di atas Pepes Papari');
  });

  test('of a third place a hundredth apart that the jury should confirm it', () => {
    expect(first(close)).toContain('Tempat 3 dan 4: Gertak Sepadu di atas Coaching Klinik 0,01 poin; yang membaliknya: satu juri, satu kriteria, satu angka');
    expect(first(close)).toContain('Tempat ketiga selisih 0,01 poin: mintalah dewan juri menegaskannya dalam pleno.');
  });

  test('of a winner by one sheet on whom it hangs and who would be first', () => {
    expect(first(hanging)).toContain(
      'Juara pertama bergantung pada nilai J1 Rahmah (tanpa nilai itu Pepes Papari yang pertama): mintalah dewan juri membahas nilai itu dan menegaskan juaranya dalam pleno.',
    );
  });

  test('of a published result what was known, and nothing to do', () => {
    const published = words(renderToString(<Robustness card={close} names={NAMES} criteria={CRITERIA} isPublished />));
    expect(published).toContain('Yang perlu diketahui Tempat ketiga selisih 0,01 poin.');
    expect(published).not.toMatch(/mintalah|ditandatangani|Rahmah/);
  });

  test('in this order: margin, sentence, the rest folded, and no word its interval does not carry', () => {
    for (const card of [firm, close, hanging]) {
      const html = draw(card);
      const at = (part: string) => html.indexOf(part);
      expect(at('Selisih di tempat yang menentukan')).toBeLessThan(at('Yang perlu dilakukan'));
      expect(at('Yang perlu dilakukan')).toBeLessThan(at('<details'));
      expect(html).not.toMatch(/andal\b|NaN|undefined|Infinity|95 dari 100|panel lain seperti ini/);
      expect(words(html)).toContain('hanya petunjuk');
    }
  });
});

test('one finalist has no card, and reads why', () => {
  expect(words(draw({ ...firm, hidden: 'one-finalist' }))).toContain('hanya satu usulan yang diberi peringkat');
  expect(words(draw({ ...firm, hidden: 'few-jurors' }))).toContain('kurang dari dua juri');
});

test.runIf(process.env.CARDS)('the pages are written', () => {
  const folder = process.env.CARDS ?? '';
  const styles = join(import.meta.dirname, '../style');
  const css = readdirSync(styles)
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map((name) => readFileSync(join(styles, name), 'utf8'))
    .join('\n');
  mkdirSync(folder, { recursive: true });
  for (const [name, card] of Object.entries({ firm, close, hanging })) {
    const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pleno SKPD</title><style>${css}</style>`;
    writeFileSync(
      join(folder, `${name}.html`),
      `<!doctype html><html lang="id"><head>${head}</head><body><main class="wadah">${draw(card)}</main></body></html>`,
    );
  }
});
