import { verifyStored } from '../../../subgraphs/shared/audit/stored-chain.js';
import { aLog, type Log } from './a-log.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let log: Log;
beforeAll(async () => {
  log = await aLog();
  for (const subject of ['Nguyễn-1', 'account-2', '"\\\u0001\r\n', 'account-4', 'account-5', 'account-6'])
    await log.write({ subject });
});
afterAll(() => log.close());

/** Does what only somebody with the rights of the owner, or with the disk, can do; and takes it back. */
async function tampered<Result>(undo: string, tamper: string, look: () => Promise<Result>): Promise<Result> {
  const forced = (statement: string) =>
    log.owner(
      `alter table audit_entry disable trigger user; ${statement}; alter table audit_entry enable trigger user`,
    );
  await forced(`create table before_tampering as table audit_entry; ${tamper}`);
  try {
    return await look();
  } finally {
    await forced(
      `delete from audit_entry; insert into audit_entry select * from before_tampering; drop table before_tampering; ${undo}`,
    );
  }
}

describe('the audit log of an agency', () => {
  test('is whole as the database wrote it, however many entries are read at a time', async () => {
    const [small, large] = [
      await verifyStored(log.subgraph.database, { batch: 2 }),
      await verifyStored(log.subgraph.database),
    ];

    expect(small).toMatchObject({ fault: null, last: { position: 6 } });
    expect(large).toEqual(small);
  });

  test('is checked as it was when the check began, while lines are written', async () => {
    const { last } = await verifyStored(log.subgraph.database);
    const written: Promise<unknown>[] = [];
    const onRead = () => written.push(log.write({ operation: 'meanwhile' }));

    const verdict = await verifyStored(log.subgraph.database, { batch: 1, onRead });
    await Promise.all(written);

    expect(verdict).toMatchObject({ fault: null, last });
    expect((await verifyStored(log.subgraph.database, { noted: last })).fault).toBeNull();
  });

  test.each([
    [
      'a changed entry',
      `update audit_entry set entry = entry || '{"decision": "REFUSED"}' where position = 3`,
      'ALTERED',
      3,
    ],
    ['a changed digest', `update audit_entry set digest = sha256('') where position = 2`, 'ALTERED', 2],
    ['a removed entry', 'delete from audit_entry where position = 4', 'MISSING', 4],
    [
      'two swapped entries',
      `update audit_entry a set entry = b.entry, digest = b.digest from audit_entry b
       where (a.position, b.position) in ((4, 5), (5, 4))`,
      'ALTERED',
      4,
    ],
    ['a removed end', 'delete from audit_entry where position > 5', 'CUT', 6],
    [
      'an entry before the first',
      `insert into audit_entry (position, entry, digest) values (-9, '{}', sha256(''))`,
      'ADDED',
      -9,
    ],
  ])('AUD-01: shows %s', async (_, tamper, kind, position) => {
    const { fault } = await tampered('select', tamper, () =>
      verifyStored(log.subgraph.database, { batch: 2 }),
    );

    expect(fault).toEqual({ kind, position });
  });

  test('AUD-01: shows that an older state was restored, to whoever noted a head since', async () => {
    const { last: noted } = await verifyStored(log.subgraph.database);
    const restore = `delete from audit_entry where position > 2;
      update chain_head set position = 2, digest = (select digest from audit_entry where position = 2)`;
    const undo = `update chain_head set position = ${noted.position}, digest = '\\x${noted.digest}'`;

    const [without, withNoted] = await tampered(undo, restore, async () => [
      await verifyStored(log.subgraph.database),
      await verifyStored(log.subgraph.database, { noted }),
    ]);

    expect(without?.fault).toBeNull();
    expect(withNoted?.fault).toEqual({ kind: 'NOTED_GONE', position: 3 });
  });

  test.each([`update audit_entry set entry = '{}'`, 'delete from audit_entry', 'truncate audit_entry'])(
    'refuses even the owner of the tables: %s',
    async (statement) => {
      await expect(log.owner(statement)).rejects.toThrow('never removed or rewritten');
    },
  );
});
