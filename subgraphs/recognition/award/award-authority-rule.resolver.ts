import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { AsOfArgs } from '../../shared/as-of.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { has, heldOnDay, lists } from '../../shared/reading/filter.js';
import { by } from '../../shared/reading/orders.js';
import { Document, Organization } from '../borrowed.js';
import { AwardAuthorityRule } from './award-authority-rule.entity.js';
import { AwardAuthorityKind } from './award-authority-rule.enums.js';
import { AwardForm } from './award-form.entity.js';
import { ofForm } from './of-form.js';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

/** A page of authority rules. */
export const AwardAuthorityRuleConnection = connectionOf(AwardAuthorityRule);

/** Which authority rules a list holds. */
@ArgsType()
class RuleFilter extends AsOfArgs {
  @Field(() => String, {
    nullable: true,
    description: both('Mã hình thức, ví dụ BANG_KHEN', 'For the form with this code, such as BANG_KHEN.'),
  })
  readonly form?: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Mã tổ chức có thẩm quyền', 'Under which this organisation may award: its id.'),
  })
  readonly authority?: string;

  @Field(() => AwardAuthorityKind, {
    nullable: true,
    description: both('Loại cơ quan có thẩm quyền', 'For this kind of organisation.'),
  })
  readonly authorityKind?: AwardAuthorityKind;
}

/** Reads who may give which award on which day. */
@Resolver(() => AwardAuthorityRule)
export class AwardAuthorityRuleResolver {
  @Query(() => AwardAuthorityRule, {
    nullable: true,
    description: both('Một quy tắc thẩm quyền', 'One authority rule.'),
  })
  awardAuthorityRule(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<AwardAuthorityRule | null> {
    return read.byKey(AwardAuthorityRule, keyOf('AwardAuthorityRule', id));
  }

  @Query(() => AwardAuthorityRuleConnection, {
    nullable: true,
    description: both(
      'Ai được tặng hình thức nào, vào ngày nào; không có asOf thì gồm mọi thời kỳ',
      'Who may give which award on which day; without asOf the rules of all times.',
    ),
  })
  async awardAuthorityRules(
    @Args() { asOf, form, authority, authorityKind }: RuleFilter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<AwardAuthorityRule>> {
    const holder = lists('authorities', authority, ORGANIZATION_TYPES);
    const kind = has('authorityKind', authorityKind);
    const filters = [...heldOnDay(asOf), ...(await ofForm(read, form)), ...holder, ...kind];
    return read.page(AwardAuthorityRule, { listing: { filters, order: by('validFrom') }, page });
  }

  @FieldResolver(() => AwardForm, {
    nullable: true,
    description: both('Hình thức khen thưởng', 'The form of award.'),
  })
  form(@Root() rule: AwardAuthorityRule, @Ctx() { read }: SubgraphContext): Promise<AwardForm | null> {
    return read.byKey(AwardForm, rule.form);
  }

  @FieldResolver(() => [Organization], {
    nullable: 'items',
    description: both(
      'Các tổ chức đã có trong hệ thống có thẩm quyền này khi quy tắc còn hiệu lực; tổ chức khác cùng loại cũng có',
      'Organisations known to the hub that hold this authority at some time while the rule holds; others do as well.',
    ),
  })
  authorities(@Root() { authorities }: AwardAuthorityRule): readonly Borrowed[] {
    return authorities.map(borrowRef);
  }

  @FieldResolver(() => [Document], {
    nullable: 'items',
    description: both('Căn cứ pháp lý', 'The documents on which the rule rests.'),
  })
  legalBases(@Root() { legalBases }: AwardAuthorityRule): readonly Borrowed[] {
    return legalBases.map(borrowRef);
  }
}
