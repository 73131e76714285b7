import { describe, expect, test } from '@jest/globals';
import { answerIn } from '../../../gateway/reach/envelope.js';
import { reachOverHttp } from '../../../gateway/reach/http.js';
import { answering, faultyServer } from '../../support/faulty-server.js';
import { gatewayOn, hubOf, served, supergraphOf } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key"])`;
const ASKED = '{ things { deep extra } fine }';
const PARTLY = {
  data: { things: null, fine: 1 },
  errors: [{ path: ['things'], extensions: { code: 'SUBGRAPH_FAILED', agency: 'things' } }],
};

/** A value nested so deep, as JSON. */
function nested(levels: number): string {
  return '['.repeat(levels) + ']'.repeat(levels);
}

function thingsAnswer(levels: number): string {
  const thing = `{"__typename":"Thing","id":"1","deep":${nested(levels)}}`;
  return `{"things":[${thing},${thing}]}`;
}

/** An agency whose things have a value nested so deep, and one that knows more of them. */
function agencies(levels: number) {
  const { things } = JSON.parse(thingsAnswer(levels)) as { readonly things: readonly object[] };
  const deep = local(
    'things',
    `${LINK} scalar JSON type Query { things: [Thing!] } type Thing @key(fields: "id") { id: ID! deep: JSON }`,
    { Query: { things: () => things } },
  );
  const others = local(
    'others',
    `${LINK} type Query { fine: Int } type Thing @key(fields: "id") { id: ID! extra: Int }`,
    {
      Query: { fine: () => 1 },
      Thing: { __resolveReference: ({ id }: { readonly id: string }) => ({ id, extra: 2 }) },
    },
  );
  return { deep, others };
}

/** A hub that gets the things as text from a server. */
async function hubOverHttp(levels: number) {
  const { deep, others } = agencies(1);
  const server = await faultyServer(answering(200, `{"data":${thingsAnswer(levels)}}`));
  const { url } = await served(others);
  const supergraph = supergraphOf([deep, others], (name) => (name === 'things' ? server.url : url));
  return gatewayOn(supergraph, reachOverHttp);
}

describe('an answer that is nested too deep', () => {
  test('costs only the part of its agency', async () => {
    const hub = await hubOverHttp(10_000);

    expect(await hub.ask(ASKED)).toMatchObject(PARTLY);
  });

  test('costs only the part of its agency within the process, too', async () => {
    const { deep, others } = agencies(10_000);
    const hub = await hubOf([deep, others]);

    expect(await hub.ask(ASKED)).toMatchObject(PARTLY);
  });

  test('is no fault of the subgraph, which answers others', () => {
    const deep = `{"data":${thingsAnswer(600)}}`;

    expect(() => answerIn(deep)).toThrow(
      expect.objectContaining({ reason: 'too-deep', didAnswer: true, isFault: false }),
    );
  });
});

test('an answer may be nested as deep as anybody asks', async () => {
  const hub = await hubOverHttp(400);

  const { data, errors } = await hub.ask(ASKED);

  const thing = { deep: JSON.parse(nested(400)) as unknown, extra: 2 };
  expect({ data, errors }).toEqual({ data: { things: [thing, thing], fine: 1 }, errors: undefined });
});
