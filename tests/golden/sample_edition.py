"""Works out every published figure of the sample edition from its data, by RULES 3-5, with exact fractions and none of our code.

    python3 tests/golden/sample_edition.py > tests/golden/sample-edition.json
"""
import json
from fractions import Fraction as F
from pathlib import Path

DATA = json.loads((Path(__file__).parents[2] / 'data/sample/balangan-2026.json').read_text(encoding='utf-8'))
SID_WEIGHTS = [3, 2, 2, 2, 1, 2, 1, 1, 1, 1, 1, 1, 2, 1, 2, 3, 2, 3, 2, 4]  # SID-16 .. SID-35, 2026
RUBRICS = {'skpd': ([30, 25, 20, 15, 10], 100), 'blud-puskesmas': ([5, 5, 4, 3, 2, 2], 3)}
DESK, JURY, FLOOR = 40, 60, 50


def half_up(x, places):
    sign, x = ('-' if x < 0 else ''), abs(x) * 10 ** places
    digits = str((2 * x.numerator + x.denominator) // (2 * x.denominator)).rjust(places + 1, '0')
    return f'{sign}{digits[:-places]}.{digits[-places:]}'


def text(f):
    return str(f.numerator) if f.denominator == 1 else f'{f.numerator}/{f.denominator}'


def points(levels):
    return sum(w * int(l) for w, l in zip(SID_WEIGHTS, levels))


def median(values):
    s, m = sorted(values), len(values)
    return s[m // 2] if m % 2 else (s[m // 2 - 1] + s[m // 2]) / 2


def category(code):
    weights, top = RUBRICS[code]
    desk = {e['slug']: points(e['verified']) for e in DATA['entries'] if e['category'] == code}
    rows, key = {}, {}
    for slug in DATA['finalists'][code]:
        totals = {j: sum(F(w * 100 * x, top) for w, x in zip(weights, xs)) / sum(weights) for j, xs in DATA['scores'][slug].items()}
        means = [F(sum(xs[c] for xs in DATA['scores'][slug].values()), len(totals)) for c in range(len(weights))]
        d, j, m = F(100 * desk[slug], 111), sum(totals.values()) / len(totals), median(list(totals.values()))
        final = (DESK * d + JURY * j) / (DESK + JURY)
        rows[slug] = dict(points=desk[slug], desk=half_up(d, 2), deskExact=text(d), jury=half_up(j, 2), juryExact=text(j), final=half_up(final, 2),
                          finalExact=text(final), jurors=len(totals), totals={k: text(v) for k, v in totals.items()},
                          criterionMeans=[text(c) for c in means], median=text(m))
        key[slug] = (F(half_up(final, 2)), j, means[0], d, m)  # rank on rounded, then jury, first criterion, desk, median
    for slug, row in rows.items():
        row['rankBefore'] = 1 + sum(key[o][0] > key[slug][0] for o in key)
        row['rank'] = 1 + sum(key[o] > key[slug] for o in key)
    return dict(order=sorted(rows, key=lambda s: key[s], reverse=True), entries=rows,
                desk=dict(points=desk, belowFloor=[s for s, p in desk.items() if p < FLOOR]))


if __name__ == '__main__':
    print(json.dumps({code: category(code) for code in RUBRICS}, ensure_ascii=False, indent=1))
