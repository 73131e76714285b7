import { both, text, type Text } from '../../../schema/contract/text.js';
import { writtenProvenance } from '../../shared/database/written.js';
import { Certainty, type Provenance } from '../../shared/values/provenance.js';
import { givenText, misgiven } from './given.js';
import { Field, ID, InputType } from 'type-graphql';

/** Where a reported fact comes from. */
@InputType({ description: both('Xuất xứ của dữ kiện', 'Where a reported fact comes from.') })
export class ReportedSourceInput {
  @Field(() => ID, {
    description: both('Mã nguồn trong danh mục nguồn', 'Code of the source in the catalogue of sources.'),
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

/** The provenance that an input states. @throws Refusal INVALID_INPUT */
export function statedIn(given: ReportedSourceInput, field = 'source'): Provenance {
  const { source, statedOn, certainty } = given;
  if (certainty === Certainty.DERIVED) throw misgiven(`${field}.certainty`, RULES.certainty);
  const written = {
    source,
    statedOn,
    certainty,
    quote: givenText(given.quote, `${field}.quote`),
    statedBy: givenText(given.statedBy, `${field}.statedBy`),
  };
  const result = writtenProvenance.safeParse(written);
  if (result.success) return result.data;
  const [part] = result.error.issues[0]?.path ?? [];
  const wrong = part === 'quote' || part === 'statedOn' ? part : 'source';
  throw misgiven(`${field}.${wrong}`, RULES[wrong]);
}

const RULES = {
  source: text('Nguồn phải có trong danh mục nguồn.', 'The source must be one of the catalogue.'),
  quote: text('Trích dẫn dài nhất 80 ký tự.', 'A quotation has at most 80 characters.'),
  statedOn: text('Viết 2024, 2024-03 hoặc 2024-03-31.', 'Write 2024, 2024-03 or 2024-03-31.'),
  certainty: text(
    'Số tính ra không được báo cáo: hệ thống tự tính.',
    'What was computed is not reported: the hub computes it itself.',
  ),
} as const satisfies Readonly<Record<string, Text>>;
