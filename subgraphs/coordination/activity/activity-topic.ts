import { both } from '../../../schema/contract/text.js';
import { jsonColumn } from '../../shared/database/columns.js';
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

/** Column of topics, in the order of the source; written as a list of `{ code?, nameVi, nameEn? }`. */
export function topicsColumn() {
  return { ...jsonColumn<readonly ActivityTopic[]>(WRITTEN), default: '[]' };
}
