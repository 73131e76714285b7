import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { AsOfArgs } from '../../shared/as-of.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { has, heldOnDay, named } from '../../shared/reading/filter.js';
import { by } from '../../shared/reading/orders.js';
import { AwardAuthorityRule } from './award-authority-rule.entity.js';
import { AwardAuthorityRuleConnection } from './award-authority-rule.resolver.js';
import { AwardCategory, AwardForm } from './award-form.entity.js';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

const AwardFormConnection = connectionOf(AwardForm);

/** Which forms of award a list holds. */
@ArgsType()
class FormFilter extends AsOfArgs {
  @Field(() => AwardCategory, {
    nullable: true,
    description: both('Chỉ loại này', 'Of this branch only.'),
  })
  readonly category?: AwardCategory;

  @Field(() => String, { nullable: true, description: both('Mã hình thức', 'With this code.') })
  readonly code?: string;

  @Field(() => String, {
    nullable: true,
    description: both('Tên có các từ bắt đầu bằng', 'With words in the name that begin so.'),
  })
  readonly name?: string;
}

/** Reads the forms of award. */
@Resolver(() => AwardForm)
export class AwardFormResolver {
  @Query(() => AwardForm, {
    nullable: true,
    description: both('Một hình thức khen thưởng', 'One form of award.'),
  })
  awardForm(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<AwardForm | null> {
    return read.byKey(AwardForm, keyOf('AwardForm', id));
  }

  @Query(() => AwardFormConnection, {
    nullable: true,
    description: both(
      'Các hình thức khen thưởng và danh hiệu thi đua, theo thứ bậc',
      'Forms of award and emulation titles, by rank.',
    ),
  })
  awardForms(
    @Args() { asOf, category, code, name }: FormFilter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<AwardForm>> {
    const filters = [...heldOnDay(asOf), ...has('category', category), ...has('code', code), ...named(name)];
    return read.page(AwardForm, { listing: { filters, order: by('rankOrder') }, page });
  }

  @FieldResolver(() => AwardAuthorityRuleConnection, {
    description: both(
      'Các quy tắc thẩm quyền đối với hình thức này; không có asOf thì gồm mọi thời kỳ',
      'Who may give it, by which rules; without asOf those of all times.',
    ),
  })
  authorityRules(
    @Root() form: AwardForm,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<AwardAuthorityRule>> {
    const listing = { by: 'form', filters: heldOnDay(asOf), order: by('validFrom') };
    return read.page(AwardAuthorityRule, { listing, page, parent: form.key });
  }
}
