import type { Nation } from './nations.js';
import type { NationName } from './options.js';
import type { Question } from './questions.js';
import type { Statement } from './recorder.js';
import { Kind, parse, print, visit, type FieldNode, type GraphQLFormattedError } from 'graphql';

/** What a question costs on one nation. */
export interface Cost {
  readonly question: string;
  readonly nation: NationName;
  readonly statements: readonly Statement[];
  /** Unit: fetches. */
  readonly fetches: number;
  /** Objects in the answer. */
  readonly rows: number;
  /** Which types of objects stand where in the answer: what has other kinds of rows may cost otherwise. */
  readonly shape: string;
}

/** Why a question has no cost. */
export interface Unanswered {
  readonly reason: string;
  /** Whether it is for somebody in office alone, and so no question of the public's. */
  readonly isForOfficers: boolean;
}

const FOR_OFFICERS: ReadonlySet<unknown> = new Set(['FORBIDDEN_SCOPE', 'UNAUTHORIZED_FIELD_OR_TYPE']);

/** Asks a question until it is planned and prepared, and counts then. */
export async function costOf(question: Question, nation: Nation): Promise<Cost | Unanswered> {
  const { id, query, variables } = question;
  const typed = await nation.ask(withTypes(query), variables);
  if (typed.errors) return unanswered(id, typed.errors);
  await nation.ask(query, variables);
  const { answer, statements, fetches } = await nation.askCounted(query, variables);
  if (answer.errors) return unanswered(id, answer.errors);
  const shape = [...new Set(placesIn(typed.data, ''))].toSorted().join(' ');
  return { question: id, nation: nation.name, statements, fetches, rows: objectsIn(answer.data), shape };
}

function unanswered(id: string, [error]: readonly GraphQLFormattedError[]): Unanswered {
  const code = error?.extensions?.['code'];
  return { reason: `${id} is not answered: ${error?.message}`, isForOfficers: FOR_OFFICERS.has(code) };
}

function withTypes(query: string): string {
  const typed = visit(parse(query), {
    SelectionSet: (set) => ({ ...set, selections: [TYPENAME, ...set.selections] }),
  });
  return print(typed);
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function placesIn(value: unknown, place: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => placesIn(each, place));
  if (typeof value !== 'object' || value === null) return [];
  const within = Object.entries(value).flatMap(([name, each]) => placesIn(each, `${place}.${name}`));
  return [`${place}:${(value as { __typename?: string }).__typename}`, ...within];
}

function objectsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + objectsIn(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + objectsIn(Object.values(value));
}
