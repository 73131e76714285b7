import { EVERY_ELEMENT, type FetchStep } from '../plan/plan.js';
import { askedOf } from './coordinates.js';
import type { Entrances } from './entrances.js';
import { keyOf } from './fields.js';
import { Kind, type FieldNode, type SelectionSetNode, type TypeNode } from 'graphql';

/** Objects in what a fetch asks for. */
export interface AskedPlace {
  /** Where they stand, from the top of the answer. */
  readonly path: readonly string[];
  readonly asked: readonly Asked[];
}

/** What a fetch asks of objects under a condition. */
export interface Asked {
  /** Empty where there is none. */
  readonly condition: string;
  readonly type: string;
  readonly fields: readonly FieldNode[];
}

/** The objects in what a fetch asks for, apart from the top. */
export function askedPlaces(step: FetchStep, entrances: Entrances): readonly AskedPlace[] {
  const finder = new Finder(step.subgraph, entrances);
  finder.find(askedOf(step), { path: step.path, type: step.requires ? '' : ROOTS[step.operation] });
  return finder.found.filter(({ path }) => path.length > step.path.length);
}

const ROOTS = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

interface Standing {
  readonly path: readonly string[];
  readonly type: string;
  readonly condition?: string;
}

class Finder {
  private readonly places = new Map<string, { path: readonly string[]; asked: Asked[] }>();

  constructor(
    private readonly subgraph: string,
    private readonly entrances: Entrances,
  ) {}

  get found(): readonly AskedPlace[] {
    return [...this.places.values()];
  }

  find({ selections }: SelectionSetNode, { path, type, condition = '' }: Standing): void {
    const fields = selections.filter((each) => each.kind === Kind.FIELD);
    const name = path.join('.');
    const place = this.places.get(name) ?? { path, asked: [] };
    this.places.set(name, place);
    place.asked.push({ condition, type, fields });
    for (const each of selections) {
      if (each.kind !== Kind.INLINE_FRAGMENT) continue;
      const narrower = each.typeCondition?.name.value;
      this.find(each.selectionSet, { path, type: narrower ?? type, condition: narrower ?? condition });
    }
    for (const each of fields) this.below(each, { path, type });
  }

  private below(field: FieldNode, { path, type }: Standing): void {
    const { name, selectionSet } = field;
    const below = this.entrances.typeOf(this.subgraph, type, name.value);
    if (!selectionSet || !below) return;
    const lists = Array.from({ length: listsIn(below) }, () => EVERY_ELEMENT);
    this.find(selectionSet, { path: [...path, keyOf(field), ...lists], type: namedIn(below) });
  }
}

function namedIn(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedIn(type.type);
}

function listsIn(type: TypeNode): number {
  if (type.kind === Kind.NAMED_TYPE) return 0;
  return listsIn(type.type) + (type.kind === Kind.LIST_TYPE ? 1 : 0);
}
