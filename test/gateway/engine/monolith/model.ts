import { calmPlaces, type Calm } from './calm.js';
import type { FieldFacts, SubgraphFacts, TypeFacts } from './facts.js';
import { namedType, strictest } from './type-nodes.js';
import { Kind, type SelectionSetNode, type TypeNode } from 'graphql';

/** How a field of a key follows from the number of its entity. */
export type KeyCode = 'whole' | 'half' | 'odd';

/** What all values of one field have in common, whichever subgraph answers it. */
export interface FieldModel {
  /** The type that the field belongs to: the object type, or an interface that a subgraph takes for an object. */
  readonly owner: string;
  /** The strictest type that any subgraph states. */
  readonly type: TypeNode;
  /** Object types that every subgraph which answers the field knows at its place; none for a leaf. */
  readonly candidates: readonly string[];
  readonly calm?: Calm;
  readonly keyCode?: KeyCode;
  readonly requires?: SelectionSetNode;
}

/** All subgraphs of a graph, seen as one. */
export class Model {
  private readonly fields = new Map<string, FieldModel>();
  private readonly spaces = new Map<string, string | null>();
  private readonly calm: ReadonlyMap<string, Calm>;

  constructor(readonly subgraphs: readonly SubgraphFacts[]) {
    this.calm = calmPlaces(this);
  }

  /** What is to know of a field; `type` is an object type, or an interface taken for one. */
  field(type: string, name: string): FieldModel {
    const key = `${type}.${name}`;
    const known = this.fields.get(key) ?? this.fieldModel(type, name);
    this.fields.set(key, known);
    return known;
  }

  /** The entities that share one numbering: those of an interface with a key, or of one type; `null` for no entity. */
  spaceOf(type: string): string | null {
    const known = this.spaces.get(type);
    if (known !== undefined) return known;
    const declared = this.typesNamed(type);
    const shared = declared.flatMap(({ interfaces }) => interfaces).find((each) => this.keysOf(each).length);
    const space = shared ?? (this.keysOf(type).length > 0 ? type : null);
    this.spaces.set(type, space);
    return space;
  }

  /** The object types of a numbering. */
  membersOf(space: string): readonly string[] {
    const isInterface = this.typesNamed(space).some((type) => type.isInterface);
    return isInterface ? this.implementations(space) : [space];
  }

  /** Object types that a type may stand for in one subgraph. */
  possible(type: string, { types, unions }: SubgraphFacts): readonly string[] {
    const facts = types.get(type);
    if (facts?.isInterfaceObject) return this.implementations(type);
    if (facts?.isInterface) return implementing(type, [...types.values()]);
    return facts ? [type] : (unions.get(type) ?? []);
  }

  /** Values of an enum that every subgraph knows. */
  enumValues(name: string): readonly string[] | null {
    const declared = this.subgraphs.flatMap(({ enums }) => enums.get(name) ?? []);
    const times = this.subgraphs.filter(({ enums }) => enums.has(name)).length;
    const shared = [...new Set(declared)].filter(
      (value) => declared.filter((each) => each === value).length === times,
    );
    return times > 0 ? shared : null;
  }

  /**
   * Whether a reference to an entity that does not exist means the same to everyone: all subgraphs know the type by the
   * same single field, so that this field alone has a value, and nothing that must be there is required of it.
   */
  isGhostable(type: string): boolean {
    const declared = this.typesNamed(type);
    const keys = declared.flatMap(({ keys }) => keys);
    const isOneKey = new Set(keys.map(({ text }) => text)).size === 1 && isSingle(keys[0]?.selection);
    return isOneKey && this.spaceOf(type) === type && !declared.some(requiresWhatMustBe);
  }

  /** Whether another subgraph answers a field that this one still states. */
  isOverridden(subgraph: string, type: string, field: string): boolean {
    return this.subgraphs.some(({ types }) => types.get(type)?.fields.get(field)?.overrides === subgraph);
  }

