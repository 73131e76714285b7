import { expect, test } from '@jest/globals';
import { ANONYMOUS, callerWith, type Caller } from '../../../schema/contract/caller.js';
import { GRAPH } from '../engine/filter/a-graph.js';
import { CLAIMS, randomOperation } from '../engine/filter/random-operations.js';
import { isFieldOpen } from '../engine/filter/wanted.js';
import { seen } from './seen.js';
import { anAccessSite } from './site.js';
import { ROOTS } from './world.js';
import fc from 'fast-check';
import { isCompositeType } from 'graphql';

/** Operations of one run; more with `ACCESS_RUNS`. */
const RUNS = Number(process.env['ACCESS_RUNS'] ?? 150);

/** Every value of the world that is told apart from all others, as an answer would hold it. */
const VALUES = [...JSON.stringify(ROOTS).matchAll(/\d{6}|"[^"]+ [^"]*"/g)].map(([value]) => value);

/** Whether a field that a subgraph was asked for is open to the caller. */
function mayBeAsked(place: string, caller: Caller): boolean {
  const [typeName = '', fieldName = ''] = place.split('.');
  const type = GRAPH.schema.getType(typeName);
  const field = isCompositeType(type) && 'getFields' in type ? type.getFields()[fieldName] : undefined;
  return !type || !field || fieldName === 'id' || isFieldOpen(type, field, caller);
}

test('for random operations and claims no protected value appears, and no allowed one is missing', async () => {
  const site = await anAccessSite();
  const run = async (kind: 'query' | 'mutation', claims: object | null, query: string) => {
    const caller = claims ? callerWith({ ...claims }) : ANONYMOUS;
    const root = ROOTS[kind === 'query' ? 'Query' : 'Mutation'];
    const expected = seen(GRAPH.operation(query), root, caller);

    const headers = claims ? await site.bearer({ ...claims }) : undefined;
    const { status, text, data, errors = [] } = await site.hub.ask(query, { headers });
    const asked = site.asked();

    expect({ query, status, data }).toEqual({ query, status: 200, data: expected });
    expect(errors.filter(({ extensions: { code } }) => code !== 'UNAUTHORIZED_FIELD_OR_TYPE')).toEqual([]);
    const allowed = JSON.stringify(expected);
    expect(VALUES.filter((value) => text.includes(value) && !allowed.includes(value))).toEqual([]);
    expect(asked.filter((place) => !mayBeAsked(place, caller))).toEqual([]);
  };

  const kind = fc.constantFrom('query' as const, 'mutation' as const);
  const property = fc.asyncProperty(kind, CLAIMS, fc.gen(), (of, claims, gen) =>
    run(of, claims, randomOperation(of, gen)),
  );
  await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
}, 120_000);
