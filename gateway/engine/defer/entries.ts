import { typeRelations } from '../execute/type-relations.js';
import { Composites } from '../plan/cures/composites.js';
import { Occurrences } from '../plan/cures/occurrences.js';
import { changed, type Entry, type Plan } from '../plan/plan.js';
import { askedPlaces, type Asked, type AskedPlace } from './asked-places.js';
import { Entrances } from './entrances.js';
import { keyOf } from './fields.js';
import { print, type DocumentNode, type FieldNode } from 'graphql';

/** Has each fetch of a plan tell where its subgraph can be asked anew. */
export type TellEntries = (plan: Plan, operation: DocumentNode) => Plan;

/**
 * Makes the function for one supergraph. Objects to which the operation leads in several ways are not told: not the same
 * is asked of all of them.
 */
export function tellingEntries(supergraph: DocumentNode): TellEntries {
  const entrances = new Entrances(supergraph);
  const occurrences = new Occurrences(new Composites(supergraph), typeRelations(supergraph));
  return (plan, operation) =>
    changed(plan, (step) => {
      const places = askedPlaces(step, entrances).filter(
        ({ path }) => occurrences.at(operation, path).length === 1,
      );
      const entries = places.flatMap((place) => new Entering(place, step.subgraph, entrances).entries());
      return { ...step, entries };
    });
}

/** What is asked of objects that can be found by a key. */
interface Keyed extends Asked {
  readonly key: readonly string[];
}

class Entering {
  private readonly keyed: readonly Keyed[];

  constructor(
    private readonly place: AskedPlace,
    private readonly subgraph: string,
    private readonly entrances: Entrances,
  ) {
    this.keyed = place.asked.flatMap((asked) => {
      const key = entrances.keyOf(subgraph, asked.type);
      return key && this.isOfOneType(asked) ? [{ ...asked, key }] : [];
    });
  }

  entries(): readonly Entry[] {
    return this.keyed.filter((each) => this.isFree(each)).flatMap((each) => this.entry(each));
  }

  private entry({ condition, type, key, fields }: Keyed): readonly Entry[] {
    const names = fields.map(({ name }) => name.value);
    const isOpen = (name: string): boolean =>
      name !== '__typename' && !key.includes(name) && this.entrances.answers(this.subgraph, type, name);
    const open = fields.filter((_, index) => isOpen(names[index] ?? ''));
    const { path } = this.place;
    return open.length > 0 ? [{ path, condition, type, key, fields: open.map(keyOf) }] : [];
  }

  private isOfOneType({ condition, type }: Asked): boolean {
    return this.place.asked.every((each) => each.condition !== condition || each.type === type);
  }

  /** Whether the key can be asked for: what has the name of one of its fields is that field, of one type everywhere. */
  private isFree({ type, key }: Keyed): boolean {
    return key.every((name) => {
      const expected = this.typeOf(type, name);
      const asking = this.place.asked.filter(({ fields }) => fields.some((each) => keyOf(each) === name));
      const keyed = this.keyed.filter((each) => each.key.includes(name));
      const isPlainly = ({ fields }: Asked): boolean => fields.every((e) => keyOf(e) !== name || isPlain(e));
      return (
        asking.every(isPlainly) &&
        [...asking, ...keyed].every((each) => this.typeOf(each.type, name) === expected)
      );
    });
  }

  private typeOf(type: string, field: string): string {
    const found = this.entrances.typeOf(this.subgraph, type, field);
    return found ? print(found) : '';
  }
}

function isPlain({ alias, arguments: given = [] }: FieldNode): boolean {
  return !alias && given.length === 0;
}
