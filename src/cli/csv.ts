// Comma or semicolon separated text with quotes, read strictly: every record keeps the line it starts on.

import { type Outcome, ok, refuse } from '../domain/shared/outcome.ts';

export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Records of a CSV text; a byte order mark and blank lines are skipped. The separator is the one the first line uses.
 * Refuses `csv.stray-quote`, `csv.open-quote` with the line, and `csv.too-many-rows` at the first row beyond `most`.
 */
export function readCsv(text: string, most = Number.MAX_SAFE_INTEGER): Outcome<readonly CsvRecord[]> {
  const body = text.replace(/^\uFEFF/, '');
  const header = /^[^\r\n]*/.exec(body)?.[0] ?? '';
  const separator = header.includes(';') ? ';' : ',';
  const records: CsvRecord[] = [];
  let [at, line] = [0, 1];
  while (at < body.length) {
    const record = readRecord(body, at, line, separator);
    if (!record.ok) return record;
    const { fields, next, lines } = record.value;
    if (fields.length > 1 || fields[0] !== '') records.push({ line, fields });
    if (records.length > most) return refuse('csv.too-many-rows', { row: line, most });
    at = next;
    line += lines;
  }
  return ok(records);
}

interface Taken {
  readonly fields: readonly string[];
  readonly next: number;
  readonly lines: number;
}

function readRecord(body: string, start: number, line: number, separator: string): Outcome<Taken> {
  const fields: string[] = [];
  let [at, lines] = [start, 1];
  for (;;) {
    const quoted = body[at] === '"';
    const end = quoted ? closingQuote(body, at) : plainEnd(body, at, separator);
    if (end === -1) return refuse('csv.open-quote', { row: line });
    const field = quoted ? body.slice(at + 1, end).replaceAll('""', '"') : body.slice(at, end);
    if (!quoted && field.includes('"')) return refuse('csv.stray-quote', { row: line });
    fields.push(field);
    lines += field.split('\n').length - 1;
    at = quoted ? end + 1 : end;
    if (body[at] === separator) at += 1;
    else if (at >= body.length) return ok({ fields, next: at, lines });
    else if (body[at] === '\n') return ok({ fields, next: at + 1, lines });
    else if (body[at] === '\r') return ok({ fields, next: at + (body[at + 1] === '\n' ? 2 : 1), lines });
    else return refuse('csv.stray-quote', { row: line });
  }
}

function closingQuote(body: string, open: number): number {
  let at = body.indexOf('"', open + 1);
  while (at !== -1 && body[at + 1] === '"') at = body.indexOf('"', at + 2);
  return at;
}

function plainEnd(body: string, start: number, separator: string): number {
  let at = start;
  while (at < body.length && body[at] !== separator && body[at] !== '\n' && body[at] !== '\r') at += 1;
  return at;
}
