import { Calls } from './calls.js';
import type { FloorMode, FloorTask } from './task.js';
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';

/** Runs one floor: a bare server that does a known part of a gateway's work, so that the rest can be told apart. */

const task = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as FloorTask;
const ready = Buffer.from(task.answer);
const parsed = JSON.parse(task.answer) as unknown;

const PARTS: Readonly<Record<FloorMode, () => () => Promise<Buffer>>> = {
  json: () => {
    const calls = new Calls(task.upstream, task.waves, (body) => JSON.parse(body.toString()) as unknown);
    return () => calls.make().then(() => Buffer.from(JSON.stringify(parsed)));
  },
  calls: () => {
    const calls = new Calls(task.upstream, task.waves, () => undefined);
    return () => calls.make().then(() => ready);
  },
  static: () => () => Promise.resolve(ready),
};

const answer = PARTS[task.mode]();

createServer((request, response) => {
  request.resume().once('end', () => {
    answer().then(
      (body) => send(response, body),
      (error: unknown) => response.writeHead(502).end(String(error)),
    );
  });
}).listen(task.port, '127.0.0.1');

function send(response: ServerResponse, body: Buffer): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
}
