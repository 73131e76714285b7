import type { OperationRequest } from '../schema/contract/serve.js';
import { text, type Text } from '../schema/contract/text.js';
import { costRules, NO_COSTS, type CostRules } from './limits/cost-rules.js';
import { introspectionLists, type IntrospectionLists } from './limits/introspection.js';
import { KnownSizes, type Measured } from './limits/known-sizes.js';
import { OperationMeasure } from './limits/measure.js';
import { operationIn } from './limits/operation.js';
import type { LimitSettings } from './limits/settings.js';
import { countable, type Size } from './limits/size.js';
import { parsing } from './limits/text.js';
import { tooComplex } from './limits/too-complex.js';
import { OPERATION_COST } from './limits/weights.js';
import {
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/** What keeps operations within bounds. */
export interface Limits {
  /**
   * The estimated cost of an operation; nothing for a text that does not parse, which is refused later. Unit: objects.
   *
   * @throws HubError QUERY_TOO_COMPLEX with the limit that the operation breaks, before any work is done for it.
   * @throws GraphQLError OPERATION_RESOLUTION_FAILURE when the text does not have the operation that is asked for.
   */
  admit(asked: OperationRequest): number | undefined;
  /**
   * The parsed text; `null` for one that does not parse.
   *
   * @throws HubError QUERY_TOO_COMPLEX for one that is too long.
   */
  parse(query: string): DocumentNode | null;
  /** The dearest operation that is answered. Unit: objects. */
  readonly allowedCost: number;
}

interface Rule {
  readonly measure: keyof Size;
  allowed(settings: LimitSettings): number;
  readonly text: Text;
}

/** How often an operation may ask for the whole schema. Unit: fields. */
const MAX_SCHEMA_FIELDS = 1;

const NO_RULES = costRules(NO_COSTS);

/** What an operation may be at most, in the order in which it is told. */
const RULES: readonly Rule[] = [
  { measure: 'depth', allowed: ({ QUERY_MAX_DEPTH }) => QUERY_MAX_DEPTH, text: text('độ sâu', 'depth') },
  {
    measure: 'rootFields',
    allowed: ({ QUERY_MAX_ROOT_FIELDS }) => QUERY_MAX_ROOT_FIELDS,
    text: text('số trường gốc', 'number of root fields'),
  },
  {
    measure: 'fields',
    allowed: ({ QUERY_MAX_FIELDS }) => QUERY_MAX_FIELDS,
    text: text('số trường', 'number of fields'),
  },
  {
    measure: 'aliases',
    allowed: ({ QUERY_MAX_ALIASES }) => QUERY_MAX_ALIASES,
    text: text('số bí danh', 'number of aliases'),
  },
  {
    measure: 'directives',
    allowed: ({ QUERY_MAX_DIRECTIVES }) => QUERY_MAX_DIRECTIVES,
    text: text('số chỉ thị', 'number of directives'),
  },
  {
    measure: 'introspectionSteps',
    allowed: ({ QUERY_MAX_INTROSPECTION_STEPS }) => QUERY_MAX_INTROSPECTION_STEPS,
    text: text('độ sâu tự khảo sát lược đồ', 'depth of introspection'),
  },
  {
    measure: 'schemaFields',
    allowed: () => MAX_SCHEMA_FIELDS,
    text: text('số lần hỏi cả lược đồ', 'number of __schema fields'),
  },
  {
    measure: 'cost',
    allowed: ({ QUERY_MAX_COST }) => QUERY_MAX_COST,
    text: text('chi phí ước tính', 'estimated cost'),
  },
];

/**
 * The limits for one schema.
 *
 * @param rules what the agencies state that its parts cost
 */
export function limitsFor(schema: GraphQLSchema, settings: LimitSettings, rules = NO_RULES): Limits {
  const parse = parsing(settings);
  const introspection = introspectionLists(schema);
  const sizes = new KnownSizes();
  return {
    parse,
    allowedCost: settings.QUERY_MAX_COST,
    admit({ query, operationName, variables }) {
      const document = query === undefined ? null : parse(query);
      if (!document) return undefined;
      const operation = operationIn(document, operationName);
      const size = sizes.get(operation, variables, () =>
        measured({ schema, introspection, rules, settings, document, operation, variables }),
      );
      for (const rule of RULES) assertWithin(rule, size, settings);
      return size.cost;
    },
  };
}

interface Measurable {
  readonly schema: GraphQLSchema;
  readonly introspection: IntrospectionLists;
  readonly rules: CostRules;
  readonly settings: LimitSettings;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: OperationRequest['variables'];
}

function measured({ document, operation, settings, variables, ...parts }: Measurable): Measured {
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const measure = new OperationMeasure({
    ...parts,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    pages: {
      variables: withDefaults(operation, variables),
      defaultPage: settings.QUERY_DEFAULT_PAGE,
      assumedList: settings.QUERY_ASSUMED_LIST,
    },
  });
  const type = parts.schema.getRootType(operation.operation) ?? undefined;
  const size = measure.sizeOf(operation.selectionSet, { type });
  return { size: withHead(size, operation), variables: measure.sizeVariables };
}

/** The size of an operation with what stands before its selection, and what its kind costs. */
function withHead(
  size: Size,
  { operation, directives = [], variableDefinitions = [] }: OperationDefinitionNode,
): Size {
  const ofVariables = variableDefinitions.flatMap((variable) => variable.directives ?? []);
  return {
    ...size,
    directives: countable(size.directives + directives.length + ofVariables.length),
    cost: countable(size.cost + OPERATION_COST[operation]),
  };
}

function withDefaults(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: OperationRequest['variables'],
): Readonly<Record<string, unknown>> {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return defaults.length === 0 ? variables : { ...Object.fromEntries(defaults), ...variables };
}

function assertWithin({ measure, text: what, ...rule }: Rule, size: Size, settings: LimitSettings): void {
  const found = size[measure];
  const allowed = rule.allowed(settings);
  if (found <= allowed) return;
  throw tooComplex({ limit: measure, what, found, allowed });
}
