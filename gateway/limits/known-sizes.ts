import type { Size } from './measure.js';
import { SIZE_ARGUMENTS } from './rows.js';
import { LRUCache } from 'lru-cache';
import { Kind, visit, type DocumentNode, type OperationDefinitionNode } from 'graphql';

/** An operation with the values that its size may depend on. */
export interface Sized {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Known {
  readonly variables: readonly string[];
  readonly sizes: LRUCache<string, Size>;
}

/** Sizes of one operation that are kept. Unit: sizes. */
const MAX_SIZES = 20;
/** Longest text of variables for which a size is kept. Unit: characters. */
const MAX_KEY = 500;

/** The sizes of operations that were measured before, as long as their documents are kept. */
export class KnownSizes {
  private readonly known = new WeakMap<OperationDefinitionNode, Known>();

  /** The size of an operation, measured only if it was not with the same values. */
  get({ document, operation, variables }: Sized, measure: () => Size): Size {
    const known = this.knownOf(operation, document);
    const key = known.variables.map((name) => textOf(name, variables)).join();
    const size = known.sizes.get(key) ?? measure();
    if (key.length <= MAX_KEY) known.sizes.set(key, size);
    return size;
  }

  private knownOf(operation: OperationDefinitionNode, document: DocumentNode): Known {
    const found = this.known.get(operation);
    if (found) return found;
    const made = {
      variables: sizeVariables(document),
      sizes: new LRUCache<string, Size>({ max: MAX_SIZES }),
    };
    this.known.set(operation, made);
    return made;
  }
}

/** A variable that is not given has its default value, one that is `null` has none. */
function textOf(name: string, variables: Sized['variables']): string {
  return Object.hasOwn(variables, name) ? JSON.stringify(variables[name]) : '';
}

/** The variables that decide how many rows there are. */
function sizeVariables(document: DocumentNode): readonly string[] {
  const found = new Set<string>();
  visit(document, {
    Argument(node) {
      if (!SIZE_ARGUMENTS.has(node.name.value)) return;
      visit(node.value, { [Kind.VARIABLE]: ({ name }) => void found.add(name.value) });
    },
  });
  return [...found].toSorted();
}
