import { describe, expect, test } from '@jest/globals';
import { hubOf } from '../../../support/tiny-hub.js';
import { local } from '../../../support/tiny-subgraphs.js';
import { allParts, inParts } from './in-parts.js';
import { slowHub } from './slow-hub.js';

const KEYS = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key"])';

/** Three agencies: the way from the first to the third leads by the second one, which waits for the test. */
function chained(gate: Promise<void>) {
  const unit = { id: '1', name: 'Unit 1' };
  return [
    local('a', `${KEYS} type Query { unit: Unit } type Unit @key(fields: "id") { id: ID! name: String }`, {
      Query: { unit: () => unit },
    }),
    local('b', `${KEYS} type Unit @key(fields: "id") @key(fields: "code") { id: ID! code: ID! }`, {
      Unit: { __resolveReference: () => gate.then(() => ({ id: '1', code: 'one' })) },
    }),
    local('c', `${KEYS} type Unit @key(fields: "code") { code: ID! z: Int }`, {
      Unit: { __resolveReference: () => ({ code: 'one', z: 7 }) },
    }),
  ];
}

describe('a slow field of the same agency as fast ones', () => {
  test.each([
    [
      'of a record',
      '{ unit { name ... @defer(label: "a") { slow } } }',
      { unit: { name: 'Unit 1' } },
      ['unit'],
    ],
    ['of the root', '{ fast ... @defer(label: "a") { late } }', { fast: 1 }, []],
    [
      'of a record below a record',
      '{ unit { chief { name ... @defer(label: "a") { slow } } } }',
      { unit: { chief: { name: 'Chief 1' } } },
      ['unit', 'chief'],
    ],
    [
      'of what a change is answered with',
      'mutation { rename { name ... @defer(label: "a") { slow } } }',
      { rename: { name: 'Unit 1' } },
      ['rename'],
    ],
  ])('%s comes later, by one more fetch', async (_, query, data, path) => {
    const hub = await slowHub();
    const parts = inParts(hub.url, query);

    const first = await parts.next();
    hub.open();
    const second = await parts.next();

    expect(first.value).toMatchObject({ data, hasNext: true });
    expect(second.value).toMatchObject({
      incremental: [{ path, label: 'a', data: { [path.length > 0 ? 'slow' : 'late']: 7 } }],
      hasNext: false,
    });
    expect(hub.fetches()).toBe(2);
  });

  test('of each record of a list comes later, by one more fetch for all', async () => {
    const hub = await slowHub();
    const parts = inParts(hub.url, '{ units { name ... @defer { slow } } }');

    const first = await parts.next();
    hub.open();
    const second = await parts.next();

    expect(first.value).toMatchObject({ data: { units: [{ name: 'Unit 1' }, { name: 'Unit 2' }] } });
    expect(second.value).toEqual({
      incremental: [
        { data: { slow: 7 }, path: ['units', 0] },
        { data: { slow: 7 }, path: ['units', 1] },
      ],
      hasNext: false,
    });
    expect(hub.fetches()).toBe(2);
  });

  test('deferred within what is deferred comes after it', async () => {
    const hub = await slowHub();
    const query = '{ unit { id ... @defer { name chief { name ... @defer { slow } } } } }';
    const parts = inParts(hub.url, query);

    const [first, second] = [await parts.next(), await parts.next()];
    hub.open();
    const third = await parts.next();

    expect(first.value).toMatchObject({ data: { unit: { id: '1' } } });
    expect(second.value).toMatchObject({
      incremental: [{ path: ['unit'], data: { name: 'Unit 1', chief: { name: 'Chief 1' } } }],
    });
    expect(third.value).toMatchObject({ incremental: [{ path: ['unit', 'chief'], data: { slow: 7 } }] });
    expect(hub.fetches()).toBe(3);
  });

  test('does not delay another part either', async () => {
    const hub = await slowHub();
    const query = '{ unit { id ... @defer(label: "slow") { slow } ... @defer(label: "fast") { name } } }';
    const parts = inParts(hub.url, query);

    await parts.next();
    const second = await parts.next();
    hub.open();
    const third = await parts.next();

    expect(second.value).toMatchObject({ incremental: [{ label: 'fast', data: { name: 'Unit 1' } }] });
    expect(third.value).toMatchObject({ incremental: [{ label: 'slow', data: { slow: 7 } }] });
  });

  test('is waited for where the record has no key', async () => {
    const hub = await slowHub();
    hub.open();

    const parts = await allParts(hub.url, '{ unit { best { title ... @defer { slow } } } }');

    expect(parts).toMatchObject([
      { data: { unit: { best: { title: 'Gold' } } } },
      { incremental: [{ path: ['unit', 'best'], data: { slow: 7 } }] },
    ]);
    expect(hub.fetches()).toBe(1);
  });

  test('does not delay what is known without the agency by which the way leads to it', async () => {
    const gate = Promise.withResolvers<void>();
    const hub = await hubOf(chained(gate.promise));
    const parts = inParts(hub.url, '{ unit { __typename name ... @defer { __typename z code } } }');

    const first = await parts.next();
    gate.resolve();
    const second = await parts.next();

    expect(first.value).toMatchObject({ data: { unit: { name: 'Unit 1' } } });
    expect(second.value).toMatchObject({ incremental: [{ path: ['unit'], data: { z: 7, code: 'one' } }] });
  });

  test('takes no further fetch where its condition does not hold, or nobody takes parts', async () => {
    const hub = await slowHub();
    hub.open();
    const query = 'query ($later: Boolean!) { unit { name ... @defer(if: $later) { slow } } }';

    const now = await allParts(hub.url, query, { later: false });
    const whole = await hub.ask(query, { variables: { later: true } });
    const fetches = hub.fetches();
    const later = await allParts(hub.url, query, { later: true });

    const data = { unit: { name: 'Unit 1', slow: 7 } };
    expect(now).toMatchObject([{ data, hasNext: false }]);
    expect(whole).toMatchObject({ data });
    expect(fetches).toBe(2);
    expect(later).toHaveLength(2);
    expect(hub.fetches()).toBe(2 + 2);
  });
});
