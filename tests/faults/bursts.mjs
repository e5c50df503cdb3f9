// Bursts of writes beside which every database connection is ended, the disk of the evidence fills, and bodies are cut or refused; then looks
// for the process and for every answer it had given.
// node_modules/.bin/node tests/faults/bursts.mjs [bursts] [seconds]   Needs a build (node bin/bailang.mjs build). Ends with status 1 when the promise is broken.

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { formOf } from '../../bench/forms.mjs';
import { plainPdf } from '../factories/files.ts';
import { asOwner, draftOf, INNOVATOR, JUROR, lostSaves, saveComments, saveProfiles, signIn, startProgram } from './kills.mjs';

const EVIDENCE_MEGABYTES = 64;
const WELL_WITHIN_S = 5;

/** Runs the bursts; returns what was acknowledged, what is missing, the longest time without a good /healthz, and what happened. */
export async function burstRounds(bursts, seconds, log = () => {}) {
  const home = join(mkdtempSync(join(tmpdir(), 'bailang-burst-')), 'data');
  chmodSync(dirname(home), 0o755);
  const evidence = smallDisk(home);
  if (evidence === null) log('the disk does not fill in these bursts: a small disk for the evidence needs root');
  const found = { acked: { profile: [], comment: [], file: [] }, missing: [], longestS: 0, ended: 0, refused: 0, cut: 0, full: 0, checked: null, breaches: '' };
  const app = await startProgram(home);
  let hasFallen = false;
  app.ended.then(() => {
    hasFallen = true;
  });
  try {
    await asOwner(home, "UPDATE stage SET closes_at = now() + interval '9 days' WHERE kind IN ('registration')");
    const [innovator, juror] = [await signIn(app.address, INNOVATOR), await signIn(app.address, JUROR)];
    const entry = await draftOf(innovator);
    for (let burst = 1; burst <= bursts; burst += 1) {
      await runBurst({ address: app.address, home, innovator, juror, entry, evidence }, burst, seconds, found);
      found.longestS = Math.max(found.longestS, await secondsUntilWell(app.address));
      found.missing.push(...(await lostSaves(home, found.acked)), ...(await lostFiles(home, found.acked.file)));
      if (hasFallen) found.missing.push(`burst ${burst}: the program has fallen`);
      log(
        `burst ${burst}: connections ended ${found.ended} times; ${found.refused} uploads refused, ${found.cut} cut, ${found.full} met a full disk; ` +
          `${found.acked.profile.length} saves, ${found.acked.comment.length} scores, ${found.acked.file.length} files acknowledged so far, ${found.missing.length} lost; ` +
          `longest without an answer ${found.longestS.toFixed(2)} s`,
      );
    }
    app.child.kill('SIGTERM');
    await app.ended;
    if (evidence !== null) rmSync(join(evidence, 'isi'), { force: true });
    const check = spawnSync(process.execPath, ['build/src/cli.js', 'check-invariants'], { encoding: 'utf8', env: { ...process.env, BAILANG_DATA: home } });
    return { ...found, acked: counts(found.acked), breaches: check.stdout, checked: check.status, diskFilled: evidence !== null };
  } finally {
    app.child.kill('SIGTERM');
    await app.ended;
    if (evidence !== null) spawnSync('umount', [evidence]);
    rmSync(dirname(home), { recursive: true, force: true });
  }
}

const counts = (acked) => Object.fromEntries(Object.entries(acked).map(([kind, all]) => [kind, all.length]));

