import fc from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type GraphQLCompositeType,
} from 'graphql';
import { GRAPH } from './a-graph.js';

const { schema } = GRAPH;

/** Claims that decide something in the test graph; nothing for an anonymous caller. */
export const CLAIMS = fc.option(
  fc.record({
    scope: fc
      .subarray([
        'finance:read',
        'unions:read',
        'auditor',
        'verdicts:read',
        'sealed:read',
        'citations:read',
        'unions:write',
      ])
      .map((names) => names.join(' ')),
    policies: fc.subarray(['ledger', 'auditing', 'on-site', 'seal', 'police-budget']),
  }),
);

/** A random operation on the test graph. */
export function randomOperation(kind: 'query' | 'mutation', gen: fc.GeneratorValue): string {
  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  if (!isObjectType(root)) throw new Error(`The graph has no ${kind}.`);
  return `${kind} ${selectionOn(root, (arbitrary) => gen(() => arbitrary), 3)}`;
}

type Draw = <Value>(arbitrary: fc.Arbitrary<Value>) => Value;

function selectionOn(type: GraphQLCompositeType, draw: Draw, depth: number): string {
  const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
  const leaves = fields.filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)));
  const chosen = draw(fc.subarray(leaves.map(({ name }) => name)));
  const parts = leaves
    .filter(({ name }) => chosen.includes(name))
    .map(({ name, type: of, args }) => {
      const named = getNamedType(of);
      const given = args.length > 0 ? '(id: "1", name: "x")' : '';
      return name + given + (isCompositeType(named) ? selectionOn(named, draw, depth - 1) : '');
    });
  const conditions = depth > 0 ? conditionsOn(type) : [];
  const narrowing = draw(fc.subarray(conditions.map(({ name }) => name)));
  const narrowed = conditions
    .filter(({ name }) => narrowing.includes(name))
    .map((each) => `... on ${each.name} ${selectionOn(each, draw, depth - 1)}`);
  return `{ ${['__typename', ...parts, ...narrowed].join(' ')} }`;
}

function conditionsOn(type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
  return isAbstractType(type) ? [...schema.getPossibleTypes(type), type] : [type];
}
