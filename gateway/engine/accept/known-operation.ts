import type { Operation } from '../operation.js';
import { conditionVariables } from './conditions.js';
import { operationFrom } from './select.js';
import { LRUCache } from 'lru-cache';
import {
  BREAK,
  getVariableValues,
  visit,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** Wrong values of variables that are told at once. Unit: errors. */
const MAX_VARIABLE_ERRORS = 20;
/** Ways of deciding an operation's conditions that are kept. Unit: ways. */
const MAX_DECIDED = 32;

/** An operation of a valid document. */
export class KnownOperation {
  /** Whether anything is asked of the schema itself. */
  readonly asksSchema: boolean;
  private readonly conditions: readonly string[];
  private readonly decided = new LRUCache<string, Operation>({ max: MAX_DECIDED });

  constructor(
    private readonly schema: GraphQLSchema,
    readonly document: DocumentNode,
    readonly definition: OperationDefinitionNode,
  ) {
    this.conditions = conditionVariables(document);
    this.asksSchema = asksSchema(document);
  }

  /** The variables' values as the schema has them, or what is wrong with them. */
  coerced(
    variables: Variables,
  ): { readonly values: Variables } | { readonly errors: readonly GraphQLError[] } {
    const { variableDefinitions = [] } = this.definition;
    if (variableDefinitions.length === 0) return { values: {} };
    const { coerced, errors } = getVariableValues(this.schema, variableDefinitions, variables, {
      maxErrors: MAX_VARIABLE_ERRORS,
    });
    return errors ? { errors } : { values: coerced };
  }

  /**
   * The operation with its conditions decided; the same object for the same decisions, as long as it is kept.
   *
   * @param values of the variables, as the schema has them
   * @throws GraphQLError when a condition has no value.
   */
  decide(values: Variables): Operation {
    const key = this.conditions.map((name) => String(values[name])).join();
    const known = this.decided.get(key);
    if (known) return known;
    const { schema, document, definition } = this;
    const operation = operationFrom({ schema, document, operation: definition, variables: values });
    this.decided.set(key, operation);
    return operation;
  }
}

function asksSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ name }) {
      if (name.value !== '__schema' && name.value !== '__type') return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}
