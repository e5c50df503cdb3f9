// CSV as Indonesian Excel opens it: semicolons, decimal commas, UTF-8 with its mark. No cell can pass for a formula.

/** A text, or a number as decimal text. */
export type CsvCell = string | { readonly number: string };

export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  let text = '\ufeff';
  for (const row of rows) {
    for (let at = 0; at < row.length; at += 1) text += (at === 0 ? '' : ';') + written(row[at] ?? '');
    text += '\r\n';
  }
  return text;
}

const RISKY = /^[=+\-@\t\r]|[;"\r\n]/;

function written(cell: CsvCell): string {
  if (typeof cell !== 'string') return cell.number.includes('.') ? cell.number.replace('.', ',') : cell.number;
  if (!RISKY.test(cell)) return cell;
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
