import { callerWith, type Caller } from '../../../schema/contract/caller.js';
import { union } from '../../../subgraphs/union/subgraph.js';
import { verifyStored } from '../../../subgraphs/shared/audit/stored-chain.js';
import { Database } from '../../../subgraphs/shared/database/database.js';
import { inTransaction } from '../../../subgraphs/shared/database/transaction.js';
import { actorOf } from '../../../subgraphs/shared/rights/actor.js';
import { Writer } from '../../../subgraphs/shared/writing/writer.js';
import { TEST_DAY } from '../../support/loaded.js';
import { anOfficer, claimsOf } from '../../support/officers.js';
import { aRegister, BAC_NINH, officerOf, openChannel, VGCL, type Register } from '../writing/a-register.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const AUDITOR = anOfficer({ role: 'AUDITOR', organization: VGCL });
const READ = '{ unionAuditLog(first: 1) { nodes { subject purpose operation } } }';

let register: Register;
/** As a subgraph has it, with little patience. */
let hurried: Database;
beforeAll(async () => {
  register = await aRegister();
  const { databaseUrl: url } = register;
  hurried = await Database.open({ url, records: union.entities, migrations: [], statementTimeout: 300 });
});
afterAll(async () => {
  await hurried.close();
  await register.close();
});

interface Kept {
  readonly subject: string | null;
  readonly purpose: string | null;
}

/** The newest line, as a reader gets it, and the size of its text in the database. */
async function newest(): Promise<Kept & { readonly bytes: number }> {
  const { data } = await register.ask(READ, {}, AUDITOR);
  const [size] = await register.owner<{ bytes: number }>(
    'select octet_length(entry::text) as bytes from audit_entry order by position desc limit 1',
  );
  return { ...data.unionAuditLog.nodes[0], bytes: size?.bytes ?? 0 };
}

function officer(subject: string, purpose: string): Caller {
  return callerWith({ ...claimsOf({ role: 'UNION_OFFICER', organization: BAC_NINH, subject }), purpose });
}

describe('AUD-02: words of a caller in the log', () => {
  test.each([
    ['a line break', 'a\r\n{"decision":"DONE","subject":"b"}'],
    ['a terminal command', '\u001b[2J\u001b]0;x\u0007'],
    ['an end of the text', `","decision":"DONE"}', sha256('')); --`],
    ['an end of a quotation in SQL', `\\'; delete from audit_entry; --`],
    ['a line that looks the other way', '\u202eevil\u2066'],
  ])('are kept as they are, and are nothing but words: %s', async (_, words) => {
    await register.ask(READ, {}, officer(words, words));

    expect(await newest()).toMatchObject({ subject: words, purpose: words });
    expect((await verifyStored(register.subgraph.database)).fault).toBeNull();
  });

  test.each([
    ['account', 'x'.repeat(1_048_576), 'OFFICIAL_DUTY'],
    ['purpose', 'account-1', 'x'.repeat(1_048_576)],
  ])('are bounded: who has an endless %s acts as the public', async (_, subject, purpose) => {
    const { errors } = await register.ask(READ, {}, officer(subject, purpose));

    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN_SCOPE' } }]);
    expect(await newest()).toMatchObject({ subject: null, purpose: null });
    expect((await newest()).bytes).toBeLessThan(1_000);
  });

  test.each(['\0', '\ud800'])(
    'that no text of the database can hold make whoever sends them the public: %j',
    async (words) => {
      const { errors } = await register.ask(READ, {}, officer(`a${words}`, ''));

      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN_SCOPE' } }]);
      expect(await newest()).toMatchObject({ subject: null, purpose: null });
    },
  );

  test('are never the name that a client gave its operation', async () => {
    const name = 'x'.repeat(10_000);

    await register.ask(`query ${name} ${READ}`, {}, officerOf(BAC_NINH));

    expect(await newest()).toMatchObject({ operation: 'unionAuditLog' });
  });
});

/** How much there is of all that a mutation writes. */
async function state() {
  const [counts] = await register.owner(
    `select (select count(*) from official_channel) as channels, (select count(*) from answered_mutation) as answers,
       (select count(*) from record_version) as versions, (select count(*) from outbox) as told,
       (select position from chain_head) as head`,
  );
  return counts;
}

/** Runs while the log takes no line. */
async function whileFailing<Result>(sqlState: string, work: () => Promise<Result>): Promise<Result> {
  await register.owner(`create function fail() returns trigger language plpgsql as $$
    begin raise exception 'no space left on device' using errcode = '${sqlState}'; end $$;
    create trigger fail before insert on audit_entry for each statement execute function fail()`);
  try {
    return await work();
  } finally {
    await register.owner('drop function fail() cascade');
  }
}

/** Runs while somebody else holds the end of the chain. */
function whileLocked<Result>(work: () => Promise<Result>): Promise<Result> {
  return inTransaction(register.subgraph.database.fork(), async (em) => {
    await em.execute('select from chain_head for update');
    return work();
  });
}

const OUTAGES = [
  ['the disk is full', (work: () => Promise<unknown>) => whileFailing('53100', work)],
  ['its rights are gone', (work: () => Promise<unknown>) => whileFailing('42501', work)],
  ['it breaks a rule', (work: () => Promise<unknown>) => whileFailing('23514', work)],
  ['its end is locked', whileLocked],
] as const;

const hurriedWriter = (caller: Caller) =>
  new Writer({
    database: hurried,
    agency: union.agency,
    actor: actorOf(caller),
    requestId: 'request-1',
    today: TEST_DAY,
  });

describe.each(OUTAGES)('AUD-03: while the log cannot be written, since %s,', (_, during) => {
  test('nothing is changed', async () => {
    const before = await state();

    await during(async () => {
      await expect(hurriedWriter(officerOf(BAC_NINH)).change(openChannel(BAC_NINH))).rejects.toThrow();
    });

    expect(await state()).toEqual(before);
  });

  test('a refusal is not told either: it would have no line', async () => {
    const before = await state();

    await during(async () => {
      const refused = hurriedWriter(officerOf(BAC_NINH)).change(openChannel(VGCL));
      await expect(refused).rejects.not.toMatchObject({ code: 'FORBIDDEN_SCOPE' });
    });

    expect(await state()).toEqual(before);
  });

  test('the next change is made as soon as it can be', async () => {
    await during(() => Promise.resolve());

    const { errors } = await hurriedWriter(officerOf(BAC_NINH)).change(openChannel(BAC_NINH));

    expect(errors).toEqual([]);
    expect((await verifyStored(register.subgraph.database)).fault).toBeNull();
  });
});

describe('AUD-03: a protected read that has to leave a line', () => {
  test('fails with the log, and shows nothing', async () => {
    const { data, errors } = await whileFailing('53100', () => register.ask(READ, {}, officerOf(BAC_NINH)));

    expect(data).toEqual({ unionAuditLog: null });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions?.['code']).not.toBe('FORBIDDEN_SCOPE');
  });
});
