import type { Size } from './size.js';
import type { OperationDefinitionNode } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** The size of an operation, and what it depends on. */
export interface Measured {
  readonly size: Size;
  /** The variables that it may depend on, whatever their values. */
  readonly variables: readonly string[];
}

interface Known {
  readonly variables: readonly string[];
  /** By the values of the variables. */
  readonly sizes: Map<string, Size>;
}

/** Sizes of one operation that are kept. Unit: sizes. */
const MAX_SIZES = 20;
/** Longest text of variables for which a size is kept. Unit: characters. */
const MAX_KEY = 500;

/** The sizes of operations that were measured before, as long as their documents are kept. */
export class KnownSizes {
  private readonly known = new WeakMap<OperationDefinitionNode, Known>();

  /** The size of an operation, measured only if it was not with the same values. */
  get(operation: OperationDefinitionNode, variables: Variables, measure: () => Measured): Size {
    const known = this.known.get(operation);
    const key = known && keyOf(known.variables, variables);
    const size = typeof key === 'string' ? known?.sizes.get(key) : undefined;
    return size ?? this.learned(operation, variables, measure());
  }

  private learned(operation: OperationDefinitionNode, variables: Variables, measured: Measured): Size {
    const known = this.known.get(operation) ?? { variables: measured.variables, sizes: new Map() };
    const key = keyOf(known.variables, variables);
    if (known.sizes.size >= MAX_SIZES) known.sizes.clear();
    if (key !== null) known.sizes.set(key, measured.size);
    this.known.set(operation, known);
    return measured.size;
  }
}

/** What tells values apart; `null` for those that are too long, or nested more deeply than can be written. */
function keyOf(names: readonly string[], variables: Variables): string | null {
  try {
    const key = names.map((name) => textOf(name, variables)).join();
    return key.length <= MAX_KEY ? key : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A variable that is not given has its default value, one that is `null` has none. */
function textOf(name: string, variables: Variables): string {
  return Object.hasOwn(variables, name) ? JSON.stringify(variables[name]) : '';
}
