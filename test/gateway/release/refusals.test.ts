import { describe, expect, jest, test } from '@jest/globals';
import { newKey, signingKey } from '../../../schema/contract/release/keys.js';
import { aFollower } from '../../support/a-follower.js';
import { anAgency, type AnAgency } from '../../support/an-agency.js';
import { aRegistry, type ReleaseChanges } from '../../support/a-registry.js';

jest.setTimeout(120_000);

interface Refused {
  readonly what: string;
  readonly reason: string;
  readonly supergraph?: (agency: AnAgency) => string;
  readonly changes?: ReleaseChanges;
}

const other = signingKey(newKey().privateJwk);

function cutSignature(jws: string): string {
  return jws.replace(/\.[^.]*$/, '.');
}

const REFUSED: readonly Refused[] = [
  {
    what: 'is signed by nobody',
    reason: 'SIGNATURE',
    changes: { altered: (release) => ({ ...release, pointed: cutSignature(release.pointed) }) },
  },
  { what: 'is signed by another key', reason: 'SIGNATURE', changes: { key: other } },
  {
    what: 'is of a rehearsal that signs with the same key',
    reason: 'REGISTRY',
    changes: { registry: 'rehearsal' },
  },
  { what: 'belongs to another channel', reason: 'CHANNEL', changes: { channel: 'staging' } },
  { what: 'is not the text that was signed', reason: 'TEXT', changes: { text: 'type Query { count: Int }' } },
  {
    what: 'is older than the number that it comes under',
    reason: 'NOT_NEWER',
    changes: { number: 1, altered: (release) => ({ ...release, number: 99 }) },
  },
  { what: 'does not load', reason: 'DOES_NOT_LOAD', supergraph: () => 'type Query { count: Int }' },
  {
    what: 'names an address where no subgraph may be',
    reason: 'ADDRESS',
    supergraph: ({ supergraph, url }) => supergraph('newest: Int').replace(url, 'http://169.254.169.254/'),
  },
  {
    what: 'strips protection',
    reason: 'PROTECTION',
    supergraph: ({ supergraph }) => supergraph('secret: Int', 'newest: Int'),
  },
];

describe('a release that is no good is refused while the former one serves on', () => {
  test('each for its own reason, told to the log and to the registry', async () => {
    const [registry, agency] = await Promise.all([aRegistry(), anAgency()]);
    await registry.point(agency.supergraph('secret: Int @authenticated'));
    const gateway = await aFollower(registry.files(), { PLANNER_THREADS: '1' });
    const reasons: unknown[] = [];

    for (const [index, { supergraph, changes }] of REFUSED.entries()) {
      await registry.point(supergraph?.(agency) ?? agency.supergraph(`newest: Int`), changes);
      reasons.push((await gateway.heard('a release was refused', index + 1))['reason']);
    }
    const number = await registry.point(agency.supergraph('secret: Int @authenticated', 'late: Int'));
    await registry.told(number, 'LAUNCHED');

    expect(reasons).toEqual(REFUSED.map(({ reason }) => reason));
    expect((await gateway.ask('{ count late newest }')).errors).toHaveLength(1);
    expect((await gateway.ask('{ count late }')).data).toEqual({ count: 1, late: 4 });
    const told = registry.outcomes.filter(({ outcome }) => outcome === 'REFUSED');
    expect(new Set(told.map(({ reason }) => reason?.code))).toEqual(new Set(reasons));
  });

  test('protection may go where the release names what it opens', async () => {
    const [registry, agency] = await Promise.all([aRegistry(), anAgency()]);
    await registry.point(agency.supergraph('secret: Int @requiresScopes(scopes: [["a"]])'));
    const gateway = await aFollower(registry.files());
    expect((await gateway.ask('{ secret }')).errors).toHaveLength(1);

    const number = await registry.point(agency.supergraph('secret: Int'), { opened: ['Query.secret'] });
    await registry.told(number, 'LAUNCHED');

    expect((await gateway.ask('{ secret }')).data).toEqual({ secret: 5 });
  });
});
