import { both, text } from '../../../schema/contract/text.js';
import { jsonColumn } from '../../shared/database/columns.js';
import type { Maybe } from '../../shared/reading/asked.js';
import { givenText, maybeGivenText, misgiven } from '../document/given.js';
import { Field, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';

/** One of the key tasks that an agreement names, and who keeps track of it. */
@ObjectType('AgreementTask', {
  description: both(
    'Một nhiệm vụ trọng tâm của thỏa thuận và nơi theo dõi',
    'A key task of an agreement, and where its results are kept.',
  ),
})
export class AgreementTask {
  @Field(() => Int, { description: both('Thứ tự', 'Its place among the tasks, from 1.') })
  readonly ordinal!: number;

  @Field({ description: both('Nội dung tóm tắt', 'What it is in short, in Vietnamese.') })
  readonly nameVi!: string;

  @Field(() => String, {
    nullable: true,
    description: both('Nội dung tiếng Anh', 'What it is in short, in English.'),
  })
  readonly nameEn!: string | null;

  @Field(() => [String], {
    description: both(
      'Phân hệ theo dõi kết quả: union, coordination, recognition',
      'Subgraphs that keep track of its results: union, coordination, recognition.',
    ),
  })
  readonly trackedBy!: readonly string[];
}

const writtenTasks = z.array(
  z.strictObject({
    ordinal: z.int().min(1),
    nameVi: z.string().min(1),
    nameEn: z.string().min(1).nullable().default(null),
    trackedBy: z.array(z.enum(['union', 'coordination', 'recognition'])).min(1),
  }),
);

/** A task as an officer words it. */
interface GivenTask extends Pick<AgreementTask, 'nameVi' | 'trackedBy'> {
  readonly nameEn?: Maybe<string>;
}

/** The tasks that an officer lists, in their order. @throws Refusal INVALID_INPUT */
export function givenTasks(tasks: readonly GivenTask[]): readonly AgreementTask[] {
  const { data } = writtenTasks.safeParse(
    tasks.map(({ nameVi, nameEn, trackedBy }, index) => ({
      ordinal: index + 1,
      nameVi: givenText(nameVi, 'tasks'),
      nameEn: maybeGivenText(nameEn, 'tasks'),
      trackedBy,
    })),
  );
  if (data) return data;
  throw misgiven(
    'tasks',
    text(
      'Mỗi nhiệm vụ do ít nhất một phân hệ theo dõi: union, coordination hoặc recognition.',
      'Each task is tracked by one subgraph at least: union, coordination or recognition.',
    ),
  );
}

/** Column of tasks; written as a list of `{ ordinal, nameVi, nameEn, trackedBy }`. */
export function tasksColumn() {
  return { ...jsonColumn<readonly AgreementTask[]>(writtenTasks), default: '[]' };
}
