// The load generator: a process of its own. It reads one job as JSON on its input and writes one result as JSON.
// A job: {port, seconds, concurrency, label, requests}. A closed loop over keep-alive connections; each connection walks through its own
// share of the requests, so that no two write the same thing at once.

import http from 'node:http';
import { text } from 'node:stream/consumers';

const job = JSON.parse(await text(process.stdin));
const agent = new http.Agent({ keepAlive: true, maxSockets: job.concurrency });
const times = [];
const acknowledged = {};
const failures = [];
let bytes = 0;
let until = 0;

function ask({ method, path, headers }, body) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port: job.port, agent, method, path, headers }, (response) => {
      let length = 0;
      response.on('data', (chunk) => {
        length += chunk.length;
      });
      response.on('end', () => resolve({ status: response.statusCode, length, location: response.headers.location ?? '' }));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** The body of the next save: the revision counts up, a digit of the text and the scores change, so that every save is a change. */
function bodyOf(request, turn) {
  if (request.fields === undefined) return undefined;
  const fields = { ...request.fields };
  if (request.revision !== undefined) fields[request.revision.field] = String(request.revision.value + turn);
  for (const [name, choices] of Object.entries(request.turns ?? {})) fields[name] = choices[turn % choices.length];
  if (request.stamp !== undefined) fields[request.stamp] = `${fields[request.stamp]} ${job.label} ${turn}`;
  return { fields, text: new URLSearchParams(fields).toString() };
}

async function lane(mine) {
  const turns = new Map();
  for (let at = 0; performance.now() < until; at = (at + 1) % mine.length) {
    const request = mine[at];
    const turn = turns.get(request) ?? 0;
    turns.set(request, turn + 1);
    const body = bodyOf(request, turn);
    const headers = { host: `127.0.0.1:${job.port}`, ...(request.cookie === undefined ? {} : { cookie: request.cookie }) };
    if (body !== undefined) Object.assign(headers, { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body.text) });
    const began = performance.now();
    const answer = await ask({ ...request, headers }, body?.text);
    times.push(performance.now() - began);
    bytes += answer.length;
    const isRight = answer.status === (body === undefined ? 200 : 303) && !answer.location.startsWith('/masuk');
    if (!isRight) failures.push(`${answer.status} ${request.method} ${request.path} ${answer.location}`);
    if (body !== undefined && isRight) acknowledged[request.target] = { saves: turn + 1, fields: body.fields };
  }
}

const lanes = Array.from({ length: job.concurrency }, (_, index) => job.requests.filter((_, place) => place % job.concurrency === index));
const began = performance.now();
until = began + job.seconds * 1000;
await Promise.all(lanes.filter((mine) => mine.length > 0).map(lane));
const seconds = (performance.now() - began) / 1000;
agent.destroy();
times.sort((a, b) => a - b);
const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? null;
process.stdout.write(
  JSON.stringify({
    requests: times.length,
    seconds,
    perSecond: times.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    bytes: Math.round(bytes / Math.max(1, times.length)),
    failures: failures.length,
    examples: failures.slice(0, 5),
    acknowledged,
  }),
);
