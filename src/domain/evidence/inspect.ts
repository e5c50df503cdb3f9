// Reads a file of a known kind to its end.

import type { FileKind } from '../innovation/evidence.ts';
import type { Outcome } from '../shared/outcome.ts';
import { type Extent, inspectFilm } from './film.ts';
import type { Inspected } from './inspected.ts';
import { inspectPdf } from './pdf.ts';
import type { Unpack } from './pdf-objects.ts';
import { inspectPicture } from './pictures.ts';

/** Refuses what the kind's own reader refuses. A film is read in stretches, everything else whole. */
export function inspect(kind: FileKind, file: Extent, unpack: Unpack): Outcome<Inspected> {
  if (kind === 'mp4') return inspectFilm(file);
  const bytes = file.read(0, file.size);
  return kind === 'pdf' ? inspectPdf(bytes, unpack) : inspectPicture(kind, bytes);
}
