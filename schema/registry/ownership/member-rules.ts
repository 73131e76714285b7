import { changingUses, isMemberAlike, kindOf } from './alike.js';
import { textIn, type Meaning } from '../reading/directives.js';
import { coordinatesIn, namedIn, normalised } from '../reading/field-set.js';
import { isExternal, isFirstReference, keyFieldsOf, keysOf } from './keys.js';
import type { MemberCase, Need } from './needs.js';
import { Kind } from 'graphql';

/** What a field or a value of an SDL needs of other agencies. */
export function memberNeeds(member: MemberCase): readonly Need[] {
  return [...definitionNeeds(member), ...usesNeeds(member), ...fieldSetNeeds(member)];
}

/** Kinds that are judged as a whole, not value by value. */
const WHOLE_KINDS: ReadonlySet<string> = new Set(['Enum', 'InputObject', 'Scalar', 'Union']);

function definitionNeeds(given: MemberCase): readonly Need[] {
  const { type, member, ownerOf, reading, coordinate, host, world } = given;
  if (isExternal(member) || WHOLE_KINDS.has(kindOf(type))) return [];
  if (world.law.shared.has(type.name) || isKeyOfOwner(given) || isRepeated(given)) return [];
  const owner = ownerOf(coordinate);
  const at = { coordinate, line: member.line };
  if (owner !== undefined && owner !== reading.agency) return [{ ...at, owner, ...takingOf(given) }];
  return host === undefined ? [] : [{ ...at, owner: host, rule: 'OWNER_EXTENDED', right: 'EXTEND' }];
}

function takingOf({ member }: MemberCase): Pick<Need, 'rule' | 'right'> {
  const isOverride = member.uses.some(({ meaning }) => meaning === 'override');
  return isOverride
    ? { rule: 'OWNER_OVERRIDDEN', right: 'OVERRIDE' }
    : { rule: 'OWNER_DEFINED', right: 'DEFINE' };
}

/** A field of a key that the owner's type has: repeated by all that refer to it. */
function isKeyOfOwner({ type, member, elsewhere }: MemberCase): boolean {
  if (!keyFieldsOf(type).has(member.name) || member.uses.some(({ meaning }) => meaning === 'override'))
    return false;
  if (isFirstReference(type, elsewhere)) return true;
  const keys = new Set(elsewhere.flatMap(keysOf));
  const areTheirs = keysOf(type).some((key) => keys.has(key) && hasField(key, member.name));
  return areTheirs && elsewhere.some(({ members }) => isMemberAlike(bare(member), bareOf(members, member)));
}

function hasField(key: string, field: string): boolean {
  return (normalised(key) ?? '').split(/[^\w]+/).includes(field);
}

/** Without its directives, since those are judged by themselves. */
function bare<Member extends MemberCase['member']>(member: Member): Member {
  return { ...member, uses: [] };
}

function bareOf(members: MemberCase['type']['members'], { name }: MemberCase['member']) {
  const found = members.get(name);
  return found && bare(found);
}

/** What may be said again as it is: a field that all share, and a field of an interface. */
function isRepeated({ type, member, elsewhere, coordinate, host, world }: MemberCase): boolean {
  const isShared = world.law.shared.has(coordinate);
  if (!isShared && (host === undefined || !isInterface(type))) return false;
  const alike = elsewhere.filter(
    (other) => kindOf(other) === kindOf(type) && isMemberAlike(bare(member), bareOf(other.members, member)),
  );
  const isFirst = isShared && elsewhere.every(({ members }) => !members.has(member.name));
  return isFirst || alike.length > 0;
}

/** A real one: the fields of an interface object are answered by the subgraph that has it. */
function isInterface({ nodes }: MemberCase['type']): boolean {
  return nodes.every(({ kind }) => INTERFACES.has(kind));
}

const INTERFACES: ReadonlySet<string> = new Set([
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_EXTENSION,
]);

