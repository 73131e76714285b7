import type { OperationRequest } from '../schema/contract/serve.js';
import { text, type Text } from '../schema/contract/text.js';
import { OperationMeasure, type Size } from './limits/measure.js';
import type { LimitSettings } from './limits/settings.js';
import { parsing } from './limits/text.js';
import { tooComplex } from './limits/too-complex.js';
import {
  getOperationAST,
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/** What keeps operations within bounds. */
export interface Limits {
  /**
   * The estimated cost of an operation; nothing for one that does not parse or does not exist, which is refused later.
   * Unit: objects.
   *
   * @throws HubError QUERY_TOO_COMPLEX with the limit that the operation breaks, before any work is done for it.
   */
  admit(asked: OperationRequest): number | undefined;
  /** The dearest operation that is answered. Unit: objects. */
  readonly allowedCost: number;
}

interface Rule {
  readonly measure: keyof Size;
  readonly setting: keyof LimitSettings;
  readonly text: Text;
}

/** What an operation may be at most, in the order in which it is told. */
const RULES: readonly Rule[] = [
  { measure: 'depth', setting: 'QUERY_MAX_DEPTH', text: text('độ sâu', 'depth') },
  {
    measure: 'rootFields',
    setting: 'QUERY_MAX_ROOT_FIELDS',
    text: text('số trường gốc', 'number of root fields'),
  },
  { measure: 'aliases', setting: 'QUERY_MAX_ALIASES', text: text('số bí danh', 'number of aliases') },
  {
    measure: 'introspectionSteps',
    setting: 'QUERY_MAX_INTROSPECTION_STEPS',
    text: text('độ sâu tự khảo sát lược đồ', 'depth of introspection'),
  },
  { measure: 'cost', setting: 'QUERY_MAX_COST', text: text('chi phí ước tính', 'estimated cost') },
];

/** The limits for one schema. */
export function limitsFor(schema: GraphQLSchema, settings: LimitSettings): Limits {
  const parse = parsing(settings.QUERY_MAX_TOKENS);
  return {
    allowedCost: settings.QUERY_MAX_COST,
    admit({ query, operationName, variables }) {
      const document = query === undefined ? null : parse(query);
      const operation = document && getOperationAST(document, operationName);
      if (!document || !operation) return undefined;
      const size = sizeOf({ schema, settings, document, operation, variables });
      for (const rule of RULES) assertWithin(rule, size, settings);
      return size.cost;
    },
  };
}

interface Measured {
  readonly schema: GraphQLSchema;
  readonly settings: LimitSettings;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: OperationRequest['variables'];
}

function sizeOf({ schema, settings, document, operation, variables }: Measured): Size {
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const measure = new OperationMeasure({
    schema,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    pages: {
      variables: { ...defaultsOf(operation), ...variables },
      defaultPage: settings.QUERY_DEFAULT_PAGE,
      assumedList: settings.QUERY_ASSUMED_LIST,
    },
  });
  return measure.sizeOf(operation.selectionSet, {
    type: schema.getRootType(operation.operation) ?? undefined,
  });
}

function defaultsOf({
  variableDefinitions = [],
}: OperationDefinitionNode): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    variableDefinitions.map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue && valueFromASTUntyped(defaultValue),
    ]),
  );
}

function assertWithin({ measure, setting, text: what }: Rule, size: Size, settings: LimitSettings): void {
  const found = size[measure];
  const allowed = settings[setting];
  if (found <= allowed) return;
  throw tooComplex({ limit: measure, what, found, allowed });
}
