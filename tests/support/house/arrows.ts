// Arrows point down: which floor may import which, and which room of the domain comes first.

import { type Complaint, importsOf, isTest, type Source } from './source.ts';

export const ROOMS = [
  'shared',
  'people',
  'access',
  'edition',
  'instrument',
  'innovation',
  'evidence',
  'jury',
  'assessment',
  'result',
  'robustness',
  'regional-index',
  'award',
  'benefit',
  'documents',
  'publication',
  'audit',
  'proof',
  'operations',
];

/** Floor -> what it may import of ours, as prefixes. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  'src/domain/': ['src/domain/'],
  'src/store/': ['src/store/', 'src/domain/', 'src/platform/db.ts'],
  'src/actions/': ['src/actions/', 'src/store/', 'src/domain/', 'src/platform/'],
  'src/texts/': ['src/texts/', 'src/domain/'],
  'src/platform/': ['src/platform/', 'src/domain/'],
  'src/web/ui/': ['src/web/ui/', 'src/texts/', 'src/domain/'],
  'src/web/': ['src/web/', 'src/actions/', 'src/store/', 'src/domain/', 'src/texts/', 'src/platform/'],
  'src/documents/': ['src/documents/', 'src/domain/', 'src/texts/'],
  'src/islands/': ['src/islands/', 'src/domain/', 'src/texts/'],
  'src/jobs/': ['src/jobs/', 'src/actions/', 'src/store/', 'src/domain/', 'src/documents/', 'src/texts/', 'src/platform/'],
  'src/cli/': ['src/cli/', 'src/actions/', 'src/store/', 'src/domain/', 'src/texts/', 'src/platform/', 'src/main.ts'],
  'src/seeds/': ['src/seeds/', 'src/actions/', 'src/store/', 'src/domain/', 'src/platform/'],
};

export function arrowComplaints(sources: readonly Source[]): readonly Complaint[] {
  return sources
    .filter(({ path }) => !isTest(path))
    .flatMap((source) => [...floorComplaints(source), ...roomComplaints(source), ...domainComplaints(source), ...storeComplaints(source)]);
}

function floorComplaints(source: Source): readonly Complaint[] {
  const floor = Object.keys(FLOORS).find((prefix) => source.path.startsWith(prefix));
  if (floor === undefined) return [];
  const allowed = FLOORS[floor] ?? [];
  return importsOf(source)
    .filter((path) => path.startsWith('src/') && !allowed.some((prefix) => path.startsWith(prefix)))
    .map((path) => ({ path: source.path, what: `imports ${path}` }));
}

function domainComplaints(source: Source): readonly Complaint[] {
  const room = /^src\/domain\/([^/]+)\//.exec(source.path)?.[1];
  if (room === undefined) return [];
  if (!ROOMS.includes(room)) return [{ path: source.path, what: `room ${room} is not one of the house` }];
  return importsOf(source).flatMap((path) => {
    if (!path.startsWith('src/')) return [{ path: source.path, what: `imports the package ${path}` }];
    const other = /^src\/domain\/([^/]+)\//.exec(path)?.[1] ?? '';
    return ROOMS.indexOf(other) > ROOMS.indexOf(room) ? [{ path: source.path, what: `imports the later room ${other}` }] : [];
  });
}

/** Acts live in the rooms of the domain; beside the floors there is no other folder. */
function roomComplaints({ path }: Source): readonly Complaint[] {
  const room = /^src\/actions\/([^/]+)\//.exec(path)?.[1];
  if (room !== undefined && !ROOMS.includes(room)) return [{ path, what: `room ${room} is not one of the house` }];
  const isAtTop = ['src/main.ts', 'src/cli.ts'].includes(path);
  if (path.startsWith('src/') && !isAtTop && !Object.keys(FLOORS).some((floor) => path.startsWith(floor)))
    return [{ path, what: 'stands on no floor of the house' }];
  return [];
}

/** Pages read; only acts write. */
function storeComplaints(source: Source): readonly Complaint[] {
  if (!source.path.startsWith('src/web/') || source.path === 'src/web/session.ts') return [];
  return importsOf(source)
    .filter((path) => /^src\/store\/.*\.write\.ts$/.test(path))
    .map((path) => ({ path: source.path, what: `writes through ${path}` }));
}
