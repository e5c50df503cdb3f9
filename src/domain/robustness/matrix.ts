// Small matrices of doubles, for diagnostics.

/** The inverse by Gauss and Jordan with the largest pivot; rows of NaN when it is singular. */
export function inverseOf(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...Array.from({ length: size }, (_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < size; column += 1) {
    const sizes = rows.map((row, i) => (i < column ? -1 : Math.abs(row[column] ?? 0)));
    const pivot = sizes.indexOf(Math.max(...sizes));
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    const head = (rows[column] ?? []).map((value) => value / (rows[column]?.[column] ?? 1));
    rows[column] = head;
    rows.forEach((row, i) => {
      const factor = row[column] ?? 0;
      if (i !== column) rows[i] = row.map((value, j) => value - factor * (head[j] ?? 0));
    });
  }
  return rows.map((row) => row.slice(size));
}

/** The largest eigenvalue of a positive matrix and its vector, summing to 1, by powers. */
export function principalVector(matrix: readonly (readonly number[])[]): { readonly value: number; readonly vector: readonly number[] } {
  let vector: readonly number[] = matrix.map(() => 1 / matrix.length);
  let value = 0;
  for (let round = 0; round < 1000; round += 1) {
    const next = matrix.map((row) => row.reduce((whole, cell, j) => whole + cell * (vector[j] ?? 0), 0));
    value = next.reduce((a, b) => a + b, 0);
    vector = next.map((one) => one / value);
  }
  return { value, vector };
}
