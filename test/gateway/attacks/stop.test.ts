import { expect, test } from '@jest/globals';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { hubOf } from '../../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';
import { HTTP_DEFAULTS } from '../../../schema/contract/serve.js';

const BODY = JSON.stringify({ query: '{ orgs(first: 2) { totalCount edges { node { guard { name } } } } }' });

/** Asks over a kept connection; says what came of it. */
function ask(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    const sent = request(
      `${url}/graphql`,
      { method: 'POST', agent, headers: { 'content-type': 'application/json' } },
      (response) => {
        text(response).then(
          (body) => resolve(body.includes('"totalCount":5') ? 'answered' : body),
          (error: Error) => resolve(error.message),
        );
      },
    );
    sent.on('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' ? 'closed' : error.message),
    );
    sent.end(BODY);
  });
}

test('LCH-08: a gateway that is told to stop while it is asked is unready first, and loses no request', async () => {
  const hub = await hubOf([tinyUnion(), tinyPolice(), tinyAwards()], {
    // Longer than any of the clients takes to be told that it must connect anew.
    http: { ...HTTP_DEFAULTS, HTTP_DRAIN_MS: 20_000 },
  });
  const agents = Array.from({ length: 8 }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  const outcomes: string[] = [];
  const state = { isOver: false };
  const clients = agents.map(async (agent) => {
    while (!state.isOver) {
      const outcome = await ask(hub.url, agent);
      outcomes.push(outcome);
      if (outcome === 'closed') return;
    }
  });
  const watch = new Agent({ keepAlive: true, maxSockets: 1 });
  const ready = () =>
    new Promise<number | undefined>((resolve) => {
      const sent = request(`${hub.url}/health/ready`, { agent: watch }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', () => resolve(undefined)).end();
    });
  const before = await ready();
  while (outcomes.length < 20) await ask(hub.url, watch);

  const stopped = hub.stop();
  const during = await ready();
  await stopped;
  state.isOver = true;
  await Promise.all(clients);
  for (const agent of [...agents, watch]) agent.destroy();

  expect([before, during]).toEqual([200, 503]);
  expect(outcomes.filter((outcome) => outcome !== 'answered' && outcome !== 'closed')).toEqual([]);
});
