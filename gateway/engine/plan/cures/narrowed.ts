import type { TypeRelations } from '../../execute/type-relations.js';
import type { Composites } from './composites.js';
import { entityFields, without, type EntityField } from './entity-fields.js';
import { Occurrences } from './occurrences.js';
import { changed, parallel, stepsIn, type FetchStep, type Plan, type Required } from '../plan.js';
import type { DocumentNode } from 'graphql';

/** Has each fetch of a plan complete only the objects of which the operation asks for what it fetches. */
export type Narrow = (plan: Plan, operation: DocumentNode) => Plan;

/**
 * Makes the function for one supergraph.
 *
 * A place may have objects of several types, or be reached by ways through several types. The planner fetches what is
 * asked of any of them for all; what fails then would show where nobody asked for it. Fetches of what later ones need
 * stay as they are.
 */
export function narrowing(composites: Composites, relations: TypeRelations): Narrow {
  const occurrences = new Occurrences(composites, relations);
  return (plan, operation) => {
    const needed = new Set(stepsIn(plan).flatMap(neededBy));
    const split = new Split({ occurrences, relations, operation, needed });
    return changed(plan, (step) => split.of(step));
  };
}

interface SplitParts {
  readonly occurrences: Occurrences;
  readonly relations: TypeRelations;
  readonly operation: DocumentNode;
  /** Keys that other fetches need. */
  readonly needed: ReadonlySet<string>;
}

class Split {
  constructor(private readonly parts: SplitParts) {}

  of(step: FetchStep): Plan {
    if (!step.requires || step.contextRewrites.length > 0) return step;
    const fields = entityFields(step).filter(({ field }) => field.name.value !== '__typename');
    const byWays = Map.groupBy(fields, (each) => this.waysTo(each, step));
    if ([...byWays.keys()].every((ways) => ways === ALWAYS)) return step;
    return parallel([...byWays].map(([ways, own]) => this.part(step, { ways, own, fields })));
  }

  private part(step: FetchStep, { ways, own, fields }: Part): FetchStep {
    const others = fields.filter((each) => !own.includes(each)).map(({ field }) => field);
    const part = others.length > 0 ? without(step, new Set(others)) : step;
    if (ways === ALWAYS) return part;
    const keys = own.map((each) => keyAfter(step, each));
    return { ...part, wanted: { operation: this.parts.operation, keys } };
  }

  /** Under which conditions the operation asks for a field, as text. */
  private waysTo(each: EntityField, step: FetchStep): string {
    const { occurrences, operation, needed } = this.parts;
    const key = keyAfter(step, each);
    if (needed.has(key)) return ALWAYS;
    const ways = occurrences.at(operation, step.path).map((reached) => ({
      way: reached.way,
      asked: occurrences.of(reached, key).map(({ conditions }) => this.open(conditions, each)),
    }));
    const isHidden = ways.every(({ asked }) => asked.length === 0);
    const isAlways = ways.every(({ asked }) => asked.some((conditions) => conditions.length === 0));
    return isHidden || isAlways ? ALWAYS : JSON.stringify(ways);
  }

  /** The conditions that the fetch itself does not state. */
  private open(conditions: readonly string[], { type }: EntityField): readonly string[] {
    return conditions.filter((each) => !this.parts.relations.isOf(type, each));
  }
}

interface Part {
  readonly ways: string;
  readonly own: readonly EntityField[];
  readonly fields: readonly EntityField[];
}

const ALWAYS = '';

/** The key in the answer so far of what a fetch answers. */
function keyAfter({ outputRewrites }: FetchStep, { field }: EntityField): string {
  const key = (field.alias ?? field.name).value;
  const renamed = outputRewrites.find(({ path }) => path.at(-1) === key);
  return renamed?.kind === 'rename' ? renamed.to : key;
}

function neededBy({ requires = [], contextRewrites }: FetchStep): readonly string[] {
  return [...requires.flatMap(keysIn), ...contextRewrites.flatMap(({ path }) => path)];
}

function keysIn(part: Required): readonly string[] {
  const inner = part.parts?.flatMap(keysIn) ?? [];
  return part.kind === 'key' ? [part.key, ...inner] : inner;
}
