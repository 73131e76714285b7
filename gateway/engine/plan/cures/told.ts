import { graphNames } from '../../../supergraph/facts.js';
import { requiringFields, type RequiringField } from './chained.js';
import { Composites, coordinate, selectionOf, textOf } from './composites.js';
import { answeredFields, isJoinField } from './joins.js';
import type { FetchStep, Plan, Required } from '../plan.js';
import { unplannable } from '../unplannable.js';
import { Kind, type DocumentNode, type FieldNode, type SelectionNode, type SelectionSetNode } from 'graphql';

/**
 * Refuses a plan that asks a subgraph for a field without telling it what the field requires, or for a field that it
 * only knows of: the answer would be wrong, and nobody would know.
 *
 * @throws HubError UNPLANNABLE
 */
export type AssertTold = (plan: Plan) => void;

/** Makes the function for one supergraph. */
export function assertingTold(supergraph: DocumentNode): AssertTold {
  const composites = new Composites(supergraph);
  const nameOf = graphNames(supergraph);
  const fields = requiringFields(composites);
  if (fields.length === 0) return () => undefined;
  const required = new Map(
    fields.map((each) => [`${nameOf(each.graph)} ${placeOf(each)}`, namesIn(requiredBy(each))] as const),
  );
  const foreign = foreignFields(composites, nameOf);
  const assertTold: AssertTold = (plan) => {
    if (plan.kind === 'fetch') new Check(plan, { composites, required, foreign }).run();
    else plan.steps.forEach(assertTold);
  };
  return assertTold;
}

/** What subgraphs only know of, as `subgraph Type.field`. */
function foreignFields(composites: Composites, nameOf: (graph: unknown) => string): ReadonlySet<string> {
  const external = composites.all.flatMap(({ name: { value: type }, fields = [] }) =>
    fields.flatMap(({ name, directives = [] }) =>
      directives
        .filter((join) => isJoinField(join) && textOf(join, 'external') === 'true')
        .map((join) => ({ graph: textOf(join, 'graph') ?? '', field: coordinate(type, name.value) })),
    ),
  );
  const byGraph = Map.groupBy(external, ({ graph }) => graph);
  return new Set(
    [...byGraph].flatMap(([graph, fields]) => {
      const answered = answeredFields(graph, composites);
      return fields.flatMap(({ field }) => (answered.has(field) ? [] : [`${nameOf(graph)} ${field}`]));
    }),
  );
}

function placeOf({ type, field }: RequiringField): string {
  return coordinate(type, field.name.value);
}

function requiredBy({ join }: RequiringField): SelectionSetNode {
  return selectionOf(textOf(join, 'requires') ?? '');
}

/** One place of a fetch. */
interface Place {
  readonly type: string;
  /** Names of the fields that the subgraph knows there. */
  readonly told: ReadonlySet<string>;
}

interface CheckParts {
  readonly composites: Composites;
  /** By `subgraph Type.field`: the names of what it requires. */
  readonly required: ReadonlyMap<string, readonly string[]>;
  readonly foreign: ReadonlySet<string>;
}

class Check {
  constructor(
    private readonly step: FetchStep,
    private readonly parts: CheckParts,
  ) {}

  run(): void {
    for (const each of this.step.document.definitions) {
      if (each.kind !== Kind.OPERATION_DEFINITION) continue;
      if (this.step.requires) this.entities(each.selectionSet, this.step.requires);
      else this.set(each.selectionSet, { type: ROOTS[each.operation], told: new Set() });
    }
  }

  private entities({ selections }: SelectionSetNode, requires: readonly Required[]): void {
    for (const each of selections)
      if (each.kind === Kind.FIELD && each.selectionSet)
        this.set(each.selectionSet, { type: '', told: new Set(toldBy(requires)) });
  }

  private set(set: SelectionSetNode, { type, told }: Place): void {
    const all = new Set([...told, ...namesIn(set)]);
    for (const each of set.selections) this.selection(each, { type, told: all });
  }

  private selection(node: SelectionNode, place: Place): void {
    if (node.kind === Kind.FIELD) this.field(node, place);
    else if (node.kind === Kind.INLINE_FRAGMENT)
      this.set(node.selectionSet, { ...place, type: node.typeCondition?.name.value ?? place.type });
  }

  private field({ name, selectionSet }: FieldNode, { type, told }: Place): void {
    const { composites, required, foreign } = this.parts;
    const place = `${this.step.subgraph} ${coordinate(type, name.value)}`;
    const missing = required.get(place)?.find((each) => !told.has(each));
    if (missing !== undefined) throw unplannable(`${place} would be asked for without ${missing}`);
    if (foreign.has(place)) throw unplannable(`${place} would be asked for though it is another's`);
    if (selectionSet) this.set(selectionSet, { type: composites.typeOf(type, name.value), told: new Set() });
  }
}

const ROOTS = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

function toldBy(parts: readonly Required[]): readonly string[] {
  return parts.flatMap((part) => (part.kind === 'key' ? [part.name] : toldBy(part.parts)));
}

/** The names of the fields that are selected at a place, in fragments, too. */
function namesIn({ selections }: SelectionSetNode): readonly string[] {
  return selections.flatMap((each) => {
    if (each.kind === Kind.FIELD) return [each.name.value];
    return each.kind === Kind.INLINE_FRAGMENT ? namesIn(each.selectionSet) : [];
  });
}
