import type { FetchStep } from '../plan.js';
import { withDocument } from '../variables.js';
import { Kind, visit, type FieldNode, type SelectionNode } from 'graphql';

/** A field that a fetch asks of the objects it completes. */
export interface EntityField {
  readonly field: FieldNode;
  /** Type condition of the fragment around it. */
  readonly type: string;
}

/** The fields that a fetch asks of the objects it completes. */
export function entityFields({ document }: FetchStep): readonly EntityField[] {
  const [operation] = document.definitions;
  const [entities] = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  return entities?.kind === Kind.FIELD ? fieldsIn(entities.selectionSet?.selections ?? [], '') : [];
}

function fieldsIn(selections: readonly SelectionNode[], type: string): readonly EntityField[] {
  return selections.flatMap((each) => {
    if (each.kind === Kind.FIELD) return [{ field: each, type }];
    if (each.kind === Kind.FRAGMENT_SPREAD) return [];
    return fieldsIn(each.selectionSet.selections, each.typeCondition?.name.value ?? type);
  });
}

/** The fetch without some of the fields that it asks of its objects. */
export function without(step: FetchStep, fields: ReadonlySet<FieldNode>): FetchStep {
  const document = visit(step.document, {
    Field: (node) => (fields.has(node) ? null : undefined),
    InlineFragment: { leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined) },
  });
  return withDocument(step, document);
}
