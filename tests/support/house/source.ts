// The sources as the house checks read them: path from the top, text, imports.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export interface Source {
  readonly path: string;
  readonly text: string;
}

export interface Complaint {
  readonly path: string;
  readonly what: string;
}

/** Every TypeScript file below the folders. */
export function readSources(...folders: readonly string[]): readonly Source[] {
  return readFiles(/\.tsx?$/, ...folders);
}

/** Every file below the folders whose name fits. */
export function readFiles(kind: RegExp, ...folders: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => kind.test(name))
      .map((name) => join(folder, name).replaceAll('\\', '/'))
      .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
  );
}

/** Paths of our own files that a source imports, and names of packages. */
export function importsOf(source: Source): readonly string[] {
  const found = [...source.text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return found.map((name) => (name.startsWith('.') ? normalize(join(dirname(source.path), name)).replaceAll('\\', '/') : name));
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

/** The text without comments. */
export function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"])\/\/.*$/gm, '$1');
}
