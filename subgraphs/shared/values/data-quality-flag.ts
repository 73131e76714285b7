import { both } from '../../../schema/contract/text.js';
import { Source, SOURCES } from './source.js';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** How much a doubt matters. */
export enum Severity {
  INFO = 'INFO',
  WARNING = 'WARNING',
  ERROR = 'ERROR',
}
registerEnumType(Severity, {
  name: 'Severity',
  description: both('Mức độ nghiêm trọng', 'How much a doubt matters.'),
  valuesConfig: {
    INFO: { description: both('Để biết', 'Good to know.') },
    WARNING: { description: both('Cần cân nhắc khi dùng', 'Consider it before use.') },
    ERROR: { description: both('Không nên dùng khi chưa làm rõ', 'Do not use before it is settled.') },
  },
});

/** One of the readings between which a doubt hangs. */
@Directive('@shareable')
@ObjectType({ description: both('Một cách ghi nhận', 'One of the readings of a doubtful matter.') })
export class Reading {
  /** Code of the source in the catalogue; none for what the hub computed. */
  readonly sourceCode!: string | null;

  @Field({ description: both('Nội dung', 'What it says.') })
  readonly value!: string;

  @Field(() => Source, { nullable: true, description: both('Nguồn', 'Its source; null when computed.') })
  get source(): Source | null {
    return this.sourceCode === null ? null : (SOURCES.get(this.sourceCode) ?? null);
  }
}

/** A doubt made visible. */
@Directive('@shareable')
@ObjectType({
  description: both('Cảnh báo chất lượng dữ liệu', 'A doubt about a record, with its readings.'),
})
export class DataQualityFlag {
  @Field({ description: both('Mã cảnh báo, ví dụ SYMBOL_DISPUTED', 'Stable code, such as SYMBOL_DISPUTED.') })
  readonly code!: string;

  @Field(() => Severity, { description: both('Mức độ', 'How much it matters.') })
  readonly severity!: Severity;

  @Field({ description: both('Giải thích', 'Explanation in Vietnamese.') })
  readonly messageVi!: string;

  @Field({ description: both('Giải thích bằng tiếng Anh', 'Explanation in English.') })
  readonly messageEn!: string;

  @Field(() => [Reading], { description: both('Các cách ghi nhận', 'The readings.') })
  readonly readings!: readonly Reading[];
}
