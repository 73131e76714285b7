import { both } from '../../../schema/contract/text.js';
import { refText } from '../../shared/database/refs.js';
import { connectionBy, type Connection, type PageArgs } from '../../shared/page.js';
import type { Reader } from '../../shared/reading/reader.js';
import type { RecordClass } from '../../shared/reading/rows.js';
import type { HubRecord } from '../../shared/record.js';
import { boundOn, BY_SIGNING } from './agreement-list.js';
import { CoordinationAgreement } from './coordination-agreement.entity.js';
import { Field, ObjectType } from 'type-graphql';

/** An agreement that binds an organisation, and through whom. */
@ObjectType('ApplicableAgreementEdge', {
  description: both(
    'Một thỏa thuận áp dụng cho tổ chức, trực tiếp hoặc qua cấp trên',
    'An agreement that binds an organisation, itself or through one above it.',
  ),
})
export class ApplicableAgreementEdge {
  @Field({ description: both('Con trỏ', 'Its cursor.') })
  readonly cursor!: string;

  @Field(() => CoordinationAgreement, { description: both('Thỏa thuận', 'The agreement.') })
  readonly node!: CoordinationAgreement;

  @Field({ description: both('Chính tổ chức này là một bên', 'Whether it is itself a party.') })
  readonly isDirect!: boolean;

  /** References to the parties among the organisation and those above it, itself first. */
  readonly through!: readonly string[];
}

/** A page of the agreements that bind an organisation. */
export const ApplicableAgreementConnection = connectionBy({
  name: 'ApplicableAgreementConnection',
  description: both(
    'Một trang các thỏa thuận áp dụng cho một tổ chức',
    'A page of the agreements that bind an organisation.',
  ),
  row: CoordinationAgreement,
  edge: ApplicableAgreementEdge,
});

/** What {@link ApplicableAgreementConnection} answers. */
export type AgreementPage = Connection<CoordinationAgreement, ApplicableAgreementEdge>;

/** Whose agreements are asked for. */
export interface AskedAgreements {
  /** References to the organisation itself, first, and to those above it. */
  readonly organizations: readonly string[];
  readonly asOf: string | undefined;
  readonly page: PageArgs;
}

/** One page of the agreements to which an organisation, or one above it, is a party. @throws HubError INVALID_PAGE */
export async function applicableAgreements(
  read: Reader,
  { organizations, asOf, page }: AskedAgreements,
): Promise<AgreementPage> {
  const listing = { by: 'parties', filters: boundOn(asOf), order: BY_SIGNING };
  const parent = organizations.join(' ');
  const connection = await read.page(CoordinationAgreement, { listing, page, parent });
  const edges = connection.edges.map(({ cursor, node }): ApplicableAgreementEdge => {
    const through = organizations.filter((organization) => node.parties.includes(organization));
    return { cursor, node, through, isDirect: through[0] === organizations[0] };
  });
  return { ...connection, edges };
}

/** From which record upwards, and where the key of the one above stands. */
export interface Climb<Row extends HubRecord> {
  readonly type: RecordClass<Row>;
  readonly record: Row;
  readonly above: (record: Row) => string | null;
}

/** References to a record and to all above it, nearest first; a circle in the data ends the climb. */
export async function withThoseAbove<Row extends HubRecord>(
  read: Reader,
  { type, record, above }: Climb<Row>,
  below: readonly string[] = [],
): Promise<readonly string[]> {
  const ref = refText({ type: type.name, key: record.key });
  if (below.includes(ref)) return below;
  const refs = [...below, ref];
  const next = above(record);
  const superior = next === null ? null : await read.byKey(type, next);
  return superior ? withThoseAbove(read, { type, record: superior, above }, refs) : refs;
}
