import { searchKey } from '../fold.js';
import { keyOf } from '../../../schema/contract/ids.js';
import { askedRef, askedText, isGiven, type Maybe } from './asked.js';

/** One condition on the rows of a list. Plain data, so that equal lists of one request are read together. */
export type Filter =
  | { readonly heldOn: string }
  | { readonly property: string; readonly in: readonly (string | number | boolean)[] }
  | { readonly property: string; readonly contains: string }
  | DatedFilter
  | UnlinkedFilter
  | { readonly words: string };

/** Days that the known span of a partial date must touch. */
export interface DatedFilter {
  readonly property: string;
  readonly datedFrom?: string;
  readonly datedTo?: string;
  /** Whether rows without a date stay. */
  readonly orUndated?: boolean;
}

/** No row of a relation leads, on that day, from the record to another one whose columns have the values. */
export interface UnlinkedFilter {
  readonly unlinked: {
    /** Relation table, with its columns that hold the keys of the record and of the other. */
    readonly table: string;
    readonly from: string;
    readonly to: string;
    readonly others: string;
    readonly having: Readonly<Record<string, string | boolean>>;
    readonly heldOn: string;
  };
}

/** Valid on that day; nothing when no day is asked. */
export function heldOnDay(day: Maybe<string>): readonly Filter[] {
  return isGiven(day) ? [{ heldOn: day }] : [];
}

/**
 * The property has the value, or one of the values; nothing when none is asked.
 *
 * @throws HubError INVALID_INPUT when a text is none that can be looked for
 */
export function has(
  property: string,
  value: Maybe<string | number | boolean | readonly string[]>,
): readonly Filter[] {
  if (!isGiven(value)) return [];
  const values = typeof value === 'object' ? value : [value];
  return [{ property, in: values.map((each) => (typeof each === 'string' ? askedText(each) : each)) }];
}

/** The relation leads to the record of `type` with this id. @throws HubError INVALID_ID */
export function isRecord(property: string, id: Maybe<string>, type: string): readonly Filter[] {
  return isGiven(id) ? [{ property, in: [keyOf(type, id)] }] : [];
}

/** The reference property points at the record with this id, of one of the types. @throws HubError INVALID_ID */
export function pointsAt(property: string, id: Maybe<string>, types: readonly string[]): readonly Filter[] {
  return isGiven(id) ? [{ property, in: [askedRef(id, types)] }] : [];
}

/** The list of references holds the record with this id, of one of the types. @throws HubError INVALID_ID */
export function lists(property: string, id: Maybe<string>, types: readonly string[]): readonly Filter[] {
  return isGiven(id) ? [{ property, contains: askedRef(id, types) }] : [];
}

/** The known span of the partial date touches the days given, both included. */
export function datedWithin(property: string, from: Maybe<string>, to: Maybe<string>): readonly Filter[] {
  const bounds = { ...(isGiven(from) && { datedFrom: from }), ...(isGiven(to) && { datedTo: to }) };
  return isGiven(from) || isGiven(to) ? [{ property, ...bounds }] : [];
}

/** Nothing that is known of the partial date speaks against the day. */
export function maybeDated(property: string, day: Maybe<string>): readonly Filter[] {
  return isGiven(day) ? [{ property, datedFrom: day, datedTo: day, orUndated: true }] : [];
}

/**
 * Every word of the text begins a word of the record's names; a text without any letter or digit matches nothing.
 *
 * @throws HubError INVALID_INPUT when the text is too long
 */
export function named(words: Maybe<string>): readonly Filter[] {
  return isGiven(words) ? [{ words: searchKey(askedText(words)) }] : [];
}
