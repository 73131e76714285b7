import { describe, expect, test } from '@jest/globals';
import { ENGINE_DEFAULTS } from '../../../gateway/engine/settings.js';
import { hubOf } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@override"])`;

/** The union gives its figures away: names for good, dues to whom a label names, seats to everybody by percentage. */
function agencies(percent: number) {
  const ref = ({ id }: { id: string }) => ({ id, name: 'old', dues: 'old', seat: 'old' });
  const taken = ({ id }: { id: string }) => ({ id, name: 'new', dues: 'new', seat: 'new' });
  return [
    local(
      'union',
      `${LINK} type Query { org: Org }
      type Org @key(fields: "id") { id: ID! name: String dues: String seat: String }`,
      { Query: { org: () => ref({ id: 'o1' }) }, Org: { __resolveReference: ref } },
    ),
    local(
      'registry',
      `${LINK} type Query { newOrg: Org }
      type Org @key(fields: "id") {
        id: ID!
        name: String @override(from: "union")
        dues: String @override(from: "union", label: "new-dues")
        seat: String @override(from: "union", label: "percent(${percent})")
      }`,
      { Query: { newOrg: () => taken({ id: 'o1' }) }, Org: { __resolveReference: taken } },
    ),
  ];
}

const switchedOn = (...labels: readonly string[]) => ({
  engine: { ...ENGINE_DEFAULTS, OVERRIDE_LABELS: new Set(labels) },
});

describe('@override', () => {
  test('a field that was taken over is answered by its new owner alone', async () => {
    const hub = await hubOf(agencies(0));

    const { data, fetches } = await hub.ask('{ org { name } newOrg { name } }');

    expect(data).toEqual({ org: { name: 'new' }, newOrg: { name: 'new' } });
    expect(fetches).toHaveLength(3);
  });

  test('a label that nobody switched on leaves the field where it was, from either side', async () => {
    const hub = await hubOf(agencies(0));

    const { data } = await hub.ask('{ org { dues seat } newOrg { dues seat } }');

    expect(data).toEqual({ org: { dues: 'old', seat: 'old' }, newOrg: { dues: 'old', seat: 'old' } });
  });

  test('a label that is switched on moves its field and no other', async () => {
    const hub = await hubOf(agencies(0), switchedOn('new-dues'));

    const { data } = await hub.ask('{ org { dues seat } newOrg { dues seat } }');

    expect(data).toEqual({ org: { dues: 'new', seat: 'old' }, newOrg: { dues: 'new', seat: 'old' } });
  });

  test('a hundred percent are everybody', async () => {
    const hub = await hubOf(agencies(100));

    const { data } = await hub.ask('{ org { dues seat } }');

    expect(data).toEqual({ org: { dues: 'old', seat: 'new' } });
  });

  test('the same operation is answered by either owner as the draw falls, within one request by one alone', async () => {
    const hub = await hubOf(agencies(50));

    const seen = new Set<string>();
    for (let n = 0; n < 100 && seen.size < 2; n += 1) {
      const { data } = await hub.ask('{ a: org { seat } b: org { seat } c: newOrg { seat } }');
      seen.add(JSON.stringify(data));
    }

    const all = (seat: string) => JSON.stringify({ a: { seat }, b: { seat }, c: { seat } });
    expect([...seen].toSorted()).toEqual([all('new'), all('old')]);
  });
});
