import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { named } from '../../shared/reading/filter.js';
import { BY_NAME } from '../../shared/reading/orders.js';
import { Movement } from './movement.entity.js';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';

const MovementConnection = connectionOf(Movement);

/** Reads the movements. */
@Resolver(() => Movement)
export class MovementResolver {
  @Query(() => Movement, { nullable: true, description: both('Một phong trào', 'One movement.') })
  movement(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Movement | null> {
    return read.byKey(Movement, keyOf('Movement', id));
  }

  @Query(() => MovementConnection, {
    nullable: true,
    description: both('Các phong trào, theo thứ tự chữ cái', 'The movements, in alphabetical order.'),
  })
  movements(
    @Arg('name', () => String, {
      nullable: true,
      description: both(
        'Tên hoặc cách ghi tên có các từ bắt đầu bằng',
        'With words in one of the names that begin so.',
      ),
    })
    name: string | undefined,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<Movement>> {
    return read.page(Movement, { listing: { filters: named(name), order: BY_NAME }, page });
  }
}
