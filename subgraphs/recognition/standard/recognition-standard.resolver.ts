import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { AsOfArgs } from '../../shared/as-of.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { has, heldOnDay, named, pointsAt } from '../../shared/reading/filter.js';
import { by, BY_NAME } from '../../shared/reading/orders.js';
import { AdministrativeUnit, Document } from '../borrowed.js';
import { RecognitionStandard } from './recognition-standard.entity.js';
import { StandardTarget } from './standard-target.entity.js';
import { StandardTargetConnection } from './standard-target.resolver.js';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

const RecognitionStandardConnection = connectionOf(RecognitionStandard);

/** Which standards a list holds. */
@ArgsType()
class StandardFilter extends AsOfArgs {
  @Field(() => String, { nullable: true, description: both('Mã tiêu chuẩn', 'With this code.') })
  readonly code?: string;

  @Field(() => String, {
    nullable: true,
    description: both('Tên có các từ bắt đầu bằng', 'With words in a name that begin so.'),
  })
  readonly name?: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Mã đơn vị hành chính áp dụng riêng', 'For this administrative unit alone: its id.'),
  })
  readonly territory?: string;
}

/** Reads the standards that can be recognised. */
@Resolver(() => RecognitionStandard)
export class RecognitionStandardResolver {
  @Query(() => RecognitionStandard, {
    nullable: true,
    description: both('Một tiêu chuẩn', 'One standard.'),
  })
  recognitionStandard(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<RecognitionStandard | null> {
    return read.byKey(RecognitionStandard, keyOf('RecognitionStandard', id));
  }

  @Query(() => RecognitionStandardConnection, {
    nullable: true,
    description: both(
      'Các tiêu chuẩn, danh hiệu được xét công nhận; không có asOf thì gồm mọi thời kỳ',
      'Standards that can be recognised; without asOf those of all times.',
    ),
  })
  recognitionStandards(
    @Args() { asOf, code, name, territory }: StandardFilter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<RecognitionStandard>> {
    const place = pointsAt('territory', territory, ['AdministrativeUnit']);
    const filters = [...heldOnDay(asOf), ...has('code', code), ...named(name), ...place];
    return read.page(RecognitionStandard, { listing: { filters, order: BY_NAME }, page });
  }

  @FieldResolver(() => [Document], {
    nullable: 'items',
    description: both('Căn cứ pháp lý', 'The documents on which it rests.'),
  })
  legalBases(@Root() { legalBases }: RecognitionStandard): readonly Borrowed[] {
    return legalBases.map(borrowRef);
  }

  @FieldResolver(() => AdministrativeUnit, {
    nullable: true,
    description: both('Địa bàn áp dụng; trống: cả nước', 'Where it applies; null for the whole country.'),
  })
  territory(@Root() { territory }: RecognitionStandard): Borrowed | null {
    return territory === null ? null : borrowRef(territory);
  }

  @FieldResolver(() => StandardTargetConnection, {
    description: both('Các tổ chức đặt chỉ tiêu phấn đấu đạt', 'Who set itself the target of meeting it.'),
  })
  targets(
    @Root() standard: RecognitionStandard,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<StandardTarget>> {
    const listing = { by: 'standard', filters: heldOnDay(asOf), order: by('validFrom') };
    return read.page(StandardTarget, { listing, page, parent: standard.key });
  }
}
