// Small systems of linear equations, exactly.

import { div, equals, mul, ONE, type Rational, sub, ZERO } from '../shared/rational.ts';

/** The inverse of a square matrix, by Gauss and Jordan. Null when it is singular. */
export function inverse(matrix: readonly (readonly Rational[])[]): Rational[][] | null {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...Array.from({ length: size }, (_, j) => (i === j ? ONE : ZERO))]);
  for (let column = 0; column < size; column += 1) {
    const pivot = rows.findIndex((row, i) => i >= column && !equals(row[column] ?? ZERO, ZERO));
    if (pivot < 0) return null;
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    const head = (rows[column] ?? []).map((value) => div(value, rows[column]?.[column] ?? ONE));
    rows[column] = head;
    for (let i = 0; i < size; i += 1) {
      const factor = rows[i]?.[column] ?? ZERO;
      if (i !== column && !equals(factor, ZERO)) rows[i] = (rows[i] ?? []).map((value, j) => sub(value, mul(factor, head[j] ?? ZERO)));
    }
  }
  return rows.map((row) => row.slice(size));
}
