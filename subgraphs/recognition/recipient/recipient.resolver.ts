import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { Enterprise, Organization } from '../borrowed.js';
import { Consent } from '../consent/consent.entity.js';
import { nameOf } from './personal-texts.js';
import { Recipient } from './recipient.entity.js';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

/** Reads recipients. */
@Resolver(() => Recipient)
export class RecipientResolver {
  @Query(() => Recipient, {
    nullable: true,
    description: both('Một đối tượng được đề nghị hoặc được khen', 'One recipient.'),
  })
  recipient(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Recipient | null> {
    return read.byKey(Recipient, keyOf('Recipient', id));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: both(
      'Tên hiển thị của cá nhân: công khai khi cá nhân đồng ý và đã được trao; rút đồng ý thì ẩn với mọi người',
      'Display name of an individual: public once conferred and while consent is granted; withdrawn, nobody sees it.',
    ),
  })
  displayName(@Root() { key }: Recipient, @Ctx() { read }: SubgraphContext): Promise<string | null> {
    return nameOf(read, key);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both(
      'Chính đối tượng, hoặc nơi tập thể, cá nhân làm việc',
      'The recipient itself, or where the collective or the individual works.',
    ),
  })
  organization(@Root() { organization }: Recipient): Borrowed {
    return borrowRef(organization);
  }

  @FieldResolver(() => Enterprise, {
    nullable: true,
    description: both(
      'Doanh nghiệp, khi đối tượng là doanh nghiệp',
      'The enterprise, where the recipient is one.',
    ),
  })
  enterprise(@Root() { enterprise }: Recipient): Borrowed | null {
    return enterprise === null ? null : borrowRef(enterprise);
  }

  @NeedsScope('consents:read')
  @FieldResolver(() => Consent, {
    nullable: true,
    description: both(
      'Sự đồng ý; trống khi không thuộc quyền xem',
      'Consent; null for whoever may not read it.',
    ),
  })
  async consent(@Root() { key }: Recipient, @Ctx() { read }: SubgraphContext): Promise<Consent | null> {
    const [consent] = await read.whole(Consent, { by: 'recipient', filters: [], order: BY_KEY }, key);
    return consent ?? null;
  }
}
