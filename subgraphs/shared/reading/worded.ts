import type { Filter } from './filter.js';
import type { Listing } from './listing.js';
import { readMatch, type Named } from './names.js';
import { foundMatch, isOften, oftenSql } from './often.js';
import type { EntityMetadata } from '@mikro-orm/core';
import { sql, type RawBuilder } from 'kysely';

/** One way to find rows of a list; of several ways only one is begun. */
export interface Way {
  /** What is left of the list's filters. */
  readonly filters: readonly Filter[];
  readonly where: RawBuilder<boolean>;
  /** Whether the rows are gathered from an index first, and sorted then. */
  readonly isSortedLast: boolean;
}

const NAMES = sql`t.search_key`;

/**
 * The ways to find rows of a list. Common words are met soonest by reading in the order of the list; of others the rare ones
 * are looked up in the index of words.
 */
export function waysOf(meta: EntityMetadata, listing: Listing): readonly Way[] {
  const words = wordsOf(listing);
  if (!words) return [plainWay(listing)];
  const isRead = isOften(namedBy(meta), 'listed');
  const found = foundWay(meta, listing);
  const where = sql<boolean>`${readMatch(NAMES, { words }, sql`true`)} and ${isRead}`;
  return [
    { ...found, where, isSortedLast: false },
    { ...found, where: sql`${found.where} and not ${isRead}` },
  ];
}

/** The way that finds all rows, however many. */
export function foundWay(meta: EntityMetadata, listing: Listing): Way {
  const words = wordsOf(listing);
  if (!words) return plainWay(listing);
  return {
    filters: listing.filters.filter((filter) => !('words' in filter)),
    where: foundMatch(namedBy(meta), NAMES, { words }),
    isSortedLast: true,
  };
}

/** SQL that finds out for the whole statement how common the words are; nothing for lists without words. */
export function withWords(meta: EntityMetadata, listing: Listing): RawBuilder<unknown> {
  const words = wordsOf(listing);
  if (!words) return sql``;
  return sql`with often as materialized (${oftenSql({ tables: [namedBy(meta)], words })})`;
}

function plainWay({ filters }: Listing): Way {
  return { filters, where: sql`true`, isSortedLast: false };
}

/** The words to look for in the index; none in what the history knew, of which there is no index. */
function wordsOf({ filters, asKnownOn }: Listing): string | undefined {
  return asKnownOn ? undefined : filters.find((filter) => 'words' in filter)?.words;
}

function namedBy({ tableName }: EntityMetadata): Named {
  return { type: tableName, table: tableName };
}
