import { both, type Text } from '../../../schema/contract/text.js';
import type { AsOfArgs } from '../../shared/as-of.js';
import type { SubgraphContext } from '../../shared/context.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import type { Filter } from '../../shared/reading/filter.js';
import type { Order } from '../../shared/reading/cursor.js';
import type { HubRecord } from '../../shared/record.js';
import { Args, Ctx, FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';

/** Lists of one class, as they appear on the records to which its rows belong. */
export interface OwnedList<Row extends HubRecord, Asked extends AsOfArgs> {
  readonly type: ClassType<Row>;
  /** Name of the lists, such as `enterprises`. */
  readonly list: string;
  readonly Connection: ClassType<Connection<Row>>;
  /** Arguments of the lists. */
  readonly Filter: ClassType<Asked>;
  readonly conditions: (asked: Asked) => readonly Filter[];
  readonly order: Order;
}

/** On which record a list appears, and by which property its rows belong to it. */
export interface ListOwner {
  readonly owner: ClassType<HubRecord>;
  readonly by: string;
  readonly title: Text;
}

/** Makes the resolver of one list on one class of records. */
export function listOn<Row extends HubRecord, Asked extends AsOfArgs>(
  { type, list, Connection, Filter, conditions, order }: OwnedList<Row, Asked>,
  { owner, by, title }: ListOwner,
) {
  @Resolver(() => owner)
  class OwnedListResolver {
    @FieldResolver(() => Connection, { description: both(title.vi, title.en) })
    [list](
      @Root() { key }: HubRecord,
      @Args(() => Filter) asked: Asked,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() { read }: SubgraphContext,
    ): Promise<Connection<Row>> {
      return read.page(type, { listing: { by, filters: conditions(asked), order }, page, parent: key });
    }
  }
  return OwnedListResolver;
}
