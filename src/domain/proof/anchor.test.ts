import { describe, expect, test } from 'vitest';
import { type AnchorPoint, anchorLine, anchorStatement, compareLedger, readAnchors } from './anchor.ts';

const REGION = '00000000-0000-7000-8000-000000000001';
const CATEGORY = '00000000-0000-7000-8000-000000000002';
const digest = (letter: string) => letter.repeat(64);
const point = (seq: number, changes: Partial<AnchorPoint> = {}): AnchorPoint => {
  return { region: REGION, seq, digest: digest('a'), at: '2026-09-01T02:00:00.000Z', kind: 'act', bundle: null, keys: null, ...changes };
};
const line = (seq: number, changes: Partial<AnchorPoint> = {}) => anchorLine(anchorStatement(point(seq, changes)), null);
const signed = { publicKey: 'A'.repeat(43), signature: 'B'.repeat(86) };

describe('a line', () => {
  test('is read as it was written, with the bundle, the list of keys and the signature it names', () => {
    const full = point(7, {
      kind: 'result.bundled',
      bundle: { category: CATEGORY, version: 2, root: digest('b') },
      keys: { category: CATEGORY, digest: digest('c') },
    });
    const statement = anchorStatement(full);
    expect(readAnchors(anchorLine(statement, signed))).toEqual({ ok: true, anchors: [{ ...full, statement, signed }] });
    expect(readAnchors(anchorLine(statement, null))).toEqual({ ok: true, anchors: [{ ...full, statement, signed: null }] });
    expect(readAnchors(line(1))).toMatchObject({ ok: true, anchors: [{ seq: 1, bundle: null, keys: null }] });
  });

  test('is found in a page, a mail and a quoted mail, twice or more', () => {
    const text = `# Jangkar\r\n\r\n${line(1)}\r\n> ${line(1)}\n>> ${line(2)} \nSalam\n`;
    expect(readAnchors(text)).toMatchObject({ ok: true, anchors: [{ seq: 1 }, { seq: 1 }, { seq: 2 }] });
    expect(readAnchors('')).toEqual({ ok: true, anchors: [] });
  });

  test.each([
    ['cut off', line(2).slice(0, 90)],
    ['of another form', line(2).replace('jangkar/1', 'jangkar/2')],
    ['with a number that is none', line(2).replace(' 2 ', ' 02 ')],
    ['with half a signature', `${line(2)} kunci-daerah=${signed.publicKey}`],
  ])('%s is named by its place', (_name, bad) => {
    expect(readAnchors(`${line(1)}\n${bad}`)).toEqual({ ok: false, line: 2, what: 'unreadable' });
  });

  test('that says another digest of the same row contradicts', () => {
    expect(readAnchors(`${line(1)}\n${line(1, { digest: digest('d') })}`)).toEqual({ ok: false, line: 2, what: 'contradiction' });
  });
});

describe('TR-T2: a ledger beside old anchors', () => {
  const read = readAnchors([2, 5, 9].map((seq) => line(seq)).join('\n'));
  const anchors = read.ok ? read.anchors : [];

  test('agrees while its rows are the ones that were anchored', () => {
    expect(compareLedger(anchors, REGION, () => digest('a'))).toEqual({ compared: 3, holdsUpTo: 9, faults: [] });
  });

  test('that was rewritten differs from the first anchored row on', () => {
    const found = compareLedger(anchors, REGION, (seq) => digest(seq < 4 ? 'a' : 'e'));
    expect(found).toMatchObject({ compared: 3, holdsUpTo: 2, faults: [{ seq: 5, anchored: digest('a'), found: digest('e') }, { seq: 9 }] });
  });

  test('that is an older copy lacks the rows after it', () => {
    expect(compareLedger(anchors, REGION, (seq) => (seq < 8 ? digest('a') : null))).toMatchObject({ holdsUpTo: 5, faults: [{ seq: 9, found: null }] });
    expect(compareLedger(anchors, REGION, () => null)).toMatchObject({ holdsUpTo: 0 });
  });

  test('of another region is not compared', () => {
    expect(compareLedger(anchors, CATEGORY, () => null)).toBeNull();
  });
});
