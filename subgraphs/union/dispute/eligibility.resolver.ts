import { both, text } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { requireRole } from '../../shared/rights/require-role.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import { Enterprise } from '../enterprise/enterprise.entity.js';
import { EligibilityWarning } from './eligibility-warning.js';
import { warningsOf } from './eligibility.js';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

/** Who judges nominations, and officers of the union for the enterprises that they serve. Source: domain rule, reads. */
const READERS = ['AWARD_SECRETARY', 'COUNCIL_MEMBER', 'UNION_OFFICER'] as const;

/** Tells those who judge nominations what speaks against an enterprise. */
@Resolver(() => Enterprise)
export class EligibilityResolver {
  /** @throws Refusal FORBIDDEN_SCOPE */
  @Directive('@tag(name: "apart-from/tips-of-a-place")')
  @NeedsScope('nominations:read')
  @FieldResolver(() => [EligibilityWarning], {
    nullable: true,
    description: both(
      'Cảnh báo khi xét khen, hôm nay; dành cho người xét khen và cán bộ công đoàn phụ trách',
      'What speaks against an award today; for those who judge nominations and the officers in charge.',
    ),
  })
  async eligibilityWarnings(
    @Root() { key }: Enterprise,
    @Ctx() context: SubgraphContext,
  ): Promise<readonly EligibilityWarning[]> {
    await requireRole(context, 'eligibilityWarnings', READERS);
    const warnings = await warningsOf(context.read, key);
    return warnings ?? context.write.refuse('eligibilityWarnings', notServed());
  }
}

function notServed(): Refusal {
  return new Refusal(
    UserErrorCode.FORBIDDEN_SCOPE,
    text(
      'Doanh nghiệp này không thuộc phạm vi tổ chức của bạn.',
      'This enterprise is not in the scope of your organisation.',
    ),
  );
}
