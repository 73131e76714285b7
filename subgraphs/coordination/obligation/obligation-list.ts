import { both } from '../../../schema/contract/text.js';
import { connectionOf } from '../../shared/page.js';
import { isGiven } from '../../shared/reading/asked.js';
import type { Listing } from '../../shared/reading/listing.js';
import { by } from '../../shared/reading/orders.js';
import type { Reader } from '../../shared/reading/reader.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ObligationState, stateSql } from './obligation-state.js';
import { ReportingObligation } from './reporting-obligation.entity.js';
import { sql } from 'kysely';
import { ArgsType, Field, ID } from 'type-graphql';

/** A page of reporting obligations. */
export const ReportingObligationConnection = connectionOf(ReportingObligation);

/** Which reporting obligations of an organisation a list holds. */
@ArgsType()
export class ObligationFilter {
  @Field(() => ObligationState, {
    nullable: true,
    description: both('Chỉ trạng thái này, tính theo hôm nay', 'In this state only, as of today.'),
  })
  readonly state?: ObligationState;

  @Field(() => LocalDate, {
    nullable: true,
    description: both('Đến hạn từ ngày này', 'Due on or after this day.'),
  })
  readonly dueFrom?: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: both('Đến hạn đến hết ngày này', 'Due on or before this day.'),
  })
  readonly dueTo?: string;
}

/** Which reporting obligations the list of all holds. */
@ArgsType()
export class ObligationsFilter extends ObligationFilter {
  @Field(() => ID, {
    nullable: true,
    description: both(
      'Mã tổ chức phải báo cáo hoặc nhận báo cáo',
      'Owed by or to this organisation: its id.',
    ),
  })
  readonly organization?: string;
}

/** Properties of which one makes an organisation a side of an obligation. */
export const OWED_BY_OR_TO = ['reporter', 'recipient'] as const;

/** The obligations of a record that the arguments leave, the earliest due first. */
export async function obligationsBy(
  property: Listing['by'],
  asked: ObligationFilter,
  { read, today }: { readonly read: Reader; readonly today: string },
): Promise<Listing> {
  const isNarrowed = [asked.state, asked.dueFrom, asked.dueTo].some(isGiven);
  const filters = isNarrowed ? [{ property: 'key', in: await keysLeft(read, asked, today) }] : [];
  return { by: property, filters, order: by('dueOn') };
}

async function keysLeft(
  read: Reader,
  { state, dueFrom, dueTo }: ObligationFilter,
  today: string,
): Promise<readonly string[]> {
  const inState = isGiven(state) ? sql`${stateSql(today)} = ${state}` : sql`true`;
  const rows = await read.rows(sql<{ readonly key: string }>`
    select key from reporting_obligation
    where ${inState} and due_on between ${dueFrom ?? '-infinity'}::date and ${dueTo ?? 'infinity'}::date`);
  return rows.map(({ key }) => key);
}
