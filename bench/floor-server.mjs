// The physical floors: plain node:http answering the same number of bytes, and the same with the page's own statements asked first.
// It reads {port, bytes, status, statements, connection, counters} as JSON on its input.

import { createHash } from 'node:crypto';
import http from 'node:http';
import { text } from 'node:stream/consumers';
import pg from 'pg';

const job = JSON.parse(await text(process.stdin));
const body = Buffer.alloc(job.bytes, '<td>4,2</td>\n');
const pool = job.statements.length > 0 ? new pg.Pool({ ...job.connection, max: 10, options: '-c timezone=UTC' }) : null;
const statements = job.statements.map((one) => ({ ...one, name: createHash('sha256').update(one.text).digest('base64url').slice(0, 20) }));
const isWrite = statements.some((one) => one.counter >= 0);
let saves = 0;

async function askAll() {
  if (pool === null) return;
  const client = await pool.connect();
  saves += 1;
  for (const { name, text, values, counter } of statements) {
    const given = counter >= 0 ? values.with(counter, String(Number(values[counter]) + saves)) : values;
    await client.query(values.length === 0 && isWrite ? text : { name, text, values: given });
  }
  client.release();
}

http
  .createServer((request, response) => {
    request.resume();
    request.on('end', async () => {
      await askAll();
      response.writeHead(job.status, job.status === 303 ? { location: '/x' } : { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length });
      response.end(job.status === 303 ? undefined : body);
    });
  })
  .listen(0, '127.0.0.1', function ready() {
    process.stdout.write(`floor ${this.address().port}\n`);
  });
