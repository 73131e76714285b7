import { both } from '../../../schema/contract/text.js';
import { JsonColumn, jsonColumn } from '../../shared/database/columns.js';
import { Source, SOURCES } from '../../shared/values/source.js';
import { Field, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';

/** One of the spellings in which sources write a document's symbol. */
@ObjectType('DocumentAlias', {
  description: both(
    'Một cách ghi số hiệu trong nguồn',
    'One of the spellings in which sources write a symbol.',
  ),
})
export class DocumentAlias {
  /** Code of the source in the catalogue. */
  readonly sourceCode!: string;

  @Field({ description: both('Số hiệu như nguồn ghi', 'The symbol as the source writes it.') })
  readonly value!: string;

  @Field(() => Source, { nullable: true, description: both('Nguồn', 'The source.') })
  get source(): Source | null {
    return SOURCES.get(this.sourceCode) ?? null;
  }
}

/** The years that a scheme, plan or strategy covers. */
@ObjectType('DocumentStage', {
  description: both('Giai đoạn của văn bản', 'The years that a document covers.'),
})
export class DocumentStage {
  @Field(() => Int, { nullable: true, description: both('Năm đầu', 'First year.') })
  readonly from!: number | null;

  @Field(() => Int, { nullable: true, description: both('Năm cuối', 'Last year, included.') })
  readonly to!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: both('Định hướng, tầm nhìn đến năm', 'Year up to which it gives orientation.'),
  })
  readonly visionTo!: number | null;
}

const year = z.int().min(1900).max(2200);

const writtenAliases = z.array(
  z
    .strictObject({ value: z.string().min(1), source: z.string().refine((code) => SOURCES.has(code)) })
    .transform(({ value, source }) => Object.assign(new DocumentAlias(), { value, sourceCode: source })),
);

const writtenStage = z.strictObject({
  from: year.nullable().default(null),
  to: year.nullable().default(null),
  visionTo: year.nullable().default(null),
});

/** Column of spellings; written as a list of `{ value, source }`. */
export function aliasesColumn() {
  const revive = (stored: readonly object[]): readonly DocumentAlias[] =>
    stored.map((alias) => Object.assign(new DocumentAlias(), alias));
  return {
    type: new JsonColumn<readonly DocumentAlias[]>(() => writtenAliases, revive),
    default: '[]',
  };
}

/** Column of the years covered; written `{ from, to, visionTo? }`. */
export function stageColumn() {
  return jsonColumn<DocumentStage>(writtenStage, { nullable: true });
}
