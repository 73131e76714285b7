import type { Operation, Selected, SelectedField, SelectedFragment, Selection } from '../operation.js';
import { EVERY_ELEMENT } from '../plan/plan.js';
import type { Requirement } from '../../../schema/contract/access/requirement.js';
import type { AccessRules } from '../../../schema/contract/access/rules.js';
import { isListType, isNonNullType, type GraphQLOutputType } from 'graphql';

/** A place of an operation that the caller may not see. */
export interface Denial {
  /** Keys of the answer that lead to it, with `@` after each list that is crossed, once for each of its levels. */
  readonly path: readonly string[];
}

/** An operation of which a caller sees only what it may. */
export interface Filtered {
  /** With `isDenied` on what the caller may not see; the very same operation when it may see everything. */
  readonly operation: Operation;
  /** In the order of the operation, each place once. */
  readonly denials: readonly Denial[];
}

/** Whether what is demanded is granted to the caller. */
export type IsGranted = (requirement: Requirement) => boolean;

/**
 * The distinct requirements that decide what of an operation a caller may see. Callers to whom the same of them are
 * granted see the same.
 */
export function requirementsOf(operation: Operation, rules: AccessRules): readonly Requirement[] {
  if (rules.isEmpty) return [];
  const found = new Set<Requirement>();
  const isGranted = (requirement: Requirement) => {
    found.add(requirement);
    return true;
  };
  new Filter(rules, isGranted).selection(operation.selection, ROOT);
  return [...found];
}

/**
 * Marks what a caller may not see.
 *
 * A field is denied when what {@link AccessRules.ofField} demands is not granted, and when it stands in a fragment on a
 * type that is denied. `__typename` is open: that there is an object is no secret where the object could be asked for.
 * Nothing below a denied field is looked at.
 */
export function filtered(operation: Operation, rules: AccessRules, isGranted: IsGranted): Filtered {
  if (rules.isEmpty) return { operation, denials: [] };
  const filter = new Filter(rules, isGranted);
  const selection = filter.selection(operation.selection, ROOT);
  const isWhole = selection === operation.selection;
  return { operation: isWhole ? operation : { ...operation, selection }, denials: filter.denials };
}

interface Place {
  readonly path: readonly string[];
  /** Whether it is in a fragment on a type that is denied. */
  readonly isDenied: boolean;
}

const ROOT: Place = { path: [], isDenied: false };

class Filter {
  private readonly denied = new Map<string, Denial>();

  constructor(
    private readonly rules: AccessRules,
    private readonly isGranted: IsGranted,
  ) {}

  get denials(): readonly Denial[] {
    return [...this.denied.values()];
  }

  selection(selection: Selection, place: Place): Selection {
    const marked = selection.map((each) => this.selected(each, place));
    return marked.every((each, index) => each === selection[index]) ? selection : marked;
  }

  private selected(selected: Selected, place: Place): Selected {
    return selected.kind === 'field' ? this.field(selected, place) : this.fragment(selected, place);
  }

  private fragment(fragment: SelectedFragment, { path, isDenied }: Place): Selected {
    const isTypeDenied = !this.grants(this.rules.ofType(fragment.type.name));
    const selection = this.selection(fragment.selection, { path, isDenied: isTypeDenied || isDenied });
    return selection === fragment.selection ? fragment : { ...fragment, selection };
  }

  private field(selected: SelectedField, place: Place): Selected {
    const { field, parent, name, key, selection } = selected;
    if (!field) return selected;
    const path = [...place.path, key];
    const isGranted = this.grants(this.rules.ofField(parent.name, name));
    if (place.isDenied || !isGranted) return this.deny(selected, path);
    if (!selection) return selected;
    const below = { path: [...path, ...listsIn(field.type)], isDenied: false };
    const marked = this.selection(selection, below);
    return marked === selection ? selected : { ...selected, selection: marked };
  }

  private deny(selected: SelectedField, path: readonly string[]): SelectedField {
    this.denied.set(path.join('.'), { path });
    return { ...selected, isDenied: true };
  }

  private grants(requirement: Requirement | undefined): boolean {
    return !requirement || this.isGranted(requirement);
  }
}

/** One `@` for each level of lists that a type has. */
export function listsIn(type: GraphQLOutputType): readonly string[] {
  if (isNonNullType(type)) return listsIn(type.ofType);
  return isListType(type) ? [EVERY_ELEMENT, ...listsIn(type.ofType)] : [];
}
