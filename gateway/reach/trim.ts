import { FetchFailure } from './http-answer.js';
import { preparing } from './prepared.js';
import type { SubgraphAnswer, SubgraphFetch } from './reach.js';
import { selectedFields, selectionOf, type SelectedField, type Selection } from './selection.js';
import {
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLFormattedError,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

type Data = Record<string, unknown>;
type Path = readonly (string | number)[];

/** Wrong places of one answer that are told one by one. Unit: places. */
const MAX_TOLD = 20;

/**
 * Keeps of an answer what was asked for and nothing else, so that a subgraph cannot slip in fields of another's. Where
 * something is missing or has another shape than the schema says, the value is `null` and an error says so.
 *
 * @param max fetches whose parsed form is kept. Unit: fetches.
 * @throws FetchFailure, from the returned function, when the answer holds another number of records than was asked.
 */
export function trimming(
  schema: GraphQLSchema,
  max: number,
): (fetch: SubgraphFetch, answer: SubgraphAnswer) => SubgraphAnswer {
  const prepare = preparing(schema, max);
  return ({ query, variables }, { data, errors = [] }) => {
    const { document } = prepare(query);
    if (!data || !document) return { data, errors };
    const { type, selection } = selectionOf(schema, document);
    const trimmer = new Trimmer();
    const kept = trimmer.object(data, type, selection);
    if (!hasEveryEntity(kept, variables)) throw new FetchFailure('another number of records', true);
    return { data: kept, errors: [...errors, ...trimmer.wrong.slice(0, MAX_TOLD).map(errorAt)] };
  };
}

function hasEveryEntity(data: Data | null, { representations }: SubgraphFetch['variables']): boolean {
  const entities = data?.['_entities'];
  if (!Array.isArray(representations) || !Array.isArray(entities)) return true;
  return entities.length === representations.length;
}

/** As the subgraph's own server would have told it. */
function errorAt(path: Path): GraphQLFormattedError {
  return { message: 'an answer of another shape', path, extensions: { code: 'INTERNAL' } };
}

/** Walks through one answer along what was asked. */
class Trimmer {
  /** Places where something is missing or has another shape. */
  readonly wrong: Path[] = [];
  private readonly path: (string | number)[] = [];

  object(value: unknown, type: GraphQLCompositeType, selection: Selection): Data | null {
    const actual = isRecord(value) ? actualType(value, type, selection) : null;
    if (!isRecord(value) || !actual) return this.otherShape();
    const kept = Object.create(null) as Data;
    for (const selected of selectedFields(actual, selection)) {
      const { key, isCertain } = selected;
      if (isCertain || Object.hasOwn(value, key)) kept[key] = this.field(value, selected);
    }
    return kept;
  }

  private field(value: Data, { key, name, field, inner }: SelectedField): unknown {
    return this.at(key, () => {
      if (!Object.hasOwn(value, key)) return this.otherShape();
      if (field) return this.value(value[key], field.type, inner);
      return name === '__typename' && typeof value[key] === 'string' ? value[key] : this.otherShape();
    });
  }

  private value(value: unknown, type: GraphQLOutputType, selection: Selection): unknown {
    if (isNonNullType(type)) return this.value(value, type.ofType, selection);
    if (value === null) return null;
    if (isListType(type)) return this.list(value, type.ofType, selection);
    return isCompositeType(type) ? this.object(value, type, selection) : value;
  }

  private list(value: unknown, type: GraphQLOutputType, selection: Selection): unknown {
    if (!Array.isArray(value)) return this.otherShape();
    return value.map((each, index) => this.at(index, () => this.value(each, type, selection)));
  }

  private at<Result>(step: string | number, work: () => Result): Result {
    this.path.push(step);
    const result = work();
    this.path.pop();
    return result;
  }

  private otherShape(): null {
    this.wrong.push([...this.path]);
    return null;
  }
}

/** The type that the object itself names, where it may be one of several; `null` where it may not be that one. */
function actualType(
  value: Data,
  type: GraphQLCompositeType,
  { schema }: Selection,
): GraphQLCompositeType | null {
  const named = Object.hasOwn(value, '__typename') ? schema.getType(String(value['__typename'])) : undefined;
  if (named === undefined || isObjectType(type)) return type;
  return isObjectType(named) && schema.isSubType(type, named) ? named : null;
}

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
