import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../bench/gateway/processes/port.js';
import { faultyServer, type FaultyServer } from '../../support/faulty-server.js';
import { startProcess, urlOf, type Started } from '../../support/process.js';
import { supergraphOf } from '../../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';

jest.setTimeout(60_000);

const NATIONAL_ID = '079200001234';
const PASSWORD = 'correct-horse-battery';
const SECRETS = [NATIONAL_ID, PASSWORD];
const QUERY = 'query Who($id: ID!) { org(id: $id) { name guard { name } } lateUnit { name } }';

describe('what a client must not find its secrets in', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  let gateway: Started;
  let collector: FaultyServer;
  let traces = '';
  let metrics = '';
  const answers: string[] = [];

  beforeAll(async () => {
    collector = await faultyServer((request, response) => {
      request.on('data', (bytes: Buffer) => (traces += bytes.toString()));
      request.once('end', () => response.writeHead(200).end());
    });
    const subgraph = await faultyServer((request, response) => {
      request.resume();
      response.writeHead(500).end(`postgres://union:${PASSWORD}@10.0.0.7/union`);
    });
    const all = [tinyUnion(), tinyPolice(), tinyAwards()];
    const file = join(folder, 'supergraph.graphql');
    writeFileSync(
      file,
      supergraphOf(all, () => subgraph.url),
    );
    const port = await freePort();
    gateway = startProcess('gateway/main.js', ['--supergraph', file, '--port', '0'], {
      METRICS_PORT: String(port),
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      TRACE_RATIO: '1',
    });
    const url = await urlOf(gateway);
    answers.push(...(await Promise.all(requests().map((request) => sent(url, request)))));
    metrics = await fetch(`http://127.0.0.1:${port}/metrics`).then((answer) => answer.text());
    await gateway.end('SIGTERM');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('the log', () => {
    expect(gateway.events.filter(({ msg }) => msg === 'answered')).toHaveLength(requests().length);
    expect(secretsIn(JSON.stringify(gateway.events))).toEqual([]);
  });

  test('the metrics', () => {
    expect(metrics).toContain('gateway_requests_total');
    expect(secretsIn(metrics)).toEqual([]);
  });

  test('the traces', () => {
    expect(traces).toContain('fetch');
    expect(secretsIn(traces)).toEqual([]);
  });

  test('the answers', () => {
    expect(answers.join()).toContain('SUBGRAPH_UNAVAILABLE');
    expect(secretsIn(answers.join())).toEqual([]);
    expect(answers.join()).not.toMatch(/10\.0\.0\.7|127\.0\.0\.1|postgres/);
  });
});

interface Sent {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

function requests(): readonly Sent[] {
  const body = { query: QUERY, variables: { id: NATIONAL_ID } };
  return [
    { path: '/graphql', body },
    { path: '/graphql', body, headers: { authorization: `Bearer ${PASSWORD}` } },
    { path: '/graphql', body, headers: { cookie: `session=${PASSWORD}` } },
    { path: `/graphql?access_token=${PASSWORD}`, body },
    { path: '/graphql', body: { query: `{ org(id: "${NATIONAL_ID}") { name } lateUnit { name } }` } },
  ];
}

async function sent(url: string, { path, headers, body }: Sent): Promise<string> {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return answer.text();
}

function secretsIn(text: string): readonly string[] {
  return SECRETS.filter((secret) => text.includes(secret));
}
