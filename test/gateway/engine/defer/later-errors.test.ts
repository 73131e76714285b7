import { describe, expect, test } from '@jest/globals';
import { LIMIT_DEFAULTS } from '../../../../gateway/limits/settings.js';
import { answering, faultyServer } from '../../../support/faulty-server.js';
import { hubOverHttp } from '../../../support/tiny-hub.js';
import { local } from '../../../support/tiny-subgraphs.js';
import { allParts, laterOf, type SeenPart } from './in-parts.js';
import { slowHub } from './slow-hub.js';

/** The places of the errors of all parts, in their order. */
function placesIn(parts: readonly SeenPart[]): readonly unknown[] {
  const errors = parts.flatMap(({ errors: own = [], incremental = [] }) => [
    ...own,
    ...incremental.flatMap((each) => each.errors ?? []),
  ]);
  return errors.map((error) => (error as { readonly path?: unknown }).path);
}

/** How many units the agency has in {@link failingLater}: more than errors name one by one. */
const UNITS = 150;

/** A hub whose only agency answers the first request, with many units, and no other one. */
async function failingLater() {
  const units = Array.from({ length: UNITS }, (_, n) => ({ __typename: 'Unit', id: `${n}` }));
  const answers = [answering(200, JSON.stringify({ data: { units } }))];
  const police = await faultyServer((...exchange) =>
    (answers.pop() ?? answering(500, 'broken'))(...exchange),
  );
  const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key"])
    type Query { units: [Unit!]! }
    type Unit @key(fields: "id") { id: ID! name: String }`;
  return hubOverHttp([local('police', sdl, {})], { police: police.url });
}

describe('an error is told once, at its place, in the part that asked for what failed', () => {
  test.each([
    [
      'first, also where a later part needs the same fetch',
      '{ unit { wrong ... @defer { slow } } }',
      'wrong',
    ],
    [
      'later, also where the first part needs the same fetch',
      '{ unit { best { title ... @defer { wrong } } } }',
    ],
    ['in one of two later parts', '{ unit { id ... @defer { name } ... @defer { best { wrong } } } }'],
    [
      'in the first of two that want it',
      '{ unit { id ... @defer { wrong } ... @defer { wrong } } }',
      'wrong',
    ],
  ])('%s', async (_, query, ...[field]) => {
    const hub = await slowHub();
    hub.open();

    const parts = await allParts(hub.url, query);

    expect(placesIn(parts)).toEqual([field ? ['unit', field] : ['unit', 'best', 'wrong']]);
  });

  test('which is the first one where that is null because of it', async () => {
    const hub = await slowHub();

    const parts = await allParts(hub.url, '{ unit { name best { title ... @defer { missing } } } }');

    expect(parts[0]).toMatchObject({
      data: { unit: { name: 'Unit 1', best: null } },
      errors: [{ path: ['unit', 'best', 'missing'] }],
    });
    expect(laterOf(parts)).toEqual([]);
  });
});

describe('an error that is of no object of a later part', () => {
  test('is told with the first one, as that of further elements of a list', async () => {
    const hub = await failingLater();

    const parts = await allParts(hub.url, '{ units { id ... @defer { name } } }');

    expect(parts[0]).not.toHaveProperty('errors');
    const [first, second] = laterOf(parts);
    const paths = [first, second].map((each) => each?.errors?.map((error) => (error as SeenAt).path));
    expect(paths).toEqual([[['units'], ['units', 0, 'name']], [['units', 1, 'name']]]);
    expect(placesIn(parts)).toHaveLength(100 + 1);
  });

  test('is told with the first one, as that of further places that the caller may not see', async () => {
    const hub = await slowHub({
      decidePolicies: () => new Map(),
      limits: { ...LIMIT_DEFAULTS, QUERY_MAX_ALIASES: 200 },
    });
    const secrets = Array.from({ length: 101 }, (_, n) => `s${n}: secret`).join(' ');

    const parts = await allParts(hub.url, `{ unit { chief { name ... @defer { ${secrets} } } } }`);

    const [later] = laterOf(parts);
    expect(later?.errors).toHaveLength(100 + 1);
    expect(later?.errors).toContainEqual(
      expect.objectContaining({ extensions: expect.objectContaining({ untold: 1 }) }),
    );
  });
});

interface SeenAt {
  readonly path?: unknown;
}
