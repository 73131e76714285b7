import { parallel, type Entry, type FetchStep, type Plan } from '../plan/plan.js';
import { withDocument } from '../plan/variables.js';
import { askedOf, below, placeOf } from './coordinates.js';
import { entityStep, type AskedAnew } from './entity-step.js';
import { keyOf } from './fields.js';
import { isLater, type Wanters, type Wanting } from './wanting.js';
import { Kind, visit, type FieldNode, type SelectionNode, type SelectionSetNode } from 'graphql';

interface Place {
  readonly at: string;
  /** Empty where there is none. */
  readonly condition: string;
}

/** Takes out of a fetch what is wanted later than the rest, and asks its subgraph for that anew. */
export class Reentry {
  private readonly entries: ReadonlyMap<string, Entry>;
  /** By place, and by who wants it. */
  private readonly moved = new Map<string, Map<Wanters, AskedAnew[]>>();

  /** @param wanters the parts that want what is at the top of the fetch */
  constructor(
    private readonly step: FetchStep,
    private readonly wanters: Wanters,
    private readonly wanting: Wanting,
  ) {
    this.entries = byPlace(step.entries ?? []);
  }

  /** The fetch of the rest, and after it those of what is later. */
  plan(): Plan {
    const { step } = this;
    const top = askedOf(step);
    const kept = this.set(top, { at: placeOf(step.path), condition: '' });
    if (this.moved.size === 0) return step;
    const document = visit(step.document, { SelectionSet: (node) => (node === top ? kept : undefined) });
    const rest = withDocument(step, document);
    const later = [...this.moved.values()].flatMap((moved) =>
      [...moved].map(([wanters, asked]) =>
        new Reentry(entityStep(step, asked), wanters, this.wanting).plan(),
      ),
    );
    return { kind: 'sequence', steps: [rest, parallel(later)] };
  }

  private set(set: SelectionSetNode, place: Place): SelectionSetNode {
    const entry = this.entries.get(nameAt(place));
    const later = entry ? set.selections.filter((each) => this.isMoved(each, place, entry)) : [];
    const kept = set.selections.filter((each) => !later.includes(each)).map((each) => this.kept(each, place));
    if (!entry || later.length === 0) return { ...set, selections: kept };
    this.move(later as readonly FieldNode[], entry, place);
    return { ...set, selections: [...kept, ...missing(kept, ['__typename', ...entry.key])] };
  }

  /** What is wanted later as a whole is left as it is where the subgraph cannot be asked for it anew. */
  private kept(node: SelectionNode, place: Place): SelectionNode {
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const condition = node.typeCondition?.name.value ?? place.condition;
      return { ...node, selectionSet: this.set(node.selectionSet, { ...place, condition }) };
    }
    if (node.kind !== Kind.FIELD || !node.selectionSet || this.isLater(node, place)) return node;
    const at = below(place.at, keyOf(node));
    return { ...node, selectionSet: this.set(node.selectionSet, { at, condition: '' }) };
  }

  private isMoved(node: SelectionNode, place: Place, { fields }: Entry): boolean {
    return node.kind === Kind.FIELD && fields.includes(keyOf(node)) && this.isLater(node, place);
  }

  private isLater(field: FieldNode, place: Place): boolean {
    return isLater(this.wantersOf(field, place), this.wanters);
  }

  private wantersOf(field: FieldNode, { at }: Place): Wanters {
    return this.wanting.of(below(at, keyOf(field)));
  }

  private move(fields: readonly FieldNode[], entry: Entry, place: Place): void {
    const moved = this.moved.get(place.at) ?? new Map<Wanters, AskedAnew[]>();
    this.moved.set(place.at, moved);
    for (const [wanters, same] of Map.groupBy(fields, (field) => this.wantersOf(field, place)))
      moved.set(wanters, [...(moved.get(wanters) ?? []), { entry, fields: same }]);
  }
}

function byPlace(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    const name = nameAt({ at: placeOf(entry.path), condition: entry.condition });
    const fields = [...(found.get(name)?.fields ?? []), ...entry.fields];
    found.set(name, { ...entry, fields });
  }
  return found;
}

function nameAt({ at, condition }: Place): string {
  return `${at} ${condition}`;
}

/** The fields of some names that are not asked for yet. */
function missing(asked: readonly SelectionNode[], names: readonly string[]): readonly FieldNode[] {
  const there = new Set(asked.flatMap((each) => (each.kind === Kind.FIELD ? keyOf(each) : [])));
  return names
    .filter((name) => !there.has(name))
    .map((value) => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value } }));
}
