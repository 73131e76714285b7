import { fieldsOf, outputTypesIn, type TypeNode } from './applied.js';
import { requirementJoin, type Join, type Requirement } from './requirement.js';
import { meaningsIn } from './rights.js';
import { statedBy } from './stated.js';
import { Kind, type ConstDirectiveNode, type DocumentNode, type TypeNode as Reference } from 'graphql';

/** Who may see what of a supergraph. */
export interface AccessRules {
  /** Whether everybody may see everything. */
  readonly isEmpty: boolean;
  /** What a type itself demands; nothing for an open one. */
  ofType(type: string): Requirement | undefined;
  /**
   * All that must hold to see a field that is selected on a type: what the field, the type and the type of its values
   * demand, and for an interface what every type that implements it demands for the field, since the value may come
   * from any of them.
   */
  ofField(type: string, field: string): Requirement | undefined;
}

/** What a supergraph demands as plain data: its types with their rules; empty where everybody may see everything. */
export type StatedRules = readonly (readonly [type: string, rules: TypeRules])[];

/**
 * Reads what a supergraph demands of those who ask.
 *
 * @throws HubError INVALID_SETTING when a rule's arguments are not what the rule asks for.
 */
export function statedRules(document: DocumentNode): StatedRules {
  const stated = typesIn(document, requirementJoin());
  const isOpen = stated.every(([, { own, fields }]) => !own && fields.every(([, field]) => !field.own));
  return isOpen ? [] : stated;
}

/**
 * The rules that were read from a supergraph.
 *
 * Composition puts what implementing types demand onto their interfaces, and what `@interfaceObject` demands onto the
 * implementing types. A supergraph that was composed without that is enforced as if it had been.
 */
export function accessRules(stated: StatedRules): AccessRules {
  const join = requirementJoin();
  const types: Types = new Map(
    stated.map(([name, { own, fields, ...rules }]) => [
      name,
      { ...rules, own: join([own]), fields: new Map(fields) },
    ]),
  );
  const known = new Map<string, Map<string, Requirement | undefined>>();
  return {
    isEmpty: stated.length === 0,
    ofType: (type) => types.get(type)?.own,
    ofField: (type, field) => {
      const fields = known.get(type) ?? new Map<string, Requirement | undefined>();
      known.set(type, fields);
      if (!fields.has(field)) fields.set(field, join(demandsOf(type, field, types)));
      return fields.get(field);
    },
  };
}

interface TypeRules {
  readonly own?: Requirement;
  readonly fields: readonly (readonly [field: string, rules: FieldRules])[];
  readonly interfaces: readonly string[];
  /** The types that implement it. */
  readonly implementers: readonly string[];
}

interface FieldRules {
  readonly own?: Requirement;
  /** The type of its values. */
  readonly values: string;
  /** Whether agencies that know only the interface answer it. */
  readonly isInterfaceObjects: boolean;
}

type Types = ReadonlyMap<
  string,
  Omit<TypeRules, 'fields'> & { readonly fields: ReadonlyMap<string, FieldRules> }
>;

function demandsOf(type: string, field: string, types: Types): readonly (Requirement | undefined)[] {
  const rules = types.get(type);
  const found = rules?.fields.get(field);
  if (!rules || !found) return [];
  const implementers = rules.implementers.map((name) => types.get(name));
  const interfaces = found.isInterfaceObjects ? rules.interfaces.map((name) => types.get(name)) : [];
  return [
    rules.own,
    found.own,
    types.get(found.values)?.own,
    ...implementers.flatMap((each) => [each?.own, each?.fields.get(field)?.own]),
    ...interfaces.map((each) => each?.fields.get(field)?.own),
  ];
}

/** Reads what the directives at one place demand. */
type Reader = (node: Directed, place: string) => Requirement | undefined;

interface Directed {
  readonly directives?: readonly ConstDirectiveNode[];
}

function typesIn(document: DocumentNode, join: Join): StatedRules {
  const read = readerOf(document, join);
  const parts = Map.groupBy(outputTypesIn(document), ({ name }) => name.value);
  const implementers = implementersIn(parts);
  return [...parts].map(([name, nodes]) => [
    name,
    {
      own: join(nodes.map((node) => read(node, name))),
      fields: fieldRulesIn(nodes, read),
      interfaces: nodes.flatMap(interfacesOf),
      implementers: implementers.get(name) ?? [],
    },
  ]);
}

function readerOf(document: DocumentNode, join: Join): Reader {
  const meaningOf = meaningsIn(document);
  return ({ directives = [] }, place) =>
    join(
      directives.map((directive) => {
        const meaning = meaningOf(directive.name.value);
        return meaning && meaning !== 'UNCLEAR' ? statedBy({ directive, place }, meaning) : undefined;
      }),
    );
}

function fieldRulesIn(nodes: readonly TypeNode[], read: Reader): TypeRules['fields'] {
  return nodes.flatMap((node) =>
    fieldsOf(node).map((field) => [
      field.name.value,
      {
        own: read(field, `${node.name.value}.${field.name.value}`),
        values: namedIn(field.type),
        isInterfaceObjects: isInterfaceObjects(field),
      },
    ]),
  );
}

function namedIn(type: Reference): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedIn(type.type);
}

/** Source: the join specification, where a field of an object that no graph is named for comes from an interface object. */
function isInterfaceObjects({ directives = [] }: Directed): boolean {
  return directives.some(
    ({ name, arguments: given = [] }) =>
      name.value === 'join__field' && given.every((argument) => argument.name.value !== 'graph'),
  );
}

function implementersIn(types: ReadonlyMap<string, readonly TypeNode[]>): ReadonlyMap<string, string[]> {
  const implementers = new Map<string, string[]>();
  for (const [name, nodes] of types)
    for (const each of nodes.flatMap(interfacesOf))
      implementers
        .set(each, implementers.get(each) ?? [])
        .get(each)
        ?.push(name);
  return implementers;
}

function interfacesOf(type: TypeNode): readonly string[] {
  return 'interfaces' in type ? (type.interfaces ?? []).map(({ name }) => name.value) : [];
}