/** A disk of some megabytes for the evidence alone, where the machine lets us make one. */
function smallDisk(home) {
  const evidence = join(home, 'evidence');
  mkdirSync(evidence, { recursive: true, mode: 0o700 });
  const made = process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${EVIDENCE_MEGABYTES}m`, 'tmpfs', evidence]).status === 0;
  return made ? evidence : null;
}

async function runBurst({ address, home, innovator, juror, entry, evidence }, burst, seconds, found) {
  const until = performance.now() + seconds * 1000;
  const goesOn = () => performance.now() < until;
  const stubborn = async (work) => {
    while (goesOn()) await work().catch(() => sleep(50));
  };
  await Promise.all([
    stubborn(() => saveProfiles(innovator, attempt(burst), found.acked, goesOn)),
    ...[0, 1].map((place) => stubborn(() => saveComments(juror, attempt(burst), place, found.acked, goesOn))),
    stubborn(() => uploads(address, innovator, entry, found, goesOn)),
    watchHealth(address, found, goesOn),
    endConnections(home, found, goesOn),
    evidence === null ? null : fillDisk(evidence, goesOn),
  ]);
}

let attempts = 0;
/** Every try of a worker writes texts of its own. */
const attempt = (burst) => `${burst} percobaan ${attempts++}`;

/** The longest time in which nothing good was heard. */
async function watchHealth(address, found, goesOn) {
  let last = performance.now();
  while (goesOn()) {
    if (await isWell(address)) last = performance.now();
    found.longestS = Math.max(found.longestS, (performance.now() - last) / 1000);
    await sleep(100);
  }
}

const isWell = (address) =>
  fetch(`${address}/healthz`, { signal: AbortSignal.timeout(2000) }).then(
    ({ ok }) => ok,
    () => false,
  );

async function secondsUntilWell(address) {
  const begun = performance.now();
  while (!(await isWell(address)) && performance.now() - begun < 30_000) await sleep(50);
  return (performance.now() - begun) / 1000;
}

/** All connections but our own, twice or so a second. */
async function endConnections(home, found, goesOn) {
  while (goesOn()) {
    await asOwner(home, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'bailang' AND pid <> pg_backend_pid()");
    found.ended += 1;
    await sleep(300 + ((found.ended * 137) % 400));
  }
}

/** Full for a second, then room again for two. */
async function fillDisk(evidence, goesOn) {
  const filler = join(evidence, 'isi');
  while (goesOn()) {
    await sleep(1500);
    try {
      writeFileSync(filler, Buffer.alloc(EVIDENCE_MEGABYTES * 1024 * 1024));
    } catch (error) {
      if (error.code !== 'ENOSPC') throw error;
    }
    await sleep(800);
    rmSync(filler, { force: true });
  }
  rmSync(filler, { force: true });
}

/** By turns a file of the form's own token, one of another session's, and one that is cut in its middle. */
async function uploads(address, browser, entry, found, goesOn) {
  const path = `/usulan/${entry}/indikator/SID-16/bukti`;
  for (let n = 0; goesOn(); n += 1) {
    const kind = ['whole', 'stale', 'cut'][n % 3];
    const label = `uji ${Date.now()} ${n}.pdf`;
    const page = kind === 'whole' ? await browser.get(`/usulan/${entry}/indikator/SID-16`) : '';
    const fields = { ...(kind === 'whole' ? formOf(page, 'evidenceId') : {}), csrf: kind === 'whole' ? browser.token() : 'token-lama', kind: 'file' };
    const status = await sendFile(address + path, browser.cookie(), fields, label, kind === 'cut');
    if (status === 303) found.acked.file.push(label);
    if (status === 403) found.refused += 1;
    if (status === 507) found.full += 1;
    if (status === 'cut') found.cut += 1;
  }
}

/** The status, or `cut`: the body ends in its middle and the visitor is gone. */
function sendFile(address, cookie, fields, label, isCut) {
  const edge = 'batas-uji';
  const parts = Object.entries(fields).map(([name, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  const head = Buffer.from(
    `${parts.join('')}--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${label}"\r\ncontent-type: application/pdf\r\n\r\n`,
  );
  const body = plainPdf(`${label} ${'x'.repeat(isCut ? 1_000_000 : 50_000)}`);
  const tail = Buffer.from(`\r\n--${edge}--\r\n`);
  return new Promise((resolve, reject) => {
    const headers = {
      cookie,
      origin: new URL(address).origin,
      'content-type': `multipart/form-data; boundary=${edge}`,
      'content-length': head.length + body.length + tail.length,
    };
    const sent = request(address, { method: 'POST', headers }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode));
    });
    sent.once('error', (error) => (isCut ? resolve('cut') : reject(error)));
    sent.write(head);
    sent.write(body.subarray(0, 40_000), () => {
      if (isCut) setTimeout(() => sent.destroy(new Error('cut')), 20);
      else sent.end(Buffer.concat([body.subarray(40_000), tail]));
    });
  });
}

/** Acknowledged files that the database does not name. */
async function lostFiles(home, labels) {
  const [rows] = await asOwner(home, "SELECT label FROM evidence WHERE label LIKE 'uji %'");
  const held = new Set(rows.map((row) => row.label));
  return labels.filter((label) => !held.has(label));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [bursts, seconds] = [Number(process.argv[2] ?? 10), Number(process.argv[3] ?? 20)];
  const found = await burstRounds(bursts, seconds, (line) => process.stdout.write(`${line}\n`));
  process.stdout.write(`${JSON.stringify(found)}\n`);
  process.exitCode = found.missing.length === 0 && found.checked === 0 && found.longestS < WELL_WITHIN_S ? 0 : 1;
}
