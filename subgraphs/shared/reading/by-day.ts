import type { Reader } from './reader.js';
import type { RawBuilder } from 'kysely';
import DataLoader from 'dataloader';

/** A record on a day. */
export interface OnDay {
  readonly key: string;
  readonly day: string;
}

/** A record that a statement reached from the `nth` one asked, counted from 1. */
export interface Reached {
  /** Unit: position; PostgreSQL returns it as text. */
  readonly nth: string;
  readonly key: string;
}

/** Writes one statement for all that is asked at the same time; its rows come in the order of each answer. */
export type ReachedSql = (keys: readonly string[], days: readonly string[]) => RawBuilder<Reached>;

/** Finds the keys reached from a record on a day, with one statement for all records of a fetch. */
export function reachedByDay(
  statement: ReachedSql,
): (read: Reader, asked: OnDay) => Promise<readonly string[]> {
  const loaders = new WeakMap<Reader, DataLoader<OnDay, readonly string[], string>>();
  return (read, asked) => {
    const loader = loaders.get(read) ?? loaderOf(read, statement);
    loaders.set(read, loader);
    return loader.load(asked);
  };
}

function loaderOf(read: Reader, statement: ReachedSql): DataLoader<OnDay, readonly string[], string> {
  const fetch = async (asked: readonly OnDay[]): Promise<readonly (readonly string[])[]> => {
    const keys = asked.map(({ key }) => key);
    const days = asked.map(({ day }) => day);
    const groups = Map.groupBy(await read.rows(statement(keys, days)), ({ nth }) => Number(nth));
    return asked.map((_, index) => (groups.get(index + 1) ?? []).map(({ key }) => key));
  };
  return new DataLoader(fetch, { cacheKeyFn: ({ key, day }) => `${key} ${day}` });
}