/** Directives on another's field, be it repeated as `@external` or as a key, that would change it for clients. */
function usesNeeds(given: MemberCase): readonly Need[] {
  const { member, coordinate, ownerOf, reading, elsewhere, world } = given;
  const owner = ownerOf(coordinate);
  if (owner === undefined || owner === reading.agency) return [];
  const theirs = elsewhere.flatMap(({ members }) => members.get(member.name) ?? []);
  if (theirs.length === 0 && world.law.shared.has(coordinate)) return [];
  const known = new Set(theirs.flatMap(({ uses }) => changingUses(uses)));
  if (changingUses(member.uses).every((use) => known.has(use))) return [];
  return [{ rule: 'OWNER_ALTERED', owner, right: 'DEFINE', coordinate, line: member.line }];
}

type FieldSet = Pick<Need, 'rule' | 'right'> & {
  /** The types on which the fields of the set are read. */
  readonly on: (given: MemberCase) => readonly string[];
};

const FIELD_SETS: Readonly<Partial<Record<Meaning, FieldSet>>> = {
  requires: { rule: 'OWNER_REQUIRED', right: 'REQUIRE', on: ({ type }) => [type.name] },
  provides: { rule: 'OWNER_PROVIDED', right: 'DEFINE', on: valuesOf },
};

function fieldSetNeeds(given: MemberCase): readonly Need[] {
  const ofField = given.member.uses.flatMap((use) => {
    const rule = FIELD_SETS[use.meaning];
    const fields = textIn(use, 'fields');
    return rule && fields !== undefined ? needsOfSet({ ...rule, fields }, rule.on(given), given) : [];
  });
  return [...ofField, ...contextNeeds(given)];
}

function valuesOf({ member: { node } }: MemberCase): readonly string[] {
  return 'type' in node ? [namedIn(node.type)] : [];
}

function needsOfSet(
  { rule, right, fields }: Pick<Need, 'rule' | 'right'> & { readonly fields: string },
  types: readonly string[],
  given: MemberCase,
): readonly Need[] {
  const { reading, ownerOf, member } = given;
  const coordinates = types.flatMap((type) => coordinatesIn(fields, type, reading));
  return [...new Set(coordinates)].flatMap((coordinate) => {
    const owner = ownerOf(coordinate) ?? ownerOf(coordinate.split('.')[0] ?? '');
    const isFree = owner === undefined || owner === reading.agency || isFreeToNeed(coordinate, given);
    return isFree ? [] : [{ rule, right, owner, coordinate, line: member.line }];
  });
}

/** What all share, and the fields of keys: who refers to a type has them anyway. */
function isFreeToNeed(coordinate: string, { world, reading }: MemberCase): boolean {
  const [name = '', field = ''] = coordinate.split('.');
  if (world.law.shared.has(name)) return true;
  const type = reading.types.get(name);
  return type !== undefined && keyFieldsOf(type).has(field);
}

/** Source: federation, where `$context { field }` is read on the types that set the context. */
function contextNeeds(given: MemberCase): readonly Need[] {
  const { node } = given.member;
  if (!('arguments' in node)) return [];
  const { meaningOf, types } = given.reading;
  const fields = (node.arguments ?? []).flatMap((argument) =>
    (argument.directives ?? [])
      .filter(({ name }) => meaningOf(name.value) === 'fromContext')
      .flatMap((each) => textIn({ meaning: 'fromContext', node: each }, 'field') ?? []),
  );
  return fields.flatMap((field) => {
    const [, context = '', selection = ''] = /^\s*\$(\w+)\s*([\s\S]*)$/.exec(field) ?? [];
    const setting = [...types.values()].filter(({ uses }) =>
      uses.some((use) => use.meaning === 'context' && textIn(use, 'name') === context),
    );
    const needed = { rule: 'OWNER_REQUIRED', right: 'REQUIRE', fields: selection } as const;
    return needsOfSet(
      needed,
      setting.map(({ name }) => name),
      given,
    );
  });
}
