import { describe, expect, test } from '@jest/globals';
import { served, sharedHub } from '../../support/tiny-hub.js';
import { tinyUnion } from '../../support/tiny-subgraphs.js';
import { hub, REQUEST_ID, send } from './send.js';

const usual = sharedHub(() => hub());

describe('a request id', () => {
  test('of the client is not taken over', async () => {
    const { url } = usual;

    const { headers } = await send(`${url}/health/live`, {
      headers: { 'x-request-id': 'forged-by-a-client' },
    });

    expect(headers['x-request-id']).toMatch(REQUEST_ID);
  });

  test('of a trusted caller is kept when it is well formed', async () => {
    const { url } = await served(tinyUnion());
    const ask = (id: string) => send(`${url}/health/live`, { headers: { 'x-request-id': id } });

    const [kept, replaced] = await Promise.all([ask('from-the-gateway'), ask('not well formed')]);

    expect(kept.headers['x-request-id']).toBe('from-the-gateway');
    expect(replaced.headers['x-request-id']).toMatch(REQUEST_ID);
  });
});
