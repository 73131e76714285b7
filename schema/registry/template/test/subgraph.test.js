import { schema, subgraphServer } from '../subgraph.js';
import { isSpecifiedScalarType } from 'graphql';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';

let server;
let url;

before(async () => {
  server = subgraphServer({ ACCEPT_WITHOUT_TOKEN: 'true' }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${server.address().port}`;
});

after(() => server.close());

async function ask(query, at = url) {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${at}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
}

test('it answers the gateway with its SDL', async () => {
  const { data } = await (await ask('{ _service { sdl } }')).json();
  assert.match(data._service.sdl, /@link/);
});

test('it says that it is alive', async () => {
  assert.equal((await fetch(`${url}/health`)).status, 200);
});

test('it answers nobody but the gateway', async () => {
  const closed = subgraphServer({ GATEWAY_JWKS_URL: 'http://127.0.0.1:9/jwks.json' }).listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const { status } = await ask('{ __typename }', `http://127.0.0.1:${closed.address().port}`);
  closed.close();
  assert.equal(status, 401);
});

test('every type and field is described in two languages', () => {
  const own = Object.values(schema.getTypeMap()).filter(
    (type) => !isSpecifiedScalarType(type) && !type.name.startsWith('_'),
  );
  const fields = own
    .filter((type) => 'getFields' in type)
    .flatMap((type) => Object.values(type.getFields()))
    .filter(({ name }) => name !== 'id' && !name.startsWith('_'));
  const missing = fields.filter(({ description }) => !description?.includes('\n\n')).map(({ name }) => name);
  assert.deepEqual(missing, []);
});
