import { diceFor, type Dice } from './dice.js';
import type { FieldModel, KeyCode, Model } from './model.js';
import { ROOT_TYPES, rootThing, type Thing } from './thing.js';
import { namedType } from './type-nodes.js';
import { Kind, type TypeNode } from 'graphql';

/** What a world is made from; all of it follows from this. */
export interface WorldSeed {
  readonly seed: number;
  /** Share of nullable places that are null. */
  readonly nulls: number;
  /** Share of fields, and of items of lists, that fail. */
  readonly faults: number;
  /** Share of places that are null though their type forbids it. */
  readonly violations: number;
  /** Share of references to entities that do not exist, where this is possible. */
  readonly ghosts: number;
}

/** One field that is asked for. */
export interface Asked {
  readonly thing: Thing;
  /** The type by which the asking schema knows the thing. */
  readonly type: string;
  readonly field: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Values of the fields that this one requires, as JSON. */
  readonly required?: string;
}

/** Most items of a list. */
const MAX_ITEMS = 3;
/** Fewest entities of one numbering. */
const MIN_ENTITIES = 4;

/**
 * The data behind a graph: every value follows from the seed, the thing, the field and its arguments alone, so that all
 * who answer the same field answer the same. A change follows from the changes before it, so that its value tells them.
 */
export class World {
  /** Changes so far, in their order. */
  private readonly changes: string[] = [];

  /** @param isTelling whether a null where none may be is told as a failure of that very place. */
  constructor(
    readonly model: Model,
    readonly origin: WorldSeed,
    private readonly isTelling = false,
  ) {}

  /** The value of a field. @throws Error when this field fails in this world. */
  value({ thing, type, field, args, required = '' }: Asked): unknown {
    const model = this.model.field(type, field);
    if (model.keyCode && thing.entity !== undefined) return this.keyValue(thing, field, model);
    if (thing.isGhost) return this.nothing(model.type);
    const id = `${model.owner}.${field}(${JSON.stringify(args)}${required}) of ${thing.identity}`;
    const random = diceFor(`${this.origin.seed} ${this.changed(type, id)}`);
    if (!model.calm && random.chance(this.origin.faults)) throw new Error(`${type}.${field} fails.`);
    return this.place(model.type, { random, model, id });
  }

  /** All entities of a type. */
  entities(type: string): readonly Thing[] {
    const space = this.model.spaceOf(type) ?? type;
    const numbers = Array.from({ length: this.sizeOf(space) }, (_, number) => number);
    return numbers.map((number) => this.entity(space, number)).filter((thing) => thing.type === type);
  }

  /** An entity by its number; one that does not exist when the number is too high. */
  entity(space: string, number: number): Thing {
    const members = this.model.membersOf(space);
    const type = members[number % members.length] ?? space;
    const isGhost = number >= this.sizeOf(space);
    return { __typename: type, type, identity: `${space} ${number}`, entity: number, isGhost };
  }

  private sizeOf(space: string): number {
    return Math.max(MIN_ENTITIES, 2 * this.model.membersOf(space).length);
  }

  private changed(type: string, id: string): string {
    if (type !== 'Mutation') return id;
    this.changes.push(id);
    return this.changes.join('\n');
  }

  private place(type: TypeNode, spot: Spot): unknown {
    const { random, model } = spot;
    if (type.kind === Kind.NON_NULL_TYPE) {
      const isViolated = !model.calm && random.chance(this.origin.violations);
      return isViolated ? this.violation() : this.present(type.type, spot);
    }
    const isNull = model.calm !== 'key' && random.chance(this.origin.nulls);
    return isNull ? null : this.present(type, spot);
  }

  private present(type: TypeNode, spot: Spot): unknown {
    if (type.kind !== Kind.LIST_TYPE) return this.single(namedType(type), spot);
    const items = Array.from({ length: spot.random.int(MAX_ITEMS + 1) });
    return items.map((_, index) => this.item(type.type, { ...spot, id: `${spot.id} ${index}` }));
  }

  private item(type: TypeNode, spot: Spot): unknown {
    const fails = !spot.model.calm && spot.random.chance(this.origin.faults / 2);
    return fails ? new Error('An item fails.') : this.place(type, spot);
  }

  private single(type: string, { random, model, id }: Spot): unknown {
    if (model.candidates.length === 0) return leaf(type, random, this.model);
    const chosen = random.pick(model.candidates);
    const space = this.model.spaceOf(chosen);
    if (space !== null) return this.reference(chosen, space, { random, model, id });
    if (ROOT_TYPES.includes(chosen)) return rootThing(chosen);
    return { __typename: chosen, type: chosen, identity: id, isGhost: false };
  }

  private reference(type: string, space: string, { random, model }: Spot): Thing {
    const isGhost = !model.calm && this.model.isGhostable(type) && random.chance(this.origin.ghosts);
    if (isGhost) return this.entity(space, this.sizeOf(space) + random.int(2));
    return random.pick(this.entities(type));
  }

  private nothing(type: TypeNode): unknown {
    return type.kind === Kind.NON_NULL_TYPE ? this.violation() : null;
  }

  private violation(): Error | null {
    return this.isTelling ? new Error('A null where none may be.') : null;
  }

  /** Keys follow from the number of the entity, so that they are unique though their parts need not be. */
  private keyValue({ entity = 0, type }: Thing, field: string, { keyCode = 'whole', ...model }: FieldModel) {
    const code = CODES[keyCode](entity);
    const name = namedType(model.type);
    const [chosen] = model.candidates;
    if (chosen === undefined) return keyLeaf(name, `${field}-${code}`, code);
    const identity = `${this.model.spaceOf(type)}.${field} ${code}`;
    const space = this.model.spaceOf(chosen);
    if (space !== null) return this.entity(space, code % this.sizeOf(space));
    return { __typename: chosen, type: chosen, identity, isGhost: false };
  }
}

interface Spot {
  readonly random: Dice;
  readonly model: FieldModel;
  readonly id: string;
}

const CODES: Readonly<Record<KeyCode, (entity: number) => number>> = {
  whole: (entity) => entity,
  half: (entity) => Math.floor(entity / 2),
  odd: (entity) => entity % 2,
};

function keyLeaf(type: string, text: string, code: number): unknown {
  return type === 'Int' ? code : text;
}

const LEAVES: Readonly<Record<string, (random: Dice) => unknown>> = {
  Int: (random) => random.int(2_000) - 1_000,
  Float: (random) => (random.int(4_000) - 2_000) / 4,
  Boolean: (random) => random.chance(0.5),
  String: (random) => random.pick(TEXTS) + random.int(100),
  ID: (random) => `id ${random.int(1_000)}`,
};

const TEXTS = ['text ', 'Công đoàn ', '"quoted" \\ ', '', '\n line ', '__typename', '☃ 𝒳 '];

function leaf(type: string, random: Dice, model: Model): unknown {
  const values = model.enumValues(type);
  if (values) return random.pick(values);
  const make = LEAVES[type];
  return make ? make(random) : custom(random);
}

/** A scalar of the graph's own may be anything that JSON can say. */
function custom(random: Dice): unknown {
  return random.pick<unknown>([0, 'free', true, { b: 1, a: [null, 'x'] }, [], [1, [2]]]);
}
