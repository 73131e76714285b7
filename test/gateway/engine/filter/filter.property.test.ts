import { expect, test } from '@jest/globals';
import { filtered, requirementsOf } from '../../../../gateway/engine/filter/filter.js';
import { decideByToken, grants } from '../../../../gateway/engine/filter/policies.js';
import type { Selection } from '../../../../gateway/engine/operation.js';
import { ANONYMOUS, callerWith, type Caller } from '../../../../schema/contract/caller.js';
import { graphOf, SUPERGRAPH } from './a-graph.js';
import fc from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
  type GraphQLCompositeType,
  type GraphQLNamedType,
} from 'graphql';

const { schema, rules, operation } = graphOf(SUPERGRAPH);

type Rule = (caller: Caller) => boolean;

const bearer: Rule = ({ isAuthenticated }) => isAuthenticated;
const scope =
  (name: string): Rule =>
  ({ scopes }) =>
    scopes.has(name);
const policy =
  (name: string): Rule =>
  ({ policies }) =>
    policies.has(name);
const any =
  (...rules: readonly Rule[]): Rule =>
  (caller) =>
    rules.some((rule) => rule(caller));
const all =
  (...rules: readonly Rule[]): Rule =>
  (caller) =>
    rules.every((rule) => rule(caller));

/** The graph's rules once more, by concrete types and their fields, written down by hand. */
const WANTED: Readonly<Record<string, Rule>> = {
  Phone: bearer,
  Verdict: scope('verdicts:read'),
  SealedNotice: scope('sealed:read'),
  Citation: scope('citations:read'),
  Ledger: any(policy('ledger'), all(policy('auditing'), policy('on-site'))),
  'Ledger.signature': all(bearer, scope('auditor'), policy('seal')),
  Mutation: bearer,
  'Mutation.rename': scope('unions:write'),
  'TradeUnion.budget': any(all(scope('finance:read'), scope('unions:read')), scope('auditor')),
  'TradeUnion.memberCount': bearer,
  'TradeUnion.reports': bearer,
  'PoliceUnit.budget': policy('police-budget'),
  'PoliceUnit.reports': bearer,
};

function holds(names: readonly string[], caller: Caller): boolean {
  return names.every((name) => WANTED[name]?.(caller) ?? true);
}

function concrete(type: GraphQLNamedType): readonly string[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
}

/** Whether a type is open as a whole; a union is, since its members are told apart. */
function isOpen(type: GraphQLNamedType, caller: Caller): boolean {
  return isUnionType(type) || holds(concrete(type), caller);
}

/** What each field of an operation should be, in the order of the operation. */
function expected(selection: Selection, caller: Caller, isShown = true): readonly boolean[] {
  return selection.flatMap((each) => {
    if (each.kind === 'fragment')
      return expected(each.selection, caller, isShown && isOpen(each.type, caller));
    const { field, parent, name } = each;
    if (!field) return [];
    const isSeen =
      isShown &&
      isOpen(parent, caller) &&
      holds(
        concrete(parent).map((type) => `${type}.${name}`),
        caller,
      ) &&
      isOpen(getNamedType(field.type), caller);
    return isSeen ? [true, ...expected(each.selection ?? [], caller)] : [false];
  });
}

function found(selection: Selection): readonly boolean[] {
  return selection.flatMap((each) => {
    if (each.kind === 'fragment') return found(each.selection);
    if (!each.field) return [];
    return each.isDenied ? [false] : [true, ...found(each.selection ?? [])];
  });
}

type Draw = <Value>(arbitrary: fc.Arbitrary<Value>) => Value;

/** A random selection on a type. */
function selectionOn(type: GraphQLCompositeType, draw: Draw, depth: number): string {
  const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
  const leaves = fields.filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)));
  const parts = draw(fc.subarray(leaves)).map(({ name, type: of, args }) => {
    const named = getNamedType(of);
    const given = args.length > 0 ? '(id: "1", name: "x")' : '';
    return name + given + (isCompositeType(named) ? selectionOn(named, draw, depth - 1) : '');
  });
  const conditions = isAbstractType(type) ? [...schema.getPossibleTypes(type), type] : [type];
  const fragments =
    depth > 0
      ? draw(fc.subarray(conditions)).map(
          (each) => `... on ${each.name} ${selectionOn(each, draw, depth - 1)}`,
        )
      : [];
  return `{ ${['__typename', ...parts, ...fragments].join(' ')} }`;
}

const CALLER = fc.option(
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

test('for random operations and callers, exactly what the rules deny is denied', () => {
  fc.assert(
    fc.property(CALLER, fc.constantFrom('query', 'mutation'), fc.gen(), (claims, kind, gen) => {
      const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
      if (!isObjectType(root)) throw new Error(`The graph has no ${kind}.`);
      const draw: Draw = (arbitrary) => gen(() => arbitrary);
      const asked = operation(`${kind} ${selectionOn(root, draw, 3)}`);
      const caller = claims ? callerWith({ ...claims }) : ANONYMOUS;
      const signal = new AbortController().signal;
      const isGranted = grants(requirementsOf(asked, rules), caller, {
        decide: decideByToken,
        timeLimitMs: 1_000,
        signal,
        onFailure: () => {},
      });
      if (isGranted instanceof Promise) throw new Error('The token decides at once.');

      const { operation: shown, denials } = filtered(asked, rules, isGranted);

      expect(found(shown.selection)).toEqual(expected(asked.selection, caller));
      expect(denials.length > 0).toBe(found(shown.selection).includes(false));
    }),
    { numRuns: 300 },
  );
});
