// Builds each island of src/islands into one script of its own, named by its content: `node bin/islands.mjs FOLDER`.

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const islands = join(home, 'src', 'islands');
const [folder] = process.argv.slice(2);

mkdirSync(folder, { recursive: true });
for (const file of readdirSync(islands).filter((name) => name.endsWith('.ts'))) {
  const made = await build({
    root: home,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: join(islands, file), output: { format: 'es', entryFileNames: 'island.js', minify: true, comments: false } },
    },
  });
  const { code } = [made].flat()[0].output[0];
  const digest = createHash('sha256').update(code).digest('hex').slice(0, 12);
  writeFileSync(join(folder, `${file.slice(0, -3)}-${digest}.js`), code);
}
