import { both } from '../../../schema/contract/text.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { lists, maybeDated } from '../../shared/reading/filter.js';
import type { Reader } from '../../shared/reading/reader.js';
import { MatchGrade } from '../../shared/search-vocabulary.js';
import { BY_ISSUE } from './document-list.js';
import { Document } from './document.entity.js';
import { foldSymbol } from './symbol/fold.js';
import { gradeMatch, MATCH_GRADES } from './symbol/match.js';
import { isRejection, readSymbol } from './symbol/parse.js';
import { invalidSymbol } from './symbol/rejection.js';
import { Field, ObjectType } from 'type-graphql';

/** A document that a symbol may mean, and how closely. */
@ObjectType('DocumentMatch', {
  description: both(
    'Một văn bản ứng với số hiệu cần tra',
    'A document that a symbol may mean, and how closely.',
  ),
})
export class DocumentMatch {
  @Field(() => Document, { description: both('Văn bản', 'The document.') })
  readonly document!: Document;

  @Field(() => MatchGrade, { description: both('Mức độ khớp', 'How closely it matches.') })
  readonly grade!: MatchGrade;

  @Field({ description: both('Cách ghi số hiệu đã khớp', 'The stored spelling that matches.') })
  readonly matched!: string;
}

/** What is known about the document that is looked up. */
export interface SymbolLookUp {
  /** The symbol in any spelling, or just its number. */
  readonly symbol: string;
  /** Global id of an issuer. */
  readonly issuer?: string | undefined;
  readonly issuedOn?: string | undefined;
}

/**
 * The documents that a symbol may mean, best match first. A bare number matches a part of symbols, so never exactly.
 *
 * @throws HubError INVALID_SYMBOL, INVALID_ID, and INVALID_INPUT when too many documents may be meant
 */
export async function matchesOf(read: Reader, asked: SymbolLookUp): Promise<readonly DocumentMatch[]> {
  assertSymbol(asked.symbol);
  const key = { property: 'symbolKeys', contains: foldSymbol(asked.symbol) };
  const issuers = lists('issuers', asked.issuer, ORGANIZATION_TYPES);
  const filters = [key, ...issuers, ...maybeDated('issuedOn', asked.issuedOn)];
  const found = await read.whole(Document, { filters, order: BY_ISSUE });
  return found
    .map((document) => matchOf(document, asked.symbol))
    .toSorted((left, right) => GRADES.indexOf(left.grade) - GRADES.indexOf(right.grade));
}

const GRADES = MATCH_GRADES.map((grade) => MatchGrade[grade]);
const BARE_NUMBER = /^\d{1,5}[a-z]?$/;

function assertSymbol(written: string): void {
  const result = readSymbol(written, { lenient: true });
  if (isRejection(result) && !BARE_NUMBER.test(foldSymbol(written))) throw invalidSymbol(result);
}

function matchOf(document: Document, written: string): DocumentMatch {
  const aliases = document.aliases.map(({ value }) => value);
  const grade = gradeMatch(written, { symbol: document.symbol, aliases }) ?? 'FOLDED';
  const spellings = [document.symbol, ...aliases].filter((spelling) => spelling !== null);
  return { document, grade: MatchGrade[grade], matched: closest(written, spellings) };
}

/** The spelling that comes closest to what was written; the main symbol where none does by itself. */
function closest(written: string, spellings: readonly string[]): string {
  const ranks = spellings.map((symbol) => {
    const grade = gradeMatch(written, { symbol, aliases: [] });
    return grade === null ? MATCH_GRADES.length : MATCH_GRADES.indexOf(grade);
  });
  return spellings[ranks.indexOf(Math.min(...ranks))] ?? '';
}
