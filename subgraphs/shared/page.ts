import { HubError } from '../../schema/contract/errors.js';
import { both, text } from '../../schema/contract/text.js';
import { isGiven } from './reading/asked.js';
import { ArgsType, type ClassType, Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Largest page, in rows. */
export const PAGE_LIMIT = 100;
const PAGE_DEFAULT = 20;

/** Which part of a list is asked for, after the Relay specification of connections. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: both(
      'Số dòng lấy từ đầu, 1 đến 100, mặc định 20',
      'Rows from the start: 1 to 100, 20 when not said.',
    ),
  })
  readonly first?: number;

  @Field(() => String, {
    nullable: true,
    description: both('Lấy sau con trỏ này', 'Rows after this cursor.'),
  })
  readonly after?: string;

  @Field(() => Int, {
    nullable: true,
    description: both('Số dòng lấy từ cuối, 1 đến 100', 'Rows from the end: 1 to 100.'),
  })
  readonly last?: number;

  @Field(() => String, {
    nullable: true,
    description: both('Lấy trước con trỏ này', 'Rows before this cursor.'),
  })
  readonly before?: string;
}

/** Direction of a sorted list. */
export enum Direction {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(Direction, {
  name: 'Direction',
  description: both('Chiều sắp xếp', 'Direction of a sorted list.'),
  valuesConfig: {
    ASC: { description: both('Tăng dần', 'Smallest, earliest or first in the alphabet first.') },
    DESC: { description: both('Giảm dần', 'Largest, latest or last in the alphabet first.') },
  },
});

/** A checked page: how many rows, in which direction, beyond which cursor. */
export interface Page {
  readonly count: number;
  readonly backward: boolean;
  readonly cursor: string | null;
}

/** @throws HubError INVALID_PAGE when the arguments contradict each other or ask for too much. */
export function pageOf({ first, after, last, before }: PageArgs): Page {
  const backward = isGiven(last);
  const count = (backward ? last : first) ?? PAGE_DEFAULT;
  const isMixed = backward ? isGiven(first) || isGiven(after) : isGiven(before);
  if (count < 1 || count > PAGE_LIMIT || isMixed) throw invalidPage();
  return { count, backward, cursor: (backward ? before : after) ?? null };
}

/** Where a page stands in its list. */
@Directive('@shareable')
@ObjectType({ description: both('Vị trí của trang trong danh sách', 'Where a page stands in its list.') })
export class PageInfo {
  @Field({ description: both('Còn dòng phía sau', 'Whether rows follow.') })
  readonly hasNextPage!: boolean;

  @Field({ description: both('Còn dòng phía trước', 'Whether rows precede.') })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: both('Con trỏ dòng đầu', 'Cursor of the first row.') })
  readonly startCursor!: string | null;

  @Field(() => String, { nullable: true, description: both('Con trỏ dòng cuối', 'Cursor of the last row.') })
  readonly endCursor!: string | null;
}

/** A row with its cursor. */
export interface Edge<Row> {
  readonly cursor: string;
  readonly node: Row;
}

/** A page of a list; the total is counted only when it is asked for. */
export interface Connection<Row, RowEdge extends Edge<Row> = Edge<Row>> {
  readonly edges: readonly RowEdge[];
  readonly nodes: readonly Row[];
  readonly pageInfo: PageInfo;
  totalCount(): Promise<number>;
}

/** The GraphQL type of a connection over `row`, named after it. */
export function connectionOf<Row extends object>(row: ClassType<Row>): ClassType<Connection<Row>> {
  return connectionBy({
    name: `${row.name}Connection`,
    description: both(`Một trang danh sách ${row.name}`, `A page of a list of ${row.name}.`),
    row,
    edge: edgeOf(row),
  });
}

/** What a connection is made of whose edges tell more than the cursor. */
export interface ConnectionPlan<Row extends object, RowEdge extends Edge<Row>> {
  readonly name: string;
  readonly description: string;
  readonly row: ClassType<Row>;
  readonly edge: ClassType<RowEdge>;
}

/** The GraphQL type of a connection over `row` by edges of their own. */
export function connectionBy<Row extends object, RowEdge extends Edge<Row>>({
  name,
  description,
  row,
  edge,
}: ConnectionPlan<Row, RowEdge>): ClassType<Connection<Row, RowEdge>> {
  @ObjectType(name, { description })
  class RowConnection implements Connection<Row, RowEdge> {
    @Field(() => [edge], { description: both('Các dòng kèm con trỏ', 'The rows with their cursors.') })
    readonly edges!: readonly RowEdge[];

    @Field(() => [row], { description: both('Các dòng', 'The rows.') })
    readonly nodes!: readonly Row[];

    @Field(() => PageInfo, { description: both('Vị trí của trang', 'Where the page stands.') })
    readonly pageInfo!: PageInfo;

    /** Counts the whole list. */
    readonly count!: () => Promise<number>;

    @Field(() => Int, { description: both('Tổng số dòng của cả danh sách', 'Rows in the whole list.') })
    totalCount(): Promise<number> {
      return this.count();
    }
  }
  return RowConnection;
}

function edgeOf<Row extends object>(row: ClassType<Row>): ClassType<Edge<Row>> {
  @ObjectType(`${row.name}Edge`, {
    description: both(`Một dòng ${row.name}`, `A ${row.name} with its cursor.`),
  })
  class RowEdge implements Edge<Row> {
    @Field({ description: both('Con trỏ', 'Its cursor.') })
    readonly cursor!: string;

    @Field(() => row, { description: both('Bản ghi', 'The record.') })
    readonly node!: Row;
  }
  return RowEdge;
}

function invalidPage(): HubError {
  return new HubError(
    'INVALID_PAGE',
    text(
      `Trang lấy từ 1 đến ${PAGE_LIMIT} dòng, dùng first/after hoặc last/before.`,
      `A page asks for 1 to ${PAGE_LIMIT} rows, with first/after or with last/before.`,
    ),
    { limit: PAGE_LIMIT },
  );
}
