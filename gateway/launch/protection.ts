import type { Choice, Requirement } from '../../schema/contract/access/requirement.js';
import type { AccessRules } from '../../schema/contract/access/rules.js';
import type { Pace } from '../supergraph/pace.js';
import { isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/** A schema with who may see what of it. */
export interface Guarded {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly rules: AccessRules;
}

/** Work between two breaks. Unit: types. */
const PIECE = 50;

/**
 * The coordinates that everybody could not see, and some now can who could not before. What is gone is not listed, nor
 * what is new.
 *
 * @param pace the breaks that are made for requests meanwhile
 */
export async function strippedOf(former: Guarded, next: Guarded, pace: Pace): Promise<readonly string[]> {
  if (former.rules.isEmpty) return [];
  const stripped: string[] = [];
  let looked = 0;
  for (const name of Object.keys(former.schema.getTypeMap())) {
    stripped.push(...strippedIn(name, former, next));
    looked += 1;
    if (looked % PIECE === 0) await pace.rest();
  }
  return stripped;
}

function strippedIn(name: string, former: Guarded, next: Guarded): readonly string[] {
  if (!next.schema.getType(name)) return [];
  const isOwn = implies(next.rules.ofType(name), former.rules.ofType(name));
  const kept = fieldsOf(name, next.schema);
  const fields = [...fieldsOf(name, former.schema)].filter(
    (field) =>
      kept.has(field) && !implies(next.rules.ofField(name, field), former.rules.ofField(name, field)),
  );
  return [...(isOwn ? [] : [name]), ...fields.map((field) => `${name}.${field}`)];
}

function fieldsOf(name: string, schema: GraphQLSchema): ReadonlySet<string> {
  const type = schema.getType(name);
  return new Set(isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : []);
}

/**
 * What of it nobody named as opened. A coordinate counts as opened with its type, with the type of its values, and with a
 * field of another type through which it demanded what it demanded.
 */
export function unnamedOf(
  stripped: readonly string[],
  opened: readonly string[],
  { schema }: Pick<Guarded, 'schema'>,
): readonly string[] {
  const named = new Set(opened);
  return stripped.filter((coordinate) => {
    const [type = '', field = ''] = coordinate.split('.');
    const around = [coordinate, type, ...valuesOf(type, field, schema), ...relativesOf(type, field, schema)];
    return !around.some((each) => named.has(each));
  });
}

function valuesOf(name: string, field: string, schema: GraphQLSchema): readonly string[] {
  const type = schema.getType(name);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const values = type.getFields()[field]?.type;
  return values ? [String(values).replaceAll(/[[\]!]/g, '')] : [];
}

/** An interface demands what each type demands that implements it, and the other way round where one object stands for all. */
function relativesOf(name: string, field: string, schema: GraphQLSchema): readonly string[] {
  const type = schema.getType(name);
  const relatives = [
    ...(isInterfaceType(type) ? schema.getPossibleTypes(type) : []),
    ...(isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : []),
  ];
  return relatives.flatMap((each) => [each.name, `${each.name}.${field}`]);
}

/** Ways to meet a requirement that are looked at; one with more counts as lower, since nobody can tell. Unit: ways. */
const MAX_WAYS = 4_096;

/** A way to meet a requirement: all of these are needed. */
type Way = ReadonlySet<string>;

/** Whether everybody who meets the one meets the other too. */
export function implies(one: Requirement | undefined, other: Requirement | undefined): boolean {
  if (!other || one === other) return true;
  if (!one) return false;
  const ways = waysOf(one);
  return ways !== null && ways.every((way) => meets(way, other));
}

function meets(way: Way, { isAuthenticated, scopes, policies }: Requirement): boolean {
  if (isAuthenticated && !way.has(TOKEN)) return false;
  const holds = (kind: string) => (choice: Choice) =>
    choice.some((group) => group.every((name) => way.has(`${kind}${name}`)));
  return scopes.every(holds(SCOPE)) && policies.every(holds(POLICY));
}

const TOKEN = 'token';
const SCOPE = 'scope ';
const POLICY = 'policy ';

/** The smallest ways to meet a requirement; `null` when there are too many. Scopes come only with a token. */
function waysOf({ isAuthenticated, scopes, policies }: Requirement): readonly Way[] | null {
  const choices = [
    ...scopes.map((choice) => choice.map((group) => [TOKEN, ...group.map((name) => SCOPE + name)])),
    ...policies.map((choice) => choice.map((group) => group.map((name) => POLICY + name))),
  ];
  let ways: readonly (readonly string[])[] = [isAuthenticated ? [TOKEN] : []];
  for (const choice of choices) {
    ways = ways.flatMap((way) => choice.map((group) => [...way, ...group]));
    if (ways.length > MAX_WAYS) return null;
  }
  return ways.map((way) => new Set(way));
}
