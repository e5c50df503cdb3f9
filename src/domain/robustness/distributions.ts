// Tail probabilities and quantiles of the F, t and chi-square distributions, for diagnostics: about 1e-12 relative.

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905, -0.13857109526572012, 9.984369578019572e-6,
  1.5056327351493116e-7,
] as const;

/** The natural logarithm of the gamma function at x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x);
  const shifted = x - 1;
  const series = LANCZOS.reduce((whole, factor, at) => whole + factor / (shifted + at + 1), 0.9999999999998099);
  const t = shifted + LANCZOS.length - 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(series);
}

/** The regularised incomplete beta function I_x(a, b), a, b > 0, 0 <= x <= 1. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

const TINY = 1e-300;
const ENOUGH = 1e-16;

/** Lentz's continued fraction. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m <= 10_000; m += 1) {
    for (const term of [(m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)), (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))]) {
      d = 1 / nonZero(1 + term * d);
      c = nonZero(1 + term / c);
      h *= d * c;
    }
    if (Math.abs(d * c - 1) < ENOUGH) break;
  }
  return h;
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** P(F > f) with `above` and `below` degrees of freedom (any positive numbers), f >= 0. */
export function fTail(f: number, above: number, below: number): number {
  return incompleteBeta(below / (below + above * f), below / 2, above / 2);
}

/** The f with P(F <= f) = p, 0 < p < 1. */
export function fQuantile(p: number, above: number, below: number): number {
  let [low, high] = [0, 1];
  while (1 - fTail(high, above, below) < p) high *= 2;
  for (let step = 0; step < 200 && high - low > high * 1e-16; step += 1) {
    const middle = (low + high) / 2;
    if (1 - fTail(middle, above, below) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(X > x) of chi-square with df > 0 degrees of freedom, x >= 0. */
export function chiSquareTail(x: number, df: number): number {
  const [a, half] = [df / 2, x / 2];
  if (half <= 0) return 1;
  const front = Math.exp(a * Math.log(half) - half - logGamma(a));
  return half < a + 1 ? 1 - front * gammaSeries(a, half) : front * gammaFraction(a, half);
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let whole = term;
  for (let n = 1; n <= 10_000 && Math.abs(term) > Math.abs(whole) * ENOUGH; n += 1) {
    term *= x / (a + n);
    whole += term;
  }
  return whole;
}

function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / nonZero(b);
  let h = d;
  for (let n = 1; n <= 10_000; n += 1) {
    const term = -n * (n - a);
    b += 2;
    d = 1 / nonZero(term * d + b);
    c = nonZero(b + term / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < ENOUGH) break;
  }
  return h;
}
