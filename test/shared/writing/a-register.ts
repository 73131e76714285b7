import 'reflect-metadata';
import { text } from '../../../schema/contract/text.js';
import { firstDataKey } from '../../../schema/contract/ids.js';
import type { Caller } from '../../../schema/contract/caller.js';
import { AS_PUBLIC, asActor } from '../../../subgraphs/shared/reading/access.js';
import { letWrite } from '../../../subgraphs/shared/database/guarding.js';
import { Reader } from '../../../subgraphs/shared/reading/reader.js';
import { actorOf } from '../../../subgraphs/shared/rights/actor.js';
import type { MutationInput } from '../../../subgraphs/shared/writing/input.js';
import type { Transaction } from '../../../subgraphs/shared/writing/transaction.js';
import { Writer } from '../../../subgraphs/shared/writing/writer.js';
import {
  ChannelKind,
  OfficialChannel,
} from '../../../subgraphs/union/communication/official-channel.entity.js';
import { union } from '../../../subgraphs/union/subgraph.js';
import { aLoaded, TEST_DAY } from '../../support/loaded.js';
import { anOfficer } from '../../support/officers.js';
import { randomUUID } from 'node:crypto';

const unionRef = (name: string): string => `UnionOrganization:${firstDataKey('UnionOrganization', name)}`;

/** The federation of Bắc Ninh since July 2025, which succeeded that of Bắc Giang. */
export const BAC_NINH = unionRef('ldld-bac-ninh-2025');
export const BAC_GIANG = unionRef('ldld-bac-giang');
export const VGCL = unionRef('vgcl');

/** A union's register in which officers may write official channels of the organisations in their scope. */
export async function aRegister() {
  const asked = await aLoaded(union);
  const { database } = asked.subgraph;
  const owner = `in_scope('UnionOrganization:' || organization_key)`;
  for (const statement of letWrite('official_channel', owner)) await database.fork().execute(statement);
  return {
    ...asked,
    owner: <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      database.fork().execute<Row[]>(sql, [...values]),
    writer: (caller: Caller) =>
      new Writer({
        database,
        agency: union.agency,
        actor: actorOf(caller),
        requestId: 'request-1',
        today: TEST_DAY,
      }),
    reader: (caller: Caller) => {
      const actor = actorOf(caller);
      return new Reader(database.forCaller(), actor ? asActor(actor, TEST_DAY) : AS_PUBLIC);
    },
  };
}

/** A register with its ways in. */
export type Register = Awaited<ReturnType<typeof aRegister>>;

/** An officer of the union of a province, another person each time where none is named. */
export function officerOf(organization: string, subject?: string): Caller {
  return anOfficer({ role: 'UNION_OFFICER', organization, ...(subject && { subject }) });
}

/** A request with a fresh key and whatever else is in its input. */
export function anInput(more: object = {}): MutationInput {
  return { idempotencyKey: `key-${randomUUID()}`, ...more };
}

/** The mutation that opens a channel of an organisation. */
export function openChannel(organization: string, input = anInput()) {
  return {
    operation: 'openChannel',
    answers: OfficialChannel,
    by: ['UNION_OFFICER'] as const,
    input,
    work: (tx: Transaction) => Promise.resolve(tx.create(OfficialChannel, channelOf(organization))),
  };
}

/** The values of a channel of an organisation. */
export function channelOf(organization: string) {
  return {
    organization: organization.split(':')[1] ?? '',
    kind: ChannelKind.PORTAL,
    nameVi: 'Cổng thông tin thử',
    searchKey: '',
    sortKey: '',
    exactKeys: [],
  };
}

/** What would be right, where a test refuses. */
export const TOLD = text('Sai', 'Wrong');
