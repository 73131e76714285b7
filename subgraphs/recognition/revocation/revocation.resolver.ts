import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { Decision } from '../decision/decision.entity.js';
import { Recognition } from '../recognition/recognition.entity.js';
import { Revocation } from './revocation.entity.js';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

/** Leads from a revocation to what was revoked and by which decision. */
@Resolver(() => Revocation)
export class RevocationResolver {
  @FieldResolver(() => Recognition, {
    nullable: true,
    description: both('Lần khen bị thu hồi', 'What was taken back.'),
  })
  recognition(
    @Root() { recognition }: Revocation,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Recognition | null> {
    return read.byKey(Recognition, recognition);
  }

  @FieldResolver(() => Decision, {
    nullable: true,
    description: both('Quyết định thu hồi', 'The decision to take it back.'),
  })
  decision(@Root() { decision }: Revocation, @Ctx() { read }: SubgraphContext): Promise<Decision | null> {
    return read.byKey(Decision, decision);
  }
}
