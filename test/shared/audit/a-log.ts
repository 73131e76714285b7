import { aLoaded } from '../../support/loaded.js';
import { union } from '../../../subgraphs/union/subgraph.js';
import type { AuditLine } from '../../../subgraphs/shared/writing/audit.js';

/** A line of which a test says only what matters to it. */
export type Line = Partial<Omit<AuditLine, 'actor' | 'requestId'>> & {
  readonly subject?: string;
  readonly organization?: string;
  readonly purpose?: string;
};

/** A register to which statements of the owner and lines of the log can be written as they are. */
export async function aLog(plan = union) {
  const asked = await aLoaded(plan);
  const owner = <Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
    asked.subgraph.database.fork().execute<Row[]>(sql, [...values]);
  return {
    ...asked,
    owner,
    write: (line: Line) => owner('select record_audit(?::jsonb)', [JSON.stringify({ ...USUAL, ...line })]),
  };
}

/** A register with its log. */
export type Log = Awaited<ReturnType<typeof aLog>>;

const USUAL = {
  subject: 'account-1',
  organization: null,
  role: 'UNION_OFFICER',
  purpose: 'OFFICIAL_DUTY',
  operation: 'openChannel',
  nodes: [],
  decision: 'DONE',
  request: 'request-1',
};
