import { buildSubgraphSchema } from '@apollo/subgraph';
import { Kind, parse, type GraphQLFieldResolver, type GraphQLSchema, type SelectionSetNode } from 'graphql';
import type { LocalSubgraph } from '../../../../schema/contract/subgraph.js';
import { answerWith } from './answering.js';
import type { FieldFacts, SubgraphFacts, TypeFacts } from './facts.js';
import type { Model } from './model.js';
import { toldJson, type Reader } from './reader.js';
import { rootThing, type Thing } from './thing.js';

/** The world that subgraphs answer from at present. */
export interface Stage {
  reader: Reader | null;
}

/** What a subgraph is made of. */
export interface SubgraphParts {
  readonly name: string;
  readonly sdl: string;
  readonly model: Model;
  readonly stage: Stage;
}

interface Context {
  readonly reader: Reader;
}

/** A subgraph that answers what its SDL allows, from the world on stage, and fails where it is asked anything else. */
export function subgraphOver({ name, sdl, model, stage }: SubgraphParts): LocalSubgraph {
  const facts = model.subgraphs.find((each) => each.name === name);
  if (!facts) throw new Error(`The model has no subgraph ${name}.`);
  const schema = schemaOf(sdl, facts);
  answerWith(schema, resolving(facts, model));
  return {
    name,
    sdl,
    schema,
    contextFor: (origin) => ({ ...origin, reader: stage.reader }),
    isReady: async () => true,
    close: async () => undefined,
  };
}

function schemaOf(sdl: string, { types }: SubgraphFacts): GraphQLSchema {
  const keyed = [...types.values()].filter(({ keys }) => keys.length > 0);
  const references = keyed.map((type) => [
    type.name,
    { __resolveReference: (given: object, { reader }: Context) => referred(given, type, reader) },
  ]);
  return buildSubgraphSchema([
    { typeDefs: parse(sdl), resolvers: Object.fromEntries(references) as Record<string, object> },
  ] as Parameters<typeof buildSubgraphSchema>[0]);
}

/** The entity that a representation stands for; `null` where there is none. */
function referred(representation: object, { name, keys, ...type }: TypeFacts, reader: Reader): Thing | null {
  const { world } = reader;
  const key = keys.find((each) => each.isResolvable && toldJson(representation, each.selection) !== null);
  if (!key) throw new Error(`${name} is entered by no key of this subgraph.`);
  const told = toldJson(representation, key.selection);
  const members = world.model.membersOf(world.model.spaceOf(name) ?? name);
  const isShared = type.isInterface || type.isInterfaceObject;
  const [found, ...others] = (isShared ? members : [name])
    .flatMap((each) => world.entities(each))
    .filter((thing) => reader.selectedJson(thing, key.selection) === told);
  if (others.length > 0) throw new Error(`Several ${name} have the key ${told}.`);
  if (!found) return null;
  return {
    ...found,
    ...(type.isInterfaceObject && { __typename: name }),
    representation: { ...representation },
  };
}

function resolving(subgraph: SubgraphFacts, model: Model): GraphQLFieldResolver<Thing | undefined, Context> {
  return (source, args, { reader }, { parentType, fieldName: field }) => {
    const thing = source ?? rootThing(parentType.name);
    const type = parentType.name;
    const facts = subgraph.types.get(type)?.fields.get(field);
    if (!facts) throw new Error(`${type}.${field} is not of this subgraph.`);
    assertOwn({ subgraph, model, thing, type, field, facts });
    const required = facts.requires && !thing.isGhost ? requiredOf(thing, facts.requires) : undefined;
    const value = reader.world.value({ thing, type, field, args, required });
    return handedOut(value, [facts.provides, below(thing.provided, field)]);
  };
}

interface OwnParts {
  readonly subgraph: SubgraphFacts;
  readonly model: Model;
  readonly thing: Thing;
  readonly type: string;
  readonly field: string;
  readonly facts: FieldFacts;
}

function assertOwn({ subgraph, model, thing, type, field, facts }: OwnParts): void {
  if (model.isOverridden(subgraph.name, type, field))
    throw new Error(`${type}.${field} is another's by now.`);
  if (!facts.isExternal || model.field(type, field).keyCode || namesIn(thing.provided).has(field)) return;
  throw new Error(`${type}.${field} is another's.`);
}

function requiredOf({ type, representation }: Thing, requires: SelectionSetNode): string {
  const told = representation && toldJson(representation, requires);
  if (told === undefined || told === null) throw new Error(`A field of ${type} lacks what it requires.`);
  return told;
}

/** The things of a value, with what this subgraph said it would answer of them. */
function handedOut(value: unknown, provided: readonly (SelectionSetNode | undefined)[]): unknown {
  const selections = provided.flatMap((each) => each?.selections ?? []);
  if (selections.length === 0) return value;
  if (Array.isArray(value)) return value.map((each) => handedOut(each, provided));
  const isThing = typeof value === 'object' && value !== null && !(value instanceof Error);
  return isThing ? { ...value, provided: { kind: Kind.SELECTION_SET, selections } } : value;
}

function fieldsIn(selection: SelectionSetNode | undefined): readonly Extract<Node, { kind: Kind.FIELD }>[] {
  return (selection?.selections ?? []).flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    return node.kind === Kind.INLINE_FRAGMENT ? fieldsIn(node.selectionSet) : [];
  });
}

type Node = SelectionSetNode['selections'][number];

function namesIn(selection: SelectionSetNode | undefined): ReadonlySet<string> {
  return new Set(fieldsIn(selection).map(({ name }) => name.value));
}

function below(selection: SelectionSetNode | undefined, field: string): SelectionSetNode | undefined {
  return fieldsIn(selection).find(({ name }) => name.value === field)?.selectionSet;
}
