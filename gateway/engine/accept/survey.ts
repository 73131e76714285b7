import { isCondition } from './conditions.js';
import {
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What of a document concerns all its operations. */
export interface Survey {
  /** The names of the variables that decide what is asked for, in a fixed order. */
  readonly conditions: readonly string[];
  /** Whether anything is asked of the schema itself. */
  readonly asksSchema: boolean;
}

/** Looks through a document once. */
export function surveyOf({ definitions }: DocumentNode): Survey {
  const surveyor = new Surveyor();
  for (const each of definitions)
    if ('selectionSet' in each && each.selectionSet) surveyor.look(each.selectionSet);
  return { conditions: [...surveyor.conditions].toSorted(), asksSchema: surveyor.asksSchema };
}

class Surveyor {
  readonly conditions = new Set<string>();
  asksSchema = false;

  look({ selections }: SelectionSetNode): void {
    for (const each of selections) this.selection(each);
  }

  private selection(node: SelectionNode): void {
    for (const each of node.directives ?? []) this.directive(each);
    if (node.kind === Kind.FIELD && OF_THE_SCHEMA.has(node.name.value)) this.asksSchema = true;
    if (node.kind !== Kind.FRAGMENT_SPREAD && node.selectionSet) this.look(node.selectionSet);
  }

  private directive(directive: DirectiveNode): void {
    if (!isCondition(directive)) return;
    for (const { value } of directive.arguments ?? [])
      if (value.kind === Kind.VARIABLE) this.conditions.add(value.name.value);
  }
}

const OF_THE_SCHEMA = new Set(['__schema', '__type']);
