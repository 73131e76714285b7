import { both } from '../../../schema/contract/text.js';
import { PartialDate } from './partial-date.js';
import { SOURCES, Source, SourceStatus } from './source.js';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** How sure a statement is. */
export enum Certainty {
  STATED = 'STATED',
  INFERRED = 'INFERRED',
  PROBABLE = 'PROBABLE',
  DERIVED = 'DERIVED',
  EXTERNAL_UNVERIFIED = 'EXTERNAL_UNVERIFIED',
  DISPUTED = 'DISPUTED',
}
registerEnumType(Certainty, {
  name: 'Certainty',
  description: both('Mức độ chắc chắn', 'How sure a statement is.'),
  valuesConfig: {
    STATED: { description: both('Nguồn nêu rõ', 'The source states it.') },
    INFERRED: { description: both('Suy ra từ ngữ cảnh', 'Inferred from the context.') },
    PROBABLE: {
      description: both('Có khả năng đúng, câu văn chưa rõ', 'Probable; the wording is ambiguous.'),
    },
    DERIVED: { description: both('Tính ra', 'Computed.') },
    EXTERNAL_UNVERIFIED: {
      description: both('Từ nguồn ngoài, chưa đối chiếu', 'From an outside source, not verified.'),
    },
    DISPUTED: { description: both('Các nguồn nói khác nhau', 'Sources disagree.') },
  },
});

/** What is told of a source that an officer registered. */
export type RegisteredAs = Omit<Source, 'code' | 'facts'>;

/** Where a record or figure comes from. Two sources of one figure are two entries. */
@Directive('@shareable')
@ObjectType({ description: both('Xuất xứ của dữ liệu', 'Where a record or figure comes from.') })
export class Provenance {
  /** Code of the source in the catalogue, or the id of a registered one. */
  readonly sourceCode!: string;

  /** What a registered source was when it was cited; of a catalogued one its code tells. */
  readonly registered?: RegisteredAs;

  @Field(() => Source, { description: both('Nguồn', 'The source.') })
  get source(): Source {
    const { sourceCode: code, registered } = this;
    return registered ? Object.assign(new Source(), { ...registered, code, facts: [] }) : catalogued(code);
  }

  @Field(() => String, {
    nullable: true,
    description: both('Vài chữ trích nguyên văn', 'A few words as printed.'),
  })
  readonly quote!: string | null;

  @Field(() => String, { nullable: true, description: both('Bên đưa ra', 'Who stated it.') })
  readonly statedBy!: string | null;

  @Field(() => PartialDate, { nullable: true, description: both('Thời điểm đưa ra', 'When it was stated.') })
  readonly statedOn!: PartialDate | null;

  @Field(() => Certainty, { description: both('Mức độ chắc chắn', 'How sure it is.') })
  readonly certainty!: Certainty;

  @Field(() => SourceStatus, { description: both('Tư cách của nguồn', 'Standing of the source.') })
  get sourceStatus(): SourceStatus {
    return this.source.status;
  }

  @Field(() => String, {
    nullable: true,
    description: both(
      'Mã dữ kiện trong tập dữ liệu đầu tiên',
      'Reference of the fact in the first data set.',
    ),
  })
  readonly fact!: string | null;
}

function catalogued(code: string): Source {
  const source = SOURCES.get(code);
  if (source) return source;
  throw new Error(`Source ${code} is missing from the catalogue.`);
}
