import type { Caller } from '../../../../schema/contract/caller.js';
import { GRAPH } from './a-graph.js';
import { getNamedType, isAbstractType, isUnionType, type GraphQLField, type GraphQLNamedType } from 'graphql';

const { schema } = GRAPH;

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

/** Whether a type is open as a whole to a caller; a union is, since its members are told apart. */
export function isOpen(type: GraphQLNamedType, caller: Caller): boolean {
  return isUnionType(type) || holds(concrete(type), caller);
}

/** Whether a field that is asked for on a type is open to a caller. */
export function isFieldOpen(
  parent: GraphQLNamedType,
  { name, type }: GraphQLField<unknown, unknown>,
  caller: Caller,
): boolean {
  const places = concrete(parent).map((each) => `${each}.${name}`);
  return isOpen(parent, caller) && holds(places, caller) && isOpen(getNamedType(type), caller);
}
