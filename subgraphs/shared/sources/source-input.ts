import { parseGlobalId } from '../../../schema/contract/ids.js';
import { both, text, type Text } from '../../../schema/contract/text.js';
import { provenance, QUOTE_LENGTH, writtenPartialDate } from '../database/written.js';
import type { RecordClass } from '../reading/rows.js';
import { Certainty, type Provenance } from '../values/provenance.js';
import { SOURCES } from '../values/source.js';
import { Refusal, UserErrorCode } from '../writing/refusal.js';
import type { Transaction } from '../writing/transaction.js';
import { citedAs, type CitedSource } from './cited-source.js';
import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';

/** Where a reported fact comes from. */
@InputType({ description: both('Xuất xứ của dữ kiện', 'Where a reported fact comes from.') })
export class ReportedSourceInput {
  @Field(() => ID, {
    description: both(
      'Mã nguồn trong danh mục nguồn, hoặc mã toàn cục của nguồn đã đăng ký',
      'Code of the source in the catalogue of sources, or the id of a registered one.',
    ),
  })
  readonly source!: string;

  @Field({
    description: both(
      'Vài chữ trích nguyên văn, đến 80 ký tự',
      'A few words as printed, 80 characters at most.',
    ),
  })
  readonly quote!: string;

  @Field({
    description: both(
      'Cơ quan, tổ chức đưa ra; không ghi tên người',
      'The organisation that stated it; nobody by name.',
    ),
  })
  readonly statedBy!: string;

  @Field({
    description: both(
      'Thời điểm đưa ra: 2024, 2024-03 hoặc 2024-03-31',
      'When it was stated: 2024, 2024-03 or 2024-03-31.',
    ),
  })
  readonly statedOn!: string;

  @Field(() => Certainty, {
    defaultValue: Certainty.STATED,
    description: both('Mức độ chắc chắn', 'How sure it is.'),
  })
  readonly certainty!: Certainty;
}

/** Longest name of an organisation that is taken. Unit: characters. Source: own limit. */
const LONGEST_NAME = 300;

const STATED = z.object({
  quote: z.string().normalize('NFC').trim().min(1).max(QUOTE_LENGTH),
  statedBy: z.string().normalize('NFC').trim().min(1).max(LONGEST_NAME),
  statedOn: writtenPartialDate,
  certainty: z.enum(Certainty).refine((certainty) => certainty !== Certainty.DERIVED),
});

type Part = keyof typeof STATED.shape | 'source';

/**
 * Makes the function that reads the provenance an input states; sources that are in no catalogue are looked for among
 * the records of `type`, under the key that they were registered by.
 *
 * The returned function refuses with INVALID_INPUT.
 */
export function statingFrom(type: RecordClass<CitedSource>) {
  return async (tx: Transaction, given: ReportedSourceInput): Promise<Provenance> => {
    const { data, error } = STATED.safeParse(given);
    if (error) throw misstated(error.issues[0]?.path[0] as Part);
    const named = { sourceCode: given.source, fact: null, ...data };
    if (SOURCES.has(given.source)) return provenance(named);
    const key = registeredKey(given.source);
    const source = key === null ? null : await tx.read.byKey(type, key);
    if (!source) throw misstated('source');
    return provenance({ ...named, registered: citedAs(source) });
  };
}

/** Name of the type whose ids name registered sources, whichever agency cites them. */
const REGISTERED_SOURCE = 'RegisteredSource';

function registeredKey(id: string): string | null {
  try {
    const { type, key } = parseGlobalId(id);
    return type === REGISTERED_SOURCE ? key : null;
  } catch {
    return null;
  }
}

function misstated(part: Part): Refusal {
  return new Refusal(UserErrorCode.INVALID_INPUT, RULES[part], { field: `source.${part}` });
}

const RULES: Readonly<Record<Part, Text>> = {
  source: text(
    'Nguồn phải có trong danh mục nguồn, hoặc đã được đăng ký bằng registerSource.',
    'The source must be one of the catalogue, or registered by registerSource.',
  ),
  quote: text('Trích dẫn có từ 1 đến 80 ký tự.', 'A quotation has 1 to 80 characters.'),
  statedBy: text('Cần từ 1 đến 300 ký tự.', '1 to 300 characters are needed.'),
  statedOn: text('Viết 2024, 2024-03 hoặc 2024-03-31.', 'Write 2024, 2024-03 or 2024-03-31.'),
  certainty: text(
    'Số tính ra không được báo cáo: hệ thống tự tính.',
    'What was computed is not reported: the hub computes it itself.',
  ),
};
