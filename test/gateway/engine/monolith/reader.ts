import type { Thing } from './thing.js';
import type { World } from './world.js';
import { getArgumentValues, Kind, type FieldNode, type GraphQLSchema, type SelectionSetNode } from 'graphql';

type Arguments = Readonly<Record<string, unknown>>;

/** Where a value is read. */
export interface Place {
  readonly thing: Thing;
  /** The type by which the asking schema knows the thing. */
  readonly type: string;
  readonly field: string;
}

/** Reads the world as one who has all of it before him. */
export class Reader {
  constructor(
    readonly world: World,
    private readonly schemas: readonly GraphQLSchema[],
  ) {}

  /** The value of a field, whatever else it takes to know it. */
  read({ thing, type, field }: Place, args: Arguments): unknown {
    const { requires } = this.world.model.field(type, field);
    if (!requires || thing.isGhost) return this.world.value({ thing, type, field, args });
    return this.world.value({ thing, type, field, args, required: this.selectedJson(thing, requires) });
  }

  /** What a field set says of a thing, as JSON. */
  selectedJson(thing: Thing, selection: SelectionSetNode): string {
    return JSON.stringify(this.selected(thing, selection));
  }

  private selected(thing: Thing, { selections }: SelectionSetNode): Arguments {
    const parts = selections.map((node) => {
      if (node.kind === Kind.FIELD) return { [node.name.value]: this.one(thing, node) };
      if (node.kind === Kind.FRAGMENT_SPREAD) throw new Error('Field sets have no named fragments.');
      const isFitting = this.isOf(thing, node.typeCondition?.name.value);
      return isFitting ? this.selected(thing, node.selectionSet) : {};
    });
    return Object.assign({}, ...parts) as Arguments;
  }

  private isOf({ type }: Thing, condition: string | undefined): boolean {
    if (condition === undefined || condition === type) return true;
    return this.world.model.subgraphs.some((each) =>
      this.world.model.possible(condition, each).includes(type),
    );
  }

  private one(thing: Thing, node: FieldNode): unknown {
    const field = node.name.value;
    if (field === '__typename') return thing.type;
    const value = this.read({ thing, type: thing.type, field }, this.argumentsOf(thing.type, node));
    return node.selectionSet ? this.below(value, node.selectionSet) : value;
  }

  private below(value: unknown, selection: SelectionSetNode): unknown {
    if (Array.isArray(value)) return value.map((each) => this.below(each, selection));
    return value === null ? null : this.selected(value as Thing, selection);
  }

  private argumentsOf(type: string, node: FieldNode): Arguments {
    for (const schema of this.schemas) {
      const found = schema.getType(type);
      const field = found && 'getFields' in found ? found.getFields()[node.name.value] : undefined;
      if (field && 'args' in field) return getArgumentValues(field, node);
    }
    return {};
  }
}

/**
 * The part of a representation that a field set names, as JSON; `null` where the representation lacks some of it.
 */
export function toldJson(representation: unknown, selection: SelectionSetNode): string | null {
  try {
    return JSON.stringify(told(representation as Arguments, selection));
  } catch (error) {
    if (error instanceof Untold) return null;
    throw error;
  }
}

class Untold extends Error {}

function told(value: Arguments, { selections }: SelectionSetNode): Arguments {
  const parts = selections.map((node) => {
    if (node.kind === Kind.FIELD) return { [node.name.value]: toldField(value, node) };
    if (node.kind === Kind.FRAGMENT_SPREAD) throw new Error('Field sets have no named fragments.');
    const isFitting = node.typeCondition?.name.value === value['__typename'];
    return isFitting ? told(value, node.selectionSet) : {};
  });
  return Object.assign({}, ...parts) as Arguments;
}

function toldField(value: Arguments, { name, selectionSet }: FieldNode): unknown {
  const found = value[name.value];
  if (found === undefined) throw new Untold();
  return selectionSet ? toldBelow(found, selectionSet) : found;
}

function toldBelow(value: unknown, selection: SelectionSetNode): unknown {
  if (Array.isArray(value)) return value.map((each) => toldBelow(each, selection));
  return value === null ? null : told(value as Arguments, selection);
}
