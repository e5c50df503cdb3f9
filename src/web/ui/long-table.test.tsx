import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { html } from './html-text.ts';
import { LongTable } from './long-table.tsx';

test('text put into HTML is escaped, in a value and between tags; markup is not', () => {
  const risky = `<b> & "x" 'y'`;
  expect(html`<a title="${risky}">${risky}</a>`.__html).toBe(
    '<a title="&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;">&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;</a>',
  );
  expect(html`${html`<i>${7}</i>`}${[html`<b>`, html`</b>`]}${null}${false}`.__html).toBe('<i>7</i><b></b>');
});

test('a long table names its rows, and its values on a phone', () => {
  const columns = [
    { key: 'name', label: 'Nama', heading: true, cell: (row: string) => html`<a href="/${row}">${row}</a>` },
    { key: 'at', label: 'No', phoneLabel: 'No "urut"', numeric: true, cell: (_row: string, at: number) => at },
    { key: 'note', label: 'Ket', hiddenOnPhone: true, cell: () => '<x>' },
  ];
  const page = renderToString(<LongTable label="Daftar" columns={columns} rows={['a&b', 'c']} />);
  expect(page).toContain('<th scope="row" class="lekat-kiri"><a href="/a&amp;b">a&amp;b</a></th>');
  expect(page).toContain('<td class="n" data-label="No &quot;urut&quot;">0</td><td class="sembunyi">&lt;x&gt;</td>');
  expect(page).toContain('<th scope="col" class="n">No</th>');
  expect(page.match(/<tr>/g)).toHaveLength(3);
});
