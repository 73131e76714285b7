import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { AwardAuthorityRule } from '../award/award-authority-rule.entity.js';
import { AwardForm } from '../award/award-form.entity.js';
import { Decision } from '../decision/decision.entity.js';
import { BatchFilter } from './recognition-batch.args.js';
import { RecognitionBatch } from './recognition-batch.entity.js';
import { batchListing, RecognitionBatchConnection } from './recognition-batch-list.js';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

/** Reads recognitions as counts. */
@Resolver(() => RecognitionBatch)
export class RecognitionBatchResolver {
  @Query(() => RecognitionBatch, {
    nullable: true,
    description: both('Một đợt khen thưởng', 'One recognition batch.'),
  })
  recognitionBatch(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<RecognitionBatch | null> {
    return read.byKey(RecognitionBatch, keyOf('RecognitionBatch', id));
  }

  @Query(() => RecognitionBatchConnection, {
    nullable: true,
    description: both(
      'Các đợt khen thưởng, gồm cả đề nghị chưa rõ kết quả; mỗi dòng là một con số',
      'Recognition batches, proposals included; one batch for each count.',
    ),
  })
  async recognitionBatches(
    @Args(() => BatchFilter) filter: BatchFilter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<RecognitionBatch>> {
    return read.page(RecognitionBatch, { listing: await batchListing(read, filter), page });
  }

  @FieldResolver(() => AwardForm, {
    nullable: true,
    description: both('Hình thức khen thưởng', 'The form of award.'),
  })
  form(@Root() batch: RecognitionBatch, @Ctx() { read }: SubgraphContext): Promise<AwardForm | null> {
    return read.byKey(AwardForm, batch.form);
  }

  @FieldResolver(() => AwardAuthorityRule, {
    nullable: true,
    description: both(
      'Quy tắc thẩm quyền có hiệu lực khi khen',
      'The authority rule that was in force; null when unknown.',
    ),
  })
  async authorityRule(
    @Root() { authorityRule }: RecognitionBatch,
    @Ctx() { read }: SubgraphContext,
  ): Promise<AwardAuthorityRule | null> {
    return authorityRule === null ? null : read.byKey(AwardAuthorityRule, authorityRule);
  }

  @FieldResolver(() => Decision, {
    nullable: true,
    description: both('Quyết định khen thưởng; trống khi chưa biết', 'The decision; null when unknown.'),
  })
  async decision(
    @Root() { decision }: RecognitionBatch,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Decision | null> {
    return decision === null ? null : read.byKey(Decision, decision);
  }
}
