import { deIdentify } from '../../subgraphs/recognition/nomination/de-identify.js';
import { aRecipient, verified, recognised, OWN } from './a-nomination.js';
import { anAwardsOffice, type AwardsOffice, expected, keyIn } from './an-awards-office.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let office: AwardsOffice;
beforeAll(async () => {
  office = await anAwardsOffice();
});
afterAll(() => office.close());

describe('a name', () => {
  test('belongs to individuals alone', async () => {
    const { errors } = await office.doing(
      'registerRecipient',
      'nominator',
      aRecipient({ kind: 'COLLECTIVE' }),
    );

    expect(errors).toMatchObject([{ code: 'GUARD_FAILED', rule: 'name-of-an-individual' }]);
    const forged = office.sql(
      `with r as (insert into recipient (key, kind, side, visibility, organization, registered_by)
         values (gen_random_uuid(), 'COLLECTIVE', 'UNION', 'NAME_PUBLIC', 'UnionOrganization:x', 'UnionOrganization:x') returning key)
       select key from r`,
    );
    const [row] = (await forged) as readonly { key: string }[];
    await expect(
      office.sql(
        `insert into personal_text (key, classification, recipient_key, about_key, kind, text)
         values (gen_random_uuid(), 'RESTRICTED', ?, ?, 'NAME', 'x')`,
        [row?.key, row?.key],
      ),
    ).rejects.toThrow('personal_text_name_of_an_individual');
  });

  test('is kept in one table, and in no history, log or message', async () => {
    await recognised(office, 'Hoàng Văn Duy Nhất', { steps: ['grantConsent'] });

    const tables = await office.sql<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const holding: string[] = [];
    for (const { name } of tables) {
      const [row] = await office.sql<{ found: boolean }>(
        `select exists (select from "${name}" t where t::text like '%Duy Nhất%') as found`,
      );
      if (row?.found) holding.push(name);
    }
    expect(holding).toEqual(['personal_text']);
  });
});

describe('twelve months after the round closes', () => {
  const nameOf = (recipient: string) =>
    office.sql(`select kind from personal_text where recipient_key = ? order by kind`, [keyIn(recipient)]);

  test('who was nominated in vain is forgotten, once, and the audit log says so', async () => {
    const { file, recipient } = await verified(office, OWN);
    await office.done('rejectNomination', 'secretary', expected(file));

    await deIdentify(office.subgraph.database, '2027-10-31');
    expect(await nameOf(recipient)).toEqual([{ kind: 'ACHIEVEMENT' }, { kind: 'NAME' }]);
    await deIdentify(office.subgraph.database, '2027-11-01');
    expect(await nameOf(recipient)).toEqual([]);

    expect(await deIdentify(office.subgraph.database, '2027-11-01')).toBe(0);
    const lines = await office.sql<{ entry: { role: string; nodes: readonly string[] } }>(
      `select entry from audit_entry where entry ->> 'operation' = 'deIdentify'`,
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]?.entry).toMatchObject({
      role: 'SYSTEM',
      nodes: expect.arrayContaining([`Recipient:${keyIn(recipient)}`]),
    });
  });

  test('who was recognised is not, but whose file came to a halt is', async () => {
    const { recipient: honoured } = await recognised(office, 'Đỗ Thị Vinh', { steps: ['grantConsent'] });
    const { recipient: waiting } = await verified(office, OWN);

    await deIdentify(office.subgraph.database, '2030-01-01');

    expect(await nameOf(honoured)).toEqual([{ kind: 'ACHIEVEMENT' }, { kind: 'NAME' }]);
    expect(await nameOf(waiting)).toEqual([]);
  });
});
