import type { Reader } from '../../shared/reading/reader.js';
import { PersonalTextKind } from './recipient.enums.js';
import { sql } from 'kysely';
import DataLoader from 'dataloader';

type TextOf = (read: Reader, key: string) => Promise<string | null>;

/** The display name of a recipient, `null` where there is none that the caller may read. */
export const nameOf = textOf(PersonalTextKind.NAME);

/** What a nomination says of the achievement. */
export const achievementOf = textOf(PersonalTextKind.ACHIEVEMENT);

/** Why a nomination was returned the last time. */
export const returnReasonOf = textOf(PersonalTextKind.RETURN_REASON);

/** What a counterpart wrote about a nomination. */
export const consultationReasonOf = textOf(PersonalTextKind.CONSULTATION_REASON);

interface Told {
  readonly about: string;
  readonly text: string;
}

/** Reads texts of one kind, one statement for all records of a fetch; row-level security alone decides which. */
function textOf(kind: PersonalTextKind): TextOf {
  const loaders = new WeakMap<Reader, DataLoader<string, string | null>>();
  return (read, key) => {
    const loader = loaders.get(read) ?? loaderOf(read, kind);
    loaders.set(read, loader);
    return loader.load(key);
  };
}

function loaderOf(read: Reader, kind: PersonalTextKind): DataLoader<string, string | null> {
  return new DataLoader(async (keys) => {
    const rows = await read.rows(sql<Told>`select about_key as about, text from personal_text
      where kind = ${kind} and about_key = any(${[...keys]}::uuid[])`);
    const texts = new Map(rows.map(({ about, text }) => [about, text]));
    return keys.map((key) => texts.get(key) ?? null);
  });
}
