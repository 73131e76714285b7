import { HubError } from '../../../schema/contract/errors.js';
import { failed } from '../../reach/failures.js';
import type { SubgraphAnswer } from '../../reach/reach.js';
import type { FetchStep } from '../plan/plan.js';
import type { Watch } from '../watch.js';
import type { Values } from './context-values.js';
import { isData, type Data } from './data.js';
import { expectedOf, type Expected } from './expected.js';
import type { Outgoing, Scope } from './scope.js';
import type { TypeRelations } from './type-relations.js';
import { Kind, type FieldNode, type GraphQLFormattedError, type SelectionNode } from 'graphql';

/** What matters to a fetch of the plan around it. */
export interface FetchPlace {
  /** The text of the fetch. */
  readonly query: string;
  /** Whether equal objects may become one: not where what is asked of them depends on what is around them. */
  readonly mayShare: boolean;
  /** Whether the plan holds the same operation elsewhere too. */
  readonly isRepeated: boolean;
}

/** A fetch of a plan that is ready to be sent, as often as the plan is run. */
export class PreparedFetch {
  readonly expected: Expected;
  readonly query: string;
  /** The keys that the fetch fills of each object. */
  readonly keys: readonly string[];
  private readonly head: string;

  /** Whether equal objects may become one that stands at several places. */
  readonly mayShare: boolean;
  private readonly isRepeated: boolean;

  constructor(
    readonly step: FetchStep,
    readonly relations: TypeRelations,
    { query, mayShare, isRepeated }: FetchPlace,
  ) {
    this.mayShare = mayShare;
    this.isRepeated = isRepeated;
    this.expected = expectedOf(step.document, relations);
    this.query = query;
    this.keys = keysIn(step);
    this.head = `{"query":${JSON.stringify(this.query)},"variables":`;
  }

  /**
   * Sends the fetch, and takes out of its answer what was not asked for.
   *
   * @param representations as JSON
   * @param values of variables that the request does not have
   * @throws HubError when there is no answer.
   */
  async send(scope: Scope, representations?: string, values?: Values): Promise<SubgraphAnswer> {
    const variables = this.variables(
      values ? new Map([...scope.values, ...values]) : scope.values,
      representations,
    );
    const { subgraph } = this.step;
    const outgoing: Outgoing = {
      subgraph,
      isChange: this.step.operation === 'mutation',
      isSubscription: this.step.operation === 'subscription',
      query: this.query,
      variables,
      body: `${this.head}${variables}}`,
    };
    const answer = await this.answered(scope, outgoing);
    this.expected.keepAsked(answer.data);
    return answer;
  }

  private async answered(scope: Scope, outgoing: Outgoing): Promise<SubgraphAnswer> {
    const { watch, onFetched } = scope;
    try {
      const isWatched = watch && !outgoing.isSubscription;
      return await (isWatched
        ? this.watched(scope, outgoing, watch)
        : scope.fetch(outgoing, this.isRepeated));
    } finally {
      onFetched?.();
    }
  }

  private async watched(scope: Scope, outgoing: Outgoing, watch: Watch): Promise<SubgraphAnswer> {
    const { subgraph, path } = this.step;
    const { traceparent, end } = watch.beginFetch({ subgraph, path, query: this.query });
    try {
      const answer = await scope.fetch({ ...outgoing, traceparent }, this.isRepeated);
      end(!answer.errors?.length);
      return answer;
    } catch (error) {
      end(false);
      throw error;
    }
  }

  /**
   * Remembers an error of the answer as a whole, or one whose place cannot be told.
   *
   * @param objects of which something was asked, if not of all that stand at the fetch's place
   */
  failedAt(scope: Scope, error: GraphQLFormattedError, objects?: ReadonlySet<Data>): void {
    scope.errors.push({ error, path: this.step.path, objects, keys: this.keys });
  }

  /** The error for an answer that is none. */
  noAnswer(): HubError {
    return failed(this.step.subgraph);
  }

  private variables(values: Values, representations: string | undefined): string {
    let json = representations === undefined ? '' : `"representations":${representations}`;
    for (const name of this.step.variables) {
      const value = values.get(name);
      if (value !== undefined) json += `${json === '' ? '' : ','}${JSON.stringify(name)}:${value}`;
    }
    return `{${json}}`;
  }
}

/** The error as clients are told of a fetch that came to nothing. @throws what is no expected failure. */
export function expectedFailure(error: unknown): GraphQLFormattedError {
  if (error instanceof HubError) return error.toJSON();
  throw error;
}

/** The objects of an answer that are objects. */
export function dataIn({ data }: SubgraphAnswer): Data | null {
  return isData(data) ? data : null;
}

function keysIn({ document, requires }: FetchStep): readonly string[] {
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  const top = fieldsIn(operation.selectionSet.selections);
  const fields = requires ? top.flatMap((field) => fieldsIn(field.selectionSet?.selections ?? [])) : top;
  const keys = fields.map(({ alias, name }) => alias?.value ?? name.value);
  return [...new Set(keys)].filter((key) => key !== '__typename');
}

function fieldsIn(selections: readonly SelectionNode[]): readonly FieldNode[] {
  return selections.flatMap((each) => {
    if (each.kind === Kind.FIELD) return [each];
    return each.kind === Kind.INLINE_FRAGMENT ? fieldsIn(each.selectionSet.selections) : [];
  });
}
