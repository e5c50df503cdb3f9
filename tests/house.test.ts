import { describe, expect, test } from 'vitest';
import { hasWords } from '../src/texts/id/say.ts';
import { arrowComplaints } from './support/house/arrows.ts';
import { floatComplaints, habitComplaints, queryComplaints, sizeComplaints } from './support/house/habits.ts';
import { code, readFiles, readSources, type Source } from './support/house/source.ts';

const sources = readSources('src', 'tests');
const planted = (path: string, text: string): readonly Source[] => [{ path, text }];

describe('the house as it stands', () => {
  test('lets arrows point down only', () => expect(arrowComplaints(sources)).toEqual([]));
  test('keeps files small', () => expect(sizeComplaints([...sources, ...readFiles(/\.(mjs|css)$/, 'bin', 'bench', 'src', 'tests')])).toEqual([]));
  test('keeps SQL in the store', () => expect(queryComplaints(sources)).toEqual([]));
  test('keeps its habits', () => expect(habitComplaints(sources)).toEqual([]));
  test('keeps official figures exact', () => expect(floatComplaints(sources)).toEqual([]));
  test('has words for every refusal', () => {
    const codes = sources
      .filter(({ path }) => path.startsWith('src/') && !/\.test\.tsx?$/.test(path) && !path.startsWith('src/cli/'))
      .flatMap(({ text }) => [...code(text).matchAll(/\b(?:refuse|fault)\(\s*'([a-z-]+\.[a-z-]+)'/g)].map((match) => match[1] ?? ''));
    expect([...new Set(codes)].filter((one) => !hasWords(one)).sort()).toEqual([]);
  });
});

describe('a planted fault', () => {
  test.each([
    ['a domain file that reaches up', 'src/domain/result/x.ts', "import { a } from '../../store/result.read.ts';"],
    ['a domain file that imports a package', 'src/domain/result/x.ts', "import { z } from 'zod';"],
    ['a domain room that reaches a later room', 'src/domain/people/x.ts', "import { a } from '../result/compute.ts';"],
    ['an unknown room', 'src/domain/misc/x.ts', ''],
    ['an act in no room', 'src/actions/misc/x.ts', ''],
    ['a folder on no floor', 'src/utils/x.ts', ''],
    ['a store that calls an act', 'src/store/x.read.ts', "import { a } from '../actions/result/compute.ts';"],
    ['a page that writes', 'src/web/public/x.page.tsx', "import { a } from '../../store/result.write.ts';"],
  ])('is found: %s', (_name, path, text) => expect(arrowComplaints(planted(path, text))).not.toEqual([]));

  test.each([
    ['a query in a page', queryComplaints, 'src/web/public/x.page.tsx', 'const rows = db.all(`SELECT name\n FROM person`);'],
    ['a query in small letters', queryComplaints, 'src/web/public/x.page.tsx', "db.all('select name from person');"],
    ['a write in an act', queryComplaints, 'src/actions/x.ts', "tx.run('UPDATE entry SET state = $1');"],
    ['a file of 301 lines', sizeComplaints, 'src/web/x.ts', 'a;\n'.repeat(301)],
    ['a test of 401 lines', sizeComplaints, 'src/web/x.test.ts', 'a;\n'.repeat(401)],
    ['the environment read elsewhere', habitComplaints, 'src/web/x.ts', 'process.env.PORT'],
    ['a second clock', habitComplaints, 'src/actions/x.ts', 'const now = new Date();'],
    ['a style attribute', habitComplaints, 'src/web/x.tsx', '<p style="color:red">'],
    ['a float in a result', floatComplaints, 'src/domain/result/x.ts', 'x.toFixed(2)'],
  ])('is found: %s', (_name, check, path, text) => expect(check(planted(path, text))).not.toEqual([]));

  test('is not seen in a comment or in 300 lines', () => {
    expect(queryComplaints(planted('src/web/x.ts', '// SELECT name FROM person'))).toEqual([]);
    expect(sizeComplaints(planted('src/web/x.ts', 'a;\n'.repeat(300)))).toEqual([]);
  });
});
