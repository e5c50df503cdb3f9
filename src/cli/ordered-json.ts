// JSON for reports: two-space indent, keys in the order they were put in (a Map), which plain objects lose for keys like "10".

/** A number that is not whole by nature: 25 is written 25.0. */
export interface FloatValue {
  readonly float: number;
}

export type Ordered = string | number | null | boolean | FloatValue | readonly Ordered[] | ReadonlyMap<string, Ordered>;

/** The report text of a value, without a final line break. */
export function orderedJson(value: Ordered, margin = ''): string {
  const inner = `${margin}  `;
  if (value instanceof Map)
    return block(
      '{',
      [...value].map(([key, one]) => `${JSON.stringify(key)}: ${orderedJson(one, inner)}`),
      '}',
      margin,
    );
  if (Array.isArray(value))
    return block(
      '[',
      value.map((one) => orderedJson(one, inner)),
      ']',
      margin,
    );
  if (isFloat(value)) return Number.isInteger(value.float) ? value.float.toFixed(1) : String(value.float);
  return JSON.stringify(value);
}

function isFloat(value: Ordered): value is FloatValue {
  return typeof value === 'object' && value !== null && 'float' in value;
}

function block(open: string, lines: readonly string[], close: string, margin: string): string {
  if (lines.length === 0) return open + close;
  const inner = `${margin}  `;
  return `${open}\n${inner}${lines.join(`,\n${inner}`)}\n${margin}${close}`;
}
