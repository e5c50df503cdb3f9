import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { ErrorSummary } from './error-summary.tsx';
import { Field } from './field.tsx';
import { Form } from './form.tsx';
import { LevelRadios } from './level-radios.tsx';
import { ScoreScale } from './score-scale.tsx';

const draw = (node: VNode) => renderToString(node);
const bentuk = [
  { value: 'layanan', label: 'Pelayanan publik' },
  { value: 'tata-kelola', label: 'Tata kelola', points: '6' },
];

describe('a field', () => {
  it('ties label, hint and error to its control', () => {
    const html = draw(<Field name="nama" label="Nama inovasi" hint="Tercetak pada piagam." error="Isi nama inovasi" value="Pepes" />);
    expect(html).toContain('<label for="nama">Nama inovasi</label>');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('aria-describedby="nama-petunjuk nama-galat"');
    expect(html).toContain('id="nama-galat"');
    expect(html).toContain('value="Pepes"');
  });

  it.each([
    ['textarea', <Field name="a" kind="textarea" label="A" value="</textarea><b>" />, '&lt;/textarea>&lt;b>'],
    ['select', <Field name="a" kind="select" label="A" value="layanan" choices={bentuk} />, '<option value="layanan" selected>'],
    ['rupiah', <Field name="a" kind="rupiah" label="A" value="1250000" />, 'inputmode="decimal"'],
    ['checkbox', <Field name="a" kind="checkbox" label="Benar" checked />, 'type="checkbox" id="a" name="a" value="ya" checked'],
    ['checks', <Field name="a" kind="checks" label="A" values={['tata-kelola']} choices={bentuk} />, 'value="tata-kelola" checked'],
  ])('keeps what was typed in a %s', (_kind, node, kept) => {
    expect(draw(node)).toContain(kept);
  });

  it('asks a group as a fieldset whose first choice the summary can reach', () => {
    const html = draw(<Field name="bentuk" kind="radios" label="Bentuk" choices={bentuk} error="Pilih bentuk inovasi" />);
    expect(html).toMatch(/^<fieldset class="medan medan--galat" aria-describedby="bentuk-galat">/);
    expect(html).toContain('<legend>Bentuk</legend>');
    expect(html).toContain('id="bentuk"');
    expect(html).toContain('id="bentuk-2"');
    expect(html).not.toContain('checked');
  });
});

describe('the error summary', () => {
  it('counts the problems and leads to each field in the same words', () => {
    const html = draw(<ErrorSummary problems={[{ field: 'nama', text: 'Isi nama inovasi' }, { text: 'Pendaftaran sudah ditutup' }]} />);
    expect(html).toContain('Ada 2 hal yang perlu diperbaiki');
    expect(html).toContain('<a href="#nama">Isi nama inovasi</a>');
    expect(html).toContain('<li>Pendaftaran sudah ditutup</li>');
    expect(html).toContain('tabindex="-1"');
  });

  it('is absent when nothing is wrong', () => {
    expect(draw(<ErrorSummary problems={[]} />)).toBe('');
  });
});

it('sends a form with its guard and its hidden values, unchecked by the browser', () => {
  const html = draw(
    <Form action="/usulan" csrf="kunci" hidden={{ id: 'u-1' }}>
      <b />
    </Form>,
  );
  expect(html).toContain('<form method="post" action="/usulan"');
  expect(html).toContain('novalidate');
  expect(html).toContain('name="csrf" value="kunci"');
  expect(html).toContain('name="id" value="u-1"');
});

describe('choices that carry points', () => {
  it('has no verdict chosen beforehand', () => {
    const html = draw(<LevelRadios name="putusan" legend="Putusan" levels={bentuk} />);
    expect(html).not.toContain('checked');
    expect(html).toContain('<legend class="hanya-baca">Putusan</legend>');
    expect(html).toContain('6');
  });

  it('shows the meaning of the level a juror chose', () => {
    const levels = [
      { value: '1', anchor: 'tidak jelas' },
      { value: '4', anchor: 'terukur' },
    ];
    expect(draw(<ScoreScale name="m" label="Manfaat" weight="30" levels={levels} value="4" />)).toContain('<b>4</b> = terukur');
    expect(draw(<ScoreScale name="m" label="Manfaat" levels={levels} />)).toContain('Belum dinilai. 1 = tidak jelas, 4 = terukur.');
  });

  it('keeps a number out of range in its box beside the sentence', () => {
    const html = draw(<ScoreScale name="d" label="Dampak" minimum="0" maximum="100" wholeNumbers value="870" error="Isi angka dari 0 sampai 100" />);
    expect(html).toContain('value="870"');
    expect(html).toContain('inputmode="numeric"');
    expect(html).toContain('aria-describedby="d-jangkar d-galat"');
  });
});
