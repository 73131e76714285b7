import type { Reader } from '../../shared/reading/reader.js';
import { AwardAuthorityRule } from '../award/award-authority-rule.entity.js';
import type { Nomination } from './nomination.entity.js';
import { sql } from 'kysely';
import DataLoader from 'dataloader';

/** What can be corrected in a rule, and the columns that hold it. */
const CORRECTABLE = {
  authorities: 'authorities',
  consultationRequired: 'consultation_required',
  quorum: 'quorum',
  voteThreshold: 'vote_threshold',
  deadlines: 'deadlines',
} as const satisfies Partial<Record<keyof AwardAuthorityRule, string>>;

/** Which rule a file follows. */
export type FileRule = Pick<Nomination, 'rule' | 'ruleVersion'>;

/**
 * The rule of a file as it was when the file was handed in: corrections are for later files. What nobody knew then holds
 * as soon as it is known, since a file cannot go on without it. `null` where the caller may not read the rule.
 *
 * Source: domain rule: corrections add a version, and a nomination needs a valid rule for its date.
 */
export async function ruleOfFile(
  read: Reader,
  { rule, ruleVersion }: FileRule,
): Promise<AwardAuthorityRule | null> {
  const current = await read.byKey(AwardAuthorityRule, rule);
  if (!current || ruleVersion === null || ruleVersion === current.version) return current;
  const then = await versionsOf(read).load(`${rule} ${ruleVersion}`);
  const kept = Object.entries(CORRECTABLE).map(([property, column]) => [property, then?.[column]]);
  const known = Object.fromEntries(kept.filter(([, value]) => value !== null && value !== undefined));
  const asOfThen = Object.create(AwardAuthorityRule.prototype) as AwardAuthorityRule;
  return Object.assign(asOfThen, current, known, { version: ruleVersion });
}

type Content = Readonly<Record<string, unknown>>;

interface Version {
  readonly name: string;
  readonly content: Content;
}

const loaders = new WeakMap<Reader, DataLoader<string, Content | null>>();

/** Earlier versions by key and number, one statement for all of a fetch. */
function versionsOf(read: Reader): DataLoader<string, Content | null> {
  const loader = loaders.get(read) ?? new DataLoader((names) => contentsOf(read, names));
  loaders.set(read, loader);
  return loader;
}

async function contentsOf(read: Reader, names: readonly string[]): Promise<(Content | null)[]> {
  const parts = names.map((name) => name.split(' '));
  const rows = await read.rows(sql<Version>`select v.key || ' ' || v.version as name, v.content
    from unnest(${parts.map(([key]) => key)}::uuid[], ${parts.map(([, version]) => version)}::int[]) a(key, version)
    join record_version v on v.type = 'award_authority_rule' and v.key = a.key and v.version = a.version`);
  const found = new Map(rows.map(({ name, content }) => [name, content]));
  return names.map((name) => found.get(name) ?? null);
}
