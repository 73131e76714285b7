import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { by } from '../../shared/reading/orders.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { UnionOrganization } from '../organization/union-organization.entity.js';
import { Claim } from './claim.entity.js';
import { DisputeCorrection } from './dispute-correction.entity.js';
import { LabourDisputeCase } from './labour-dispute-case.entity.js';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

/** Adds to a case how it and its claims were corrected. */
@Resolver(() => LabourDisputeCase)
export class CaseCorrectionsResolver {
  @Directive('@tag(name: "apart-from/tips-of-a-place")')
  @NeedsScope('disputes:read')
  @FieldResolver(() => [DisputeCorrection], {
    description: both(
      'Các lần đính chính vụ việc và các yêu cầu, theo thứ tự',
      'How it and its claims were corrected, in their order.',
    ),
  })
  corrections(
    @Root() { key }: LabourDisputeCase,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly DisputeCorrection[]> {
    return read.whole(DisputeCorrection, { by: 'disputeCase', filters: [], order: by('recordedAt') }, key);
  }
}

/** Reads what was corrected, and by which organisation. */
@Resolver(() => DisputeCorrection)
export class DisputeCorrectionResolver {
  @Directive('@tag(name: "apart-from/tips-of-a-place")')
  @NeedsScope('disputes:read')
  @FieldResolver(() => Claim, {
    nullable: true,
    description: both('Yêu cầu được đính chính; trống: vụ việc', 'The claim; null where it was the case.'),
  })
  async claim(@Root() { claim }: DisputeCorrection, @Ctx() { read }: SubgraphContext): Promise<Claim | null> {
    return claim === null ? null : read.byKey(Claim, claim);
  }

  @Directive('@tag(name: "apart-from/tips-of-a-place")')
  @NeedsScope('disputes:read')
  @FieldResolver(() => UnionOrganization, {
    nullable: true,
    description: both('Tổ chức công đoàn đã đính chính', 'The union organisation that corrected it.'),
  })
  correctedBy(
    @Root() { correctedBy }: DisputeCorrection,
    @Ctx() { read }: SubgraphContext,
  ): Promise<UnionOrganization | null> {
    return read.byRef(UnionOrganization, correctedBy);
  }
}
