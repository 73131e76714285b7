import { HubError } from '../contract/errors.js';
import { text } from '../contract/text.js';
import type { EnumMember, HubParts } from './hub-sdl.js';
import { assertSamePageInfo } from './page-info.js';
import {
  isEnumType,
  isInterfaceType,
  type ObjectType,
  type Subgraph,
  type Subgraphs,
} from '@apollo/federation-internals';

/**
 * What the hub's own fields can be made of, or `null` when no agency has a type that `node` could find.
 *
 * @throws HubError INVALID_INPUT when an agency can be searched but does not say in which kinds and grades, or when its
 * `PageInfo` is not the hub's.
 */
export function hubPartsOf(subgraphs: Subgraphs): HubParts | null {
  const all = subgraphs.values();
  const nodeTypes = [...new Set(all.flatMap(nodeTypesOf))].toSorted();
  if (nodeTypes.length === 0) return null;
  const search = searchOf(all.filter(isSearchable));
  if (search) all.forEach(assertSamePageInfo);
  return { nodeTypes, search };
}

function nodeTypesOf(subgraph: Subgraph): readonly string[] {
  if (!isInterface(subgraph, 'Node')) return [];
  return subgraph.schema
    .objectTypes()
    .filter((type) => type.implementsInterface('Node') && hasIdKey(subgraph, type))
    .map(({ name }) => name);
}

function isInterface({ schema }: Subgraph, name: string): boolean {
  const type = schema.type(name);
  return type !== undefined && isInterfaceType(type);
}

function hasIdKey(subgraph: Subgraph, type: ObjectType): boolean {
  return type
    .appliedDirectivesOf(subgraph.metadata().keyDirective())
    .map((key) => key.arguments())
    .some(({ fields, resolvable }) => String(fields).trim() === 'id' && resolvable !== false);
}

function isSearchable({ schema }: Subgraph): boolean {
  return schema.schemaDefinition.rootType('query')?.field('searchHits') !== undefined;
}

function searchOf(searchable: readonly Subgraph[]): HubParts['search'] {
  if (searchable.length === 0) return undefined;
  return { kinds: membersOf(searchable, 'SearchKind'), grades: membersOf(searchable, 'MatchGrade') };
}

function membersOf(searchable: readonly Subgraph[], name: string): readonly EnumMember[] {
  const members = searchable.flatMap((subgraph) => enumOf(subgraph, name));
  return [...new Map(members.map((member) => [member.name, member])).values()];
}

function enumOf({ name: agency, schema }: Subgraph, name: string): readonly EnumMember[] {
  const type = schema.type(name);
  if (type && isEnumType(type)) return type.values;
  throw new HubError(
    'INVALID_INPUT',
    text(
      `Phân hệ ${agency} có Query.searchHits nhưng thiếu enum ${name}.`,
      `Subgraph ${agency} has Query.searchHits but no enum ${name}.`,
    ),
    { agency },
  );
}
