import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, Direction, PageArgs, type Connection } from '../../shared/page.js';
import { by } from '../../shared/reading/orders.js';
import type { Role } from '../../shared/rights/role.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { payloadOf, type Payload } from '../../shared/writing/payload.js';
import { RegisteredSource } from './registered-source.entity.js';
import { registerSource, RegisterSourceInput } from './source-registering.js';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';

const RegisteredSourceConnection = connectionOf(RegisteredSource);
const Registered = payloadOf('registerSource', RegisteredSource);

/** Who puts sources on record: whoever reports facts of an agency, and stewards. */
const REPORTERS = ['UNION_OFFICER', 'POLICE_OFFICER', 'DATA_STEWARD'] as const satisfies readonly Role[];

const NEWEST_FIRST = by('publishedOn', Direction.DESC);

/** Reads and adds the sources that officers put on record. */
@Resolver(() => RegisteredSource)
export class RegisteredSourceResolver {
  @Query(() => RegisteredSourceConnection, {
    nullable: true,
    description: both(
      'Các nguồn do cán bộ đăng ký, mới công bố trước',
      'The sources that officers put on record, the last published first.',
    ),
  })
  registeredSources(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<RegisteredSource>> {
    return read.page(RegisteredSource, { listing: { filters: [], order: NEWEST_FIRST }, page });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => Registered, {
    nullable: true,
    description: both(
      'Đăng ký một nguồn để mọi cơ quan dẫn làm xuất xứ',
      'Puts a source on record, for every agency to cite.',
    ),
  })
  registerSource(
    @Arg('input', () => RegisterSourceInput, { description: both('Nguồn', 'The source.') })
    input: RegisterSourceInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<RegisteredSource>> {
    return write.change({
      operation: 'registerSource',
      answers: RegisteredSource,
      by: REPORTERS,
      input,
      work: (tx) => registerSource(tx, input),
    });
  }
}
