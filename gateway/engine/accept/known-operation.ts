import type { Operation } from '../operation.js';
import type { DecidedOperations } from './decided.js';
import { operationFrom } from './select.js';
import { surveyOf } from './survey.js';
import {
  getVariableValues,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** Wrong values of variables that are told at once. Unit: errors. */
const MAX_VARIABLE_ERRORS = 20;

/** What the operations of one document have in common. */
export interface DocumentSource {
  readonly schema: GraphQLSchema;
  /** A valid document. */
  readonly document: DocumentNode;
  /** As it came. */
  readonly text: string;
  /** Keeps operations with their conditions decided. */
  readonly decided: DecidedOperations;
  /** @throws HubError for an operation that may not be answered. */
  readonly requireAllowed: (operation: Operation) => void;
}

/** An operation of a valid document. */
export class KnownOperation {
  /** Whether anything is asked of the schema itself. */
  readonly asksSchema: boolean;
  private readonly conditions: readonly string[];
  private readonly name: string;

  constructor(
    private readonly source: DocumentSource,
    readonly definition: OperationDefinitionNode,
  ) {
    const { document, decided } = source;
    this.name = decided.nextName();
    const { conditions, asksSchema } = surveyOf(document);
    this.conditions = conditions;
    this.asksSchema = asksSchema;
  }

  /** The document in which it stands, as it came. */
  get text(): string {
    return this.source.text;
  }

  /** The document in which it stands. */
  get document(): DocumentNode {
    return this.source.document;
  }

  /** The schema that it fits. */
  get schema(): GraphQLSchema {
    return this.source.schema;
  }

  /** The names of the variables that decide what is asked for. */
  get conditionVariables(): readonly string[] {
    return this.conditions;
  }

  /** The variables' values as the schema has them, or what is wrong with them. */
  coerced(
    variables: Variables,
  ): { readonly values: Variables } | { readonly errors: readonly GraphQLError[] } {
    const { variableDefinitions = [] } = this.definition;
    if (variableDefinitions.length === 0) return { values: {} };
    const { coerced, errors } = getVariableValues(this.source.schema, variableDefinitions, variables, {
      maxErrors: MAX_VARIABLE_ERRORS,
    });
    return errors ? { errors } : { values: coerced };
  }

  /**
   * The operation with its conditions decided; the same object for the same decisions, as long as it is kept.
   *
   * @param values of the variables, as the schema has them
   * @throws GraphQLError when a condition has no value; HubError when it may not be answered.
   */
  decide(values: Variables): Operation {
    const key = [this.name, ...this.conditions.map((name) => String(values[name]))].join();
    const { schema, document, decided, requireAllowed } = this.source;
    return decided.get(key, () => {
      const operation = operationFrom({ schema, document, operation: this.definition, variables: values });
      requireAllowed(operation);
      return operation;
    });
  }
}
