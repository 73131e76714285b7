import { both, text } from '../../../schema/contract/text.js';
import { jsonColumn } from '../../shared/database/columns.js';
import { givenText, maybeGivenText, misgiven } from '../document/given.js';
import { Field, ObjectType } from 'type-graphql';
import { z } from 'zod';

/** What an activity speaks about. */
@ObjectType({ description: both('Nội dung của hoạt động', 'What an activity speaks about.') })
export class ActivityTopic {
  @Field(() => String, {
    nullable: true,
    description: both('Mã nội dung, ví dụ BLACK_CREDIT', 'Stable code, such as BLACK_CREDIT.'),
  })
  readonly code!: string | null;

  @Field({ description: both('Tên nội dung', 'The topic in Vietnamese.') })
  readonly nameVi!: string;

  @Field(() => String, {
    nullable: true,
    description: both('Tên tiếng Anh', 'The topic in English.'),
  })
  readonly nameEn!: string | null;
}

const WRITTEN = z.array(
  z.strictObject({
    code: z
      .string()
      .regex(/^[A-Z][A-Z_]+$/)
      .nullable()
      .default(null),
    nameVi: z.string().min(1),
    nameEn: z.string().min(1).nullable().default(null),
  }),
);

/** A topic as an officer words it. */
export type GivenTopic = { readonly [Part in keyof ActivityTopic]?: ActivityTopic[Part] } & {
  readonly nameVi: string;
};

/** The topics that an officer lists, in their order. @throws Refusal INVALID_INPUT */
export function givenTopics(topics: readonly GivenTopic[]): readonly ActivityTopic[] {
  const { data } = WRITTEN.safeParse(
    topics.map(({ code, nameVi, nameEn }) => ({
      code: code ?? null,
      nameVi: givenText(nameVi, 'topics'),
      nameEn: maybeGivenText(nameEn, 'topics'),
    })),
  );
  if (data) return data;
  throw misgiven(
    'topics',
    text('Mã nội dung viết như BLACK_CREDIT.', 'A code is written like BLACK_CREDIT.'),
  );
}

/** Column of topics, in the order of the source; written as a list of `{ code?, nameVi, nameEn? }`. */
export function topicsColumn() {
  return { ...jsonColumn<readonly ActivityTopic[]>(WRITTEN), default: '[]' };
}