  /** What the subgraphs say of a type, each for itself. */
  typesNamed(name: string): readonly TypeFacts[] {
    return this.subgraphs.flatMap(({ types }) => types.get(name) ?? []);
  }

  private fieldModel(type: string, name: string): FieldModel {
    const owner = this.ownerOf(type, name);
    const homes = this.homesOf(owner, name);
    const types = homes.map(({ facts }) => facts.type);
    const requires = homes.map(({ facts }) => facts.requires).find((each) => each !== undefined);
    return {
      owner,
      type: strictest(types),
      candidates: this.candidates(homes),
      ...this.calmness(type, name, types),
      keyCode: this.keyCode(type, name),
      requires,
    };
  }

  private calmness(type: string, name: string, types: readonly TypeNode[]): Pick<FieldModel, 'calm'> {
    const calm = this.calm.get(`${type}.${name}`);
    const isUneven = new Set(types.map((each) => JSON.stringify(each))).size > 1;
    return { calm: calm ?? (isUneven ? 'required' : undefined) };
  }

  private ownerOf(type: string, field: string): string {
    const declared = this.typesNamed(type);
    if (declared.some(({ fields }) => fields.has(field))) return type;
    const owner = declared
      .flatMap(({ interfaces }) => interfaces)
      .find((each) => this.typesNamed(each).some((t) => t.isInterfaceObject && t.fields.has(field)));
    if (owner === undefined) throw new Error(`No subgraph knows ${type}.${field}.`);
    return owner;
  }

  private homesOf(type: string, field: string): readonly Home[] {
    const all = this.subgraphs.flatMap((subgraph) => {
      const declared = subgraph.types.get(type);
      const facts = declared?.isInterface ? undefined : declared?.fields.get(field);
      return facts ? [{ subgraph, facts }] : [];
    });
    const answering = all.filter(
      ({ subgraph, facts }) => !facts.isExternal && !this.isOverridden(subgraph.name, type, field),
    );
    return answering.length > 0 ? answering : all;
  }

  private candidates(homes: readonly Home[]): readonly string[] {
    const [first = [], ...others] = homes.map(({ subgraph, facts }) =>
      this.possible(namedType(facts.type), subgraph),
    );
    return first.filter((type) => others.every((each) => each.includes(type))).toSorted();
  }

  private keyCode(type: string, field: string): KeyCode | undefined {
    const space = this.spaceOf(type);
    const keys = [...this.keysOf(type), ...(space === null ? [] : this.keysOf(space))];
    const found = keys.map(({ selection }) => fieldNames(selection)).filter((names) => names.includes(field));
    if (found.length === 0) return undefined;
    if (found.some((names) => names.length === 1)) return 'whole';
    return found.some((names) => names.toSorted()[0] === field) ? 'half' : 'odd';
  }

  private keysOf(type: string) {
    return this.typesNamed(type).flatMap(({ keys }) => keys);
  }

  private implementations(type: string): readonly string[] {
    return implementing(
      type,
      this.subgraphs.flatMap(({ types }) => [...types.values()]),
    );
  }
}

interface Home {
  readonly subgraph: SubgraphFacts;
  readonly facts: FieldFacts;
}

function implementing(type: string, among: readonly TypeFacts[]): readonly string[] {
  const found = among.filter(({ isInterface, interfaces }) => !isInterface && interfaces.includes(type));
  return [...new Set(found.map(({ name }) => name))].toSorted();
}

function isSingle(selection: SelectionSetNode | undefined): boolean {
  const [only, ...others] = selection?.selections ?? [];
  return others.length === 0 && only?.kind === Kind.FIELD && !only.selectionSet;
}

function requiresWhatMustBe({ fields }: TypeFacts): boolean {
  const names = [...fields.values()].flatMap(({ requires }) => (requires ? fieldNames(requires) : []));
  return names.some((name) => fields.get(name)?.type.kind === Kind.NON_NULL_TYPE);
}

function fieldNames({ selections }: SelectionSetNode): readonly string[] {
  return selections.flatMap((each) => (each.kind === Kind.FIELD ? [each.name.value] : []));
}
