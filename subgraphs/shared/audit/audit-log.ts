import { both } from '../../../schema/contract/text.js';
import { idOfRef, refOfId } from '../database/refs.js';
import { pageOf, type Connection, type PageArgs } from '../page.js';
import { askedText, isGiven, type Maybe } from '../reading/asked.js';
import { connectionFrom } from '../reading/connection.js';
import { invalidCursor } from '../reading/cursor.js';
import type { Reader } from '../reading/reader.js';
import type { AuditDecision } from '../writing/audit.js';
import type { UserErrorCode } from '../writing/refusal.js';
import { AUDIT_DECISIONS, type AuditEntry } from './audit-entry.js';
import { sql, type RawBuilder } from 'kysely';
import { ArgsType, Field, GraphQLISODateTime, ID } from 'type-graphql';

/** Which lines of an audit log a list holds. */
@ArgsType()
export class AuditLogFilter {
  @Field(() => AUDIT_DECISIONS, {
    nullable: true,
    description: both('Chỉ kết quả này', 'Of this outcome only.'),
  })
  readonly decision?: Maybe<AuditDecision>;

  @Field(() => String, { nullable: true, description: both('Chỉ thao tác này', 'Of this operation only.') })
  readonly operation?: Maybe<string>;

  @Field(() => String, { nullable: true, description: both('Chỉ tài khoản này', 'Of this account only.') })
  readonly subject?: Maybe<string>;

  @Field(() => ID, {
    nullable: true,
    description: both('Chỉ về bản ghi có mã này', 'About the record with this id only.'),
  })
  readonly node?: Maybe<string>;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: both('Từ thời điểm này', 'From this instant on.'),
  })
  readonly from?: Maybe<Date>;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: both('Trước thời điểm này', 'Before this instant.'),
  })
  readonly to?: Maybe<Date>;
}

/**
 * A page of the audit log, newest first, as far as the caller may read it.
 *
 * @throws HubError INVALID_PAGE, INVALID_CURSOR, INVALID_ID, INVALID_INPUT
 */
export async function auditLogPage(
  read: Reader,
  asked: PageArgs,
  filter: AuditLogFilter,
): Promise<Connection<AuditEntry>> {
  const page = pageOf(asked);
  const wanted = wantedSql(filter);
  const beyond = beyondSql(page.cursor, page.backward);
  const found = await read.rows(sql<Row>`
    select position, entry, encode(digest, 'hex') as digest from audit_entry
    where ${wanted} and ${beyond}
    order by position ${sql.raw(page.backward ? 'asc' : 'desc')} limit ${page.count + 1}`);
  return connectionFrom(page, { found, cursorOf, nodeOf, count: () => countOf(read, wanted) });
}

async function countOf(read: Reader, wanted: RawBuilder<unknown>): Promise<number> {
  const [row] = await read.rows(
    sql<{ total: string }>`select count(*) as total from audit_entry where ${wanted}`,
  );
  return Number(row?.total);
}

/** Instants are written alike in all lines, so that their texts are in the order of time. */
const AT = sql`(entry ->> 'at') collate "C"`;

function wantedSql({ decision, operation, subject, node, from, to }: AuditLogFilter): RawBuilder<unknown> {
  const conditions = [
    isGiven(decision) && sql`entry ->> 'decision' = ${decision}`,
    isGiven(operation) && sql`entry ->> 'operation' = ${askedText(operation)}`,
    isGiven(subject) && sql`entry ->> 'subject' = ${askedText(subject)}`,
    isGiven(node) && sql`entry -> 'nodes' @> ${JSON.stringify([refOfId(node)])}::jsonb`,
    isGiven(from) && sql`${AT} >= ${from.toISOString()}`,
    isGiven(to) && sql`${AT} < ${to.toISOString()}`,
  ];
  return sql.join([sql`true`, ...conditions.filter((each) => each !== false)], sql` and `);
}

const CURSOR = /^audit:(\d{1,15})$/;

function cursorOf({ position }: Row): string {
  return Buffer.from(`audit:${position}`).toString('base64url');
}

function beyondSql(cursor: string | null, isBackward: boolean): RawBuilder<unknown> {
  if (cursor === null) return sql`true`;
  const [, position] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!position) throw invalidCursor();
  return sql`position ${sql.raw(isBackward ? '>' : '<')} ${position}::bigint`;
}

interface Row {
  /** The driver gives numbers of 64 bits as text. */
  readonly position: string;
  readonly digest: string;
  readonly entry: Entry;
}

/** A line as `record_audit` keeps it. */
interface Entry {
  readonly at: string;
  readonly subject: string | null;
  readonly organization: string | null;
  readonly role: string;
  readonly purpose: string | null;
  readonly operation: string;
  readonly nodes: readonly string[];
  readonly decision: AuditDecision;
  readonly code?: UserErrorCode;
  readonly request: string;
}

function nodeOf({ position, digest, entry }: Row): AuditEntry {
  const { at, organization, nodes, request, code = null, ...rest } = entry;
  return {
    ...rest,
    position: Number(position),
    digest,
    at: new Date(at),
    organizationId: organization === null ? null : idOfRef(organization),
    nodeIds: nodes.map(idOfRef),
    code,
    requestId: request,
  };
}
