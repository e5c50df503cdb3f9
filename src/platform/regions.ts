// Official codes of provinces, regencies and cities that the product ships.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './catalogues.ts';

/** Code -> name. */
export function listedRegions(): ReadonlyMap<string, string> {
  const lines = readFileSync(join(dataFolder(), 'regions', 'kode.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(',')), line.slice(line.indexOf(',') + 1)]));
}
