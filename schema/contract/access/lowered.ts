import { fieldsOf, outputTypesIn } from './applied.js';
import type { Choice, Requirement } from './requirement.js';
import { accessRules, statedRules, type AccessRules, type StatedRules } from './rules.js';
import type { DocumentNode } from 'graphql';

/** What a supergraph demands, as it is stated and as it is enforced. */
export interface Protection {
  readonly stated: StatedRules;
  readonly rules: AccessRules;
  /** Its types and fields. */
  readonly coordinates: ReadonlySet<string>;
}

/**
 * Reads what a supergraph demands.
 *
 * @throws HubError INVALID_SETTING when a rule's arguments are not what the rule asks for.
 */
export function protectionOf(document: DocumentNode): Protection {
  const stated = statedRules(document);
  const coordinates = outputTypesIn(document).flatMap((type) => [
    type.name.value,
    ...fieldsOf(type).map((field) => `${type.name.value}.${field.name.value}`),
  ]);
  return { stated, rules: accessRules(stated), coordinates: new Set(coordinates) };
}

/** A part of the graph that demands less than before. */
export interface Lowered {
  /** Such as `LabourDisputeCase` or `LabourDisputeCase.claims`. */
  readonly coordinate: string;
  /** What was demanded, as directives. */
  readonly before: string;
  /** What is demanded now, as directives; nothing where everybody may see it. */
  readonly after: string;
}

/**
 * The types and fields that are in both graphs and demand less than they did, whatever the reason: an altered directive,
 * an interface, a type of values. New types count where all implementers of an interface were protected.
 */
export function lowered(former: Protection, next: Protection): readonly Lowered[] {
  return [
    ...former.stated.flatMap(([type, { fields }]) => [
      ...compared(type, former.rules.ofType(type), next.rules.ofType(type)),
      ...fields.flatMap(([field]) =>
        compared(`${type}.${field}`, former.rules.ofField(type, field), next.rules.ofField(type, field)),
      ),
    ]),
    ...newImplementers(former, next),
  ].filter(({ coordinate }) => next.coordinates.has(coordinate));
}

type Stated = ReadonlyMap<string, StatedRules[number][1]>;

function compared(
  coordinate: string,
  before: Requirement | undefined,
  after: Requirement | undefined,
): readonly Lowered[] {
  if (!before || (after && implies(after, before))) return [];
  return [{ coordinate, before: spelled(before), after: after ? spelled(after) : '' }];
}

/** Types that are new behind an interface whose every implementer was protected. */
function newImplementers(former: Protection, next: Protection): readonly Lowered[] {
  const known = new Map(former.stated);
  return next.stated.flatMap(([name, { interfaces, fields }]) => {
    if (known.has(name)) return [];
    return interfaces.flatMap((each) =>
      fields.flatMap(([field]) => {
        const before = demandedByAll(each, field, { known, rules: former.rules });
        return before ? compared(`${name}.${field}`, before, next.rules.ofField(name, field)) : [];
      }),
    );
  });
}

function demandedByAll(
  type: string,
  field: string,
  { known, rules }: { readonly known: Stated; readonly rules: AccessRules },
): Requirement | undefined {
  const { implementers = [], fields = [] } = known.get(type) ?? {};
  if (implementers.length === 0 || !fields.some(([name]) => name === field)) return undefined;
  const demanded = implementers.map((each) => rules.ofField(each, field));
  return demanded.find((one) => one && demanded.every((other) => other && implies(other, one)));
}

/** Whether whoever meets the one requirement meets the other as well. */
export function implies(one: Requirement, other: Requirement): boolean {
  const isKnown = one.isAuthenticated || one.scopes.length > 0;
  return (
    (isKnown || !other.isAuthenticated) &&
    other.scopes.every((choice) => one.scopes.some((each) => isNarrower(each, choice))) &&
    other.policies.every((choice) => one.policies.some((each) => isNarrower(each, choice)))
  );
}

/** Whether each way to meet the one choice meets the other. */
function isNarrower(one: Choice, other: Choice): boolean {
  return one.every((group) => other.some((wanted) => wanted.every((name) => group.includes(name))));
}

function spelled({ isAuthenticated, scopes, policies }: Requirement): string {
  return [
    ...(isAuthenticated ? ['@authenticated'] : []),
    ...scopes.map((choice) => `@requiresScopes(scopes: ${JSON.stringify(choice)})`),
    ...policies.map((choice) => `@policy(policies: ${JSON.stringify(choice)})`),
  ].join(' ');
}
