import { both } from '../../../schema/contract/text.js';
import type { Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { refOfId } from '../../shared/database/refs.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { RecognitionBatch } from '../batch/recognition-batch.entity.js';
import { Activity, Enterprise, PoliceOrganization, UnionOrganization } from '../borrowed.js';
import { FormAndYear, LATEST, ofFormAndYear, RecognitionConnection } from './recognition-list.js';
import { Recognition } from './recognition.entity.js';
import { Args, Ctx, FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';

/** Adds to another agency's type the single recognitions that its property leads to. */
function recognitionsOf(type: ClassType<Borrowed>, property: string, description: string) {
  @Resolver(() => type)
  class RecognitionsResolver {
    @FieldResolver(() => RecognitionConnection, { nullable: true, description })
    async recognitions(
      @Root() { id }: Borrowed,
      @Args(() => FormAndYear) asked: FormAndYear,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() { read }: SubgraphContext,
    ): Promise<Connection<Recognition>> {
      const listing = { by: property, filters: await ofFormAndYear(read, asked), order: LATEST };
      return read.page(Recognition, { listing, page, parent: refOfId(id) });
    }
  }
  return RecognitionsResolver;
}

const RECEIVED = both(
  'Các lần khen thưởng mà tổ chức, tập thể, cá nhân của tổ chức đã nhận',
  'Recognitions of the organisation, its collectives and its people, one by one.',
);

/** Adds to a batch the recognitions that were published of it. */
@Resolver(() => RecognitionBatch)
class BatchRecognitionsResolver {
  @FieldResolver(() => RecognitionConnection, {
    description: both(
      'Các lần khen đã công bố trong đợt; không bao giờ nhiều hơn số lượng của đợt',
      'Recognitions that were published of it; never more than it counts.',
    ),
  })
  recognitions(
    @Root() { key }: RecognitionBatch,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<Recognition>> {
    return read.page(Recognition, {
      listing: { by: 'batch', filters: [], order: LATEST },
      page,
      parent: key,
    });
  }
}

/** What leads to recognitions from the records of other agencies and from batches. */
export const recognitionContributions = [
  recognitionsOf(UnionOrganization, 'organization', RECEIVED),
  recognitionsOf(PoliceOrganization, 'organization', RECEIVED),
  recognitionsOf(
    Enterprise,
    'enterprise',
    both('Các lần doanh nghiệp được khen', 'Recognitions of the enterprise itself.'),
  ),
  recognitionsOf(
    Activity,
    'activity',
    both('Các lần khen thưởng trao tại đây', 'Recognitions conferred there.'),
  ),
  BatchRecognitionsResolver,
] as const;
