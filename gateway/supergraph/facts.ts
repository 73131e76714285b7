import {
  Kind,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';

/** What a supergraph says about who owns what, by the names of subgraphs. */
export interface SupergraphFacts {
  /** The subgraphs that know whether a record of a type exists; empty for a type that `node` cannot find. */
  existenceOwners(type: string): readonly string[];
  /** The subgraphs that can answer a field. */
  fieldOwners(type: string, field: string): readonly string[];
  /** The tags of a field. */
  tagsOf(type: string, field: string): readonly string[];
}

/** The facts as plain data: types with what is known of them. */
export type StatedFacts = readonly (readonly [type: string, facts: TypeFacts])[];

/** Reads the facts that the gateway itself needs from a supergraph. */
export function statedFacts(document: DocumentNode): StatedFacts {
  const nameOf = graphNames(document);
  return document.definitions
    .filter(hasFields)
    .map((type) => [type.name.value, typeFacts(type, nameOf)] as const);
}

/** The facts that were read from a supergraph. */
export function supergraphFacts(stated: StatedFacts): SupergraphFacts {
  const types = new Map(stated);
  return {
    existenceOwners: (type) => types.get(type)?.existenceOwners ?? [],
    fieldOwners: (type, field) => namesIn(types.get(type)?.fieldOwners, field),
    tagsOf: (type, field) => namesIn(types.get(type)?.tags, field),
  };
}

function namesIn(names: NamesByField = {}, field: string): readonly string[] {
  return Object.hasOwn(names, field) ? (names[field] ?? []) : [];
}

type NamesByField = Readonly<Record<string, readonly string[]>>;

interface TypeFacts {
  readonly existenceOwners: readonly string[];
  readonly fieldOwners: NamesByField;
  /** Of the fields that have any. */
  readonly tags: NamesByField;
}

type WithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;
type NameOf = (graph: unknown) => string;
type Arguments = Readonly<Record<string, unknown>>;

function typeFacts(type: WithFields, nameOf: NameOf): TypeFacts {
  const joins = applied(type.directives, 'join__type');
  const homes = [...new Set(joins.map(({ graph }) => nameOf(graph)))];
  return {
    existenceOwners: existenceOwnersOf(type, joins).map(nameOf),
    fieldOwners: Object.fromEntries(
      (type.fields ?? []).map((field) => [field.name.value, fieldOwnersOf(field, nameOf) ?? homes]),
    ),
    tags: Object.fromEntries((type.fields ?? []).map(tagsOfField).filter(([, tags]) => tags.length > 0)),
  };
}

/**
 * A subgraph vouches for a record when it both finds the type by id and declares it a Node; one that only lends its
 * fields to another's type does not declare that.
 */
function existenceOwnersOf(type: WithFields, joins: readonly Arguments[]): readonly unknown[] {
  const vouching = applied(type.directives, 'join__implements')
    .filter((each) => each['interface'] === 'Node')
    .map(({ graph }) => graph);
  return joins
    .filter(({ key, resolvable, graph }) => key === 'id' && resolvable !== false && vouching.includes(graph))
    .map(({ graph }) => graph);
}

function fieldOwnersOf({ directives }: FieldDefinitionNode, nameOf: NameOf): readonly string[] | null {
  const joins = applied(directives, 'join__field').filter(({ graph }) => graph !== undefined);
  if (joins.length === 0) return null;
  return joins.filter((join) => join['external'] !== true).map(({ graph }) => nameOf(graph));
}

/** Tells the name of a subgraph by its member of the supergraph's enum of graphs. */
export function graphNames({ definitions }: DocumentNode): NameOf {
  const graphs = definitions.find(
    (each) => each.kind === Kind.ENUM_TYPE_DEFINITION && each.name.value === 'join__Graph',
  );
  const members = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  const names = new Map(
    members.map(({ name, directives }) => [name.value, applied(directives, 'join__graph')[0]?.['name']]),
  );
  return (graph) => String(names.get(String(graph)) ?? graph);
}

function tagsOfField({ name, directives }: FieldDefinitionNode): readonly [string, readonly string[]] {
  return [name.value, applied(directives, 'tag').map((tag) => String(tag['name']))];
}

function applied(directives: readonly ConstDirectiveNode[] = [], name: string): readonly Arguments[] {
  return directives
    .filter((directive) => directive.name.value === name)
    .map((directive) =>
      Object.fromEntries(
        (directive.arguments ?? []).map((argument) => [
          argument.name.value,
          valueFromASTUntyped(argument.value),
        ]),
      ),
    );
}

function hasFields(definition: DefinitionNode): definition is WithFields {
  return (
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION
  );
}
