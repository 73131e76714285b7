import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { AwardForm } from '../award/award-form.entity.js';
import { RecognitionBatch } from '../batch/recognition-batch.entity.js';
import { Activity, Organization } from '../borrowed.js';
import { Decision } from '../decision/decision.entity.js';
import { Recipient } from '../recipient/recipient.entity.js';
import { Revocation } from '../revocation/revocation.entity.js';
import { RecognitionConnection, RecognitionFilter, recognitionListing } from './recognition-list.js';
import { Recognition } from './recognition.entity.js';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

/** Reads recognitions, which are public; whether by name is the recipient's to say. */
@Resolver(() => Recognition)
export class RecognitionResolver {
  @Query(() => Recognition, {
    nullable: true,
    description: both('Một lần khen thưởng', 'One recognition.'),
  })
  recognition(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Recognition | null> {
    return read.byKey(Recognition, keyOf('Recognition', id));
  }

  @Query(() => RecognitionConnection, {
    nullable: true,
    description: both('Các lần khen thưởng đã trao, mới nhất trước', 'Recognitions, latest first.'),
  })
  async recognitions(
    @Args(() => RecognitionFilter) filter: RecognitionFilter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<Recognition>> {
    return read.page(Recognition, { listing: await recognitionListing(read, filter), page });
  }

  @FieldResolver(() => AwardForm, {
    nullable: true,
    description: both('Hình thức khen', 'The form of award.'),
  })
  form(@Root() { form }: Recognition, @Ctx() { read }: SubgraphContext): Promise<AwardForm | null> {
    return read.byKey(AwardForm, form);
  }

  @FieldResolver(() => Recipient, {
    nullable: true,
    description: both(
      'Đối tượng; cá nhân chỉ tính vào số lượng thì công chúng không xem được',
      'Who was recognised; not for the public to see where it is an individual who appears in counts alone.',
    ),
  })
  recipient(@Root() { recipient }: Recognition, @Ctx() { read }: SubgraphContext): Promise<Recipient | null> {
    return read.byKey(Recipient, recipient);
  }

  @FieldResolver(() => Decision, {
    nullable: true,
    description: both('Quyết định', 'The decision to award.'),
  })
  decision(@Root() { decision }: Recognition, @Ctx() { read }: SubgraphContext): Promise<Decision | null> {
    return read.byKey(Decision, decision);
  }

  @FieldResolver(() => Revocation, {
    nullable: true,
    description: both('Việc thu hồi; trống khi còn hiệu lực', 'How it was taken back; null while it holds.'),
  })
  async revocation(
    @Root() { key }: Recognition,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Revocation | null> {
    const listing = { by: 'recognition', filters: [], order: BY_KEY };
    const [revocation] = await read.whole(Revocation, listing, key);
    return revocation ?? null;
  }

  @FieldResolver(() => RecognitionBatch, {
    nullable: true,
    description: both('Đợt khen thưởng đã tính lần khen này', 'The batch in which it is counted.'),
  })
  async batch(
    @Root() { batch }: Recognition,
    @Ctx() { read }: SubgraphContext,
  ): Promise<RecognitionBatch | null> {
    return batch === null ? null : read.byKey(RecognitionBatch, batch);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Cơ quan khen', 'The authority that gave it.'),
  })
  authority(@Root() { authority }: Recognition): Borrowed {
    return borrowRef(authority);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both(
      'Tổ chức của đối tượng; trống với cá nhân chỉ tính vào số lượng',
      'The organisation to which the recipient belongs; null for an individual who appears in counts alone.',
    ),
  })
  organization(@Root() { organization }: Recognition): Borrowed | null {
    return organization === null ? null : borrowRef(organization);
  }

  @FieldResolver(() => Activity, {
    nullable: true,
    description: both('Hoạt động nơi trao', 'The activity at which it was conferred.'),
  })
  activity(@Root() { activity }: Recognition): Borrowed | null {
    return activity === null ? null : borrowRef(activity);
  }
}
