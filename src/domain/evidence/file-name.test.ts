import { expect, test } from 'vitest';
import { counts, evidencedBy, isOpenToOthers } from './check.ts';
import { disposition, ownFileName, plainFileName } from './file-name.ts';

test.each([
  ['SK Tim Inovasi.pdf', 'pdf', 'SK-Tim-Inovasi.pdf', 'SK-Tim-Inovasi.pdf'],
  ['setup.exe', 'pdf', 'setup.pdf', 'setup.pdf'],
  ['tagihan.exe.pdf', 'pdf', 'tagihan-exe.pdf', 'tagihan-exe.pdf'],
  ['"; rm -rf ~; ".png', 'png', 'rm-rf.png', 'rm-rf.png'],
  ['réunion.jpg', 'jpg', 'reunion.jpg', 'réunion.jpg'],
  ['عقد.webp', 'webp', 'bukti.webp', 'عقد.webp'],
  ['....', 'mp4', 'bukti.mp4', 'bukti.mp4'],
] as const)('%s leaves under plain letters and the ending of what it is', (label, kind, plain, own) => {
  expect([plainFileName(label, kind), ownFileName(label, kind)]).toEqual([plain, own]);
});

test('a long name is cut, whole letters only', () => {
  expect(plainFileName(`${'a'.repeat(300)}.pdf`, 'pdf')).toBe(`${'a'.repeat(80)}.pdf`);
  expect([...ownFileName('𝒶'.repeat(100), 'pdf')]).toHaveLength(84);
});

test('the header shows or keeps a file, and nothing of the name ends it early', () => {
  expect(disposition('a"\r\nX: y.pdf', 'pdf', true)).toBe(`inline; filename="a-X-y.pdf"; filename*=UTF-8''a-X-y.pdf`);
  expect(disposition("d'é(a)!.pdf", 'pdf', false)).toBe(`attachment; filename="d-e-a.pdf"; filename*=UTF-8''d-%C3%A9-a.pdf`);
});

test('a quarantined file counts as no evidence; one that was not looked at yet does', () => {
  const items = (['unchecked', 'clean', 'quarantined'] as const).map((checkState) => ({ indicator: checkState, checkState }));
  expect(items.map(counts)).toEqual([true, true, false]);
  expect([...evidencedBy(items)]).toEqual(['unchecked', 'clean']);
});

test('others open what is clean, and what nobody looks at where there is no scanner', () => {
  const states = ['unchecked', 'clean', 'quarantined'] as const;
  expect([true, false].map((isScanned) => states.map((state) => isOpenToOthers(state, isScanned)))).toEqual([
    [false, true, false],
    [true, true, false],
  ]);
});
