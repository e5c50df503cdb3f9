// `npm test`: finds or unpacks a browser, runs the whole suite, ends what it left behind, and closes with one plain line of counts.

import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endAllBelow } from './support/end-all.mjs';

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const ground = mkdtempSync(join(tmpdir(), 'bailang-uji-'));
chmodSync(ground, 0o755); // the account of a database passes through
const report = join(ground, 'report.json');
const run = spawn(
  process.execPath,
  [join(home, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { cwd: home, stdio: 'inherit', env: { ...process.env, ...browser(), TMPDIR: ground, TZ: 'UTC', NO_COLOR: '1' } },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => run.kill(signal));
run.on('exit', async (code) => {
  await endAllBelow(ground);
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { numPassedTests: 0, numFailedTests: 1 };
  rmSync(ground, { recursive: true, force: true });
  process.stdout.write(`${counts.numPassedTests} passed, ${counts.numFailedTests || (code === 0 ? 0 : 1)} failed\n`);
  process.exit(code ?? 1);
});

/** The system's browser where there is one, else the one from the registry, unpacked once into a folder of this user. */
function browser() {
  const own = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  if (own !== undefined && process.env.BAILANG_BROWSER !== 'registry') return { BAILANG_CHROMIUM: own };
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'bailang', 'chromium-153');
  const path = join(cache, 'chromium');
  if (!existsSync(join(cache, 'fonts.conf'))) unpack(cache);
  const missing = spawnSync('ldd', [path], { encoding: 'utf8' }).stdout?.includes('not found') ?? true;
  return {
    BAILANG_CHROMIUM: path,
    FONTCONFIG_FILE: join(cache, 'fonts.conf'),
    ...(missing ? { LD_LIBRARY_PATH: join(cache, 'al2023', 'lib') } : {}),
  };
}

function unpack(cache) {
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  const words = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', words], {
    cwd: home,
    stdio: 'inherit',
    env: { ...process.env, TMPDIR: cache, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  if (done.status !== 0) throw new Error('browser could not be unpacked');
  // Written last: it says that all the rest is there. The package's own list names folders of another machine.
  const folders = [join(cache, 'fonts'), '/usr/share/fonts'].map((folder) => `<dir>${folder}</dir>`).join('');
  writeFileSync(join(cache, 'fonts.conf'), `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${join(cache, 'fonts-cache')}</cachedir></fontconfig>\n`);
}
