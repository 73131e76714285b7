import { ANONYMOUS } from '../../../schema/contract/caller.js';
import { globalId } from '../../../schema/contract/ids.js';
import { Refusal, UserErrorCode } from '../../../subgraphs/shared/writing/refusal.js';
import type { Transaction } from '../../../subgraphs/shared/writing/transaction.js';
import { OfficialChannel } from '../../../subgraphs/union/communication/official-channel.entity.js';
import {
  anInput,
  aRegister,
  BAC_GIANG,
  BAC_NINH,
  channelOf,
  officerOf,
  openChannel,
  TOLD,
  VGCL,
  type Register,
} from './a-register.js';
import { until } from '../../support/until.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let register: Register;
beforeAll(async () => {
  register = await aRegister();
});
afterAll(() => register.close());

interface AuditRow {
  readonly entry: Readonly<Record<string, unknown>>;
}

const lastLine = async () => {
  const [row] = await register.owner<AuditRow>(
    'select entry from audit_entry order by position desc limit 1',
  );
  return row?.entry;
};

const channels = async (): Promise<number> => {
  const [row] = await register.owner<{ count: number }>(
    'select count(*)::int as count from official_channel',
  );
  return row?.count ?? 0;
};

const anOpenChannel = async (): Promise<string> => {
  const { node } = await register.writer(officerOf(BAC_NINH)).change(openChannel(BAC_NINH));
  return globalId({ type: 'OfficialChannel', key: node?.key ?? '' });
};

const codeOf = ({ errors }: { errors: readonly { code: string }[] }) => errors.map(({ code }) => code);

describe('a mutation that is done', () => {
  test('answers with the record, and leaves one line in the audit log that says who, what and when', async () => {
    const caller = officerOf(BAC_NINH, 'account-7');

    const { node, errors } = await register.writer(caller).change(openChannel(BAC_NINH));

    expect({ errors, version: node?.version }).toEqual({ errors: [], version: 1 });
    expect(await lastLine()).toEqual({
      subject: 'account-7',
      organization: BAC_NINH,
      role: 'UNION_OFFICER',
      purpose: 'OFFICIAL_DUTY',
      operation: 'openChannel',
      nodes: [`OfficialChannel:${node?.key}`],
      decision: 'DONE',
      request: 'request-1',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
  });

  test('costs nine statements beside those of its work', async () => {
    const before = register.statementCount();

    await register.writer(officerOf(BAC_NINH)).change(openChannel(BAC_NINH));

    const insertedRow = 1;
    expect(register.statementCount() - before).toBe(9 + insertedRow);
  });

  test('is not done again when it is sent again', async () => {
    const caller = officerOf(BAC_NINH);
    const input = anInput();
    const first = await register.writer(caller).change(openChannel(BAC_NINH, input));
    const before = await channels();

    const again = await register.writer(caller).change(openChannel(BAC_NINH, input));

    expect(again.node?.key).toBe(first.node?.key);
    expect(await channels()).toBe(before);
  });

  test('is done once when it is sent five times at the same time', async () => {
    const input = anInput();
    const before = await channels();

    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        register.writer(officerOf(BAC_NINH)).change(openChannel(BAC_NINH, input)),
      ),
    );

    expect(new Set(answers.map(({ node }) => node?.key)).size).toBe(1);
    expect(await channels()).toBe(before + 1);
  });

  test('is told to the other agencies in the same transaction', async () => {
    const { node } = await register.writer(officerOf(BAC_NINH)).change({
      ...openChannel(BAC_NINH),
      work: async (tx) => {
        const channel = tx.create(OfficialChannel, channelOf(BAC_NINH));
        tx.announce({ entity: `OfficialChannel:${channel.key}`, kind: 'CHANNEL_OPENED', content: { a: 1 } });
        return Promise.resolve(channel);
      },
    });

    const told = await register.owner(`select kind, content from outbox where entity = ?`, [
      `OfficialChannel:${node?.key}`,
    ]);
    expect(told).toEqual([{ kind: 'CHANNEL_OPENED', content: { a: 1 } }]);
  });
});

/** Lets two change the same two channels, each beginning with another one, and neither before the other has begun. */
async function crosswise(ids: readonly string[]) {
  let begun = 0;
  const changing = (order: readonly string[]) =>
    register.writer(officerOf(BAC_NINH)).change({
      ...openChannel(BAC_NINH),
      work: async (tx: Transaction) => {
        const first = await tx.find(OfficialChannel, order[0] ?? '');
        begun += 1;
        await until(() => begun >= 2);
        const second = await tx.find(OfficialChannel, order[1] ?? '');
        first.nameVi = second.nameVi = `Cổng ${begun}`;
        return first;
      },
    });
  return Promise.all([changing(ids), changing(ids.toReversed())]);
}

describe('two mutations that wait for each other', () => {
  test('are both done, one after the other', async () => {
    const opened = [await anOpenChannel(), await anOpenChannel()];

    const answers = await crosswise(opened);

    expect(answers.flatMap(codeOf)).toEqual([]);
    expect(new Set(answers.map(({ node }) => node?.version))).toEqual(new Set([2, 3]));
  });
});

describe('a mutation that is refused', () => {
  test('changes nothing, and its line in the audit log has no content', async () => {
    const before = await channels();

    const payload = await register.writer(officerOf(BAC_NINH)).change({
      ...openChannel(BAC_NINH, anInput({ nameVi: 'nội dung riêng' })),
      work: async (tx) => {
        tx.create(OfficialChannel, channelOf(BAC_NINH));
        await tx.flush();
        throw new Refusal(UserErrorCode.GUARD_FAILED, TOLD, { rule: 'a-rule' });
      },
    });

    expect(payload).toMatchObject({
      node: null,
      errors: [{ code: 'GUARD_FAILED', rule: 'a-rule', requestId: 'request-1', agency: expect.any(String) }],
    });
    expect(await channels()).toBe(before);
    expect(await lastLine()).toMatchObject({ decision: 'REFUSED', code: 'GUARD_FAILED' });
    expect(JSON.stringify(await lastLine())).not.toContain('riêng');
  });

  test('may be sent again under its key, and is then judged anew', async () => {
    const caller = officerOf(BAC_NINH);
    const input = anInput();
    const refusing = { ...openChannel(BAC_NINH, input), by: ['AUDITOR'] as const };

    expect(codeOf(await register.writer(caller).change(refusing))).toEqual(['FORBIDDEN_SCOPE']);
    expect(codeOf(await register.writer(caller).change(openChannel(BAC_NINH, input)))).toEqual([]);
  });

  test.each([
    ['the public', ANONYMOUS, 'PUBLIC'],
    ['an officer of another role', officerOf(BAC_NINH), 'UNION_OFFICER'],
  ])('for want of a role is known to the audit log: %s', async (_, caller, role) => {
    const mutation = { ...openChannel(BAC_NINH), by: ['AUDITOR'] as const };

    expect(codeOf(await register.writer(caller).change(mutation))).toEqual(['FORBIDDEN_SCOPE']);
    expect(await lastLine()).toMatchObject({ role, decision: 'REFUSED', code: 'FORBIDDEN_SCOPE' });
  });

  test('is one with the key of another request', async () => {
    const caller = officerOf(BAC_NINH);
    const { idempotencyKey } = anInput();
    await register.writer(caller).change(openChannel(BAC_NINH, { idempotencyKey }));

    const other = openChannel(BAC_NINH, anInput({ idempotencyKey, nameVi: 'khác' }));

    expect(codeOf(await register.writer(caller).change(other))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });

  test.each(['\0', '\ud800'])('is one with what no database keeps as text: %j', async (nameVi) => {
    const payload = await register
      .writer(officerOf(BAC_NINH))
      .change(openChannel(BAC_NINH, anInput({ nameVi })));

    expect(codeOf(payload)).toEqual(['INVALID_INPUT']);
  });

  test.each(['short', 'có dấu cách và tiếng Việt', 'x'.repeat(101)])(
    'is one with the key %p',
    async (idempotencyKey) => {
      const payload = await register
        .writer(officerOf(BAC_NINH))
        .change(openChannel(BAC_NINH, { idempotencyKey }));

      expect(payload.errors).toMatchObject([{ code: 'INVALID_INPUT', field: 'idempotencyKey' }]);
    },
  );

  test('is one that breaks a rule of the database, which is named', async () => {
    const payload = await register.writer(officerOf(BAC_NINH)).change({
      ...openChannel(BAC_NINH),
      work: (tx) =>
        Promise.resolve(
          tx.create(OfficialChannel, {
            ...channelOf(BAC_NINH),
            validFrom: '2026-02-01',
            validTo: '2026-01-01',
          }),
        ),
    });

    expect(payload.errors).toMatchObject([{ code: 'GUARD_FAILED', rule: 'valid_in_order' }]);
  });

  test('is one about a version that is no longer the last', async () => {
    const caller = officerOf(BAC_NINH);
    const { node } = await register.writer(caller).change(openChannel(BAC_NINH));
    const id = globalId({ type: 'OfficialChannel', key: node?.key ?? '' });
    const rename = (nameVi: string) => ({
      ...openChannel(BAC_NINH),
      work: async (tx: Parameters<ReturnType<typeof openChannel>['work']>[0]) => {
        const channel = await tx.findExpected(OfficialChannel, { id, expectedVersion: 1 });
        return Object.assign(channel, { nameVi });
      },
    });

    const first = await register.writer(caller).change(rename('Một'));
    const second = await register.writer(caller).change(rename('Hai'));

    expect(first.node).toMatchObject({ nameVi: 'Một', version: 2 });
    expect(codeOf(second)).toEqual(['STALE_VERSION']);
  });

  test.each(['TUYỆT MẬT', 'Tối mật: kế hoạch', 'Độ mật: Mật', 'Công văn số 1 (Mật)', 'MẬT', 'TÀI LIỆU MẬT'])(
    'is one with a state-secret mark, and no table keeps a trace of it: %s',
    async (mark) => {
      const input = anInput({ deep: [{ title: `${mark} zq-trace` }] });

      const payload = await register.writer(officerOf(BAC_NINH)).change(openChannel(BAC_NINH, input));

      expect(codeOf(payload)).toEqual(['STATE_SECRET_NOT_ADMISSIBLE']);
      const kept = await register.owner(
        `select 1 from audit_entry where entry::text like '%zq-trace%'
         union all select 1 from answered_mutation where key = ?`,
        [input.idempotencyKey],
      );
      expect(kept).toEqual([]);
    },
  );

  test.each(['bảo mật thông tin', 'Bí mật nhà nước', 'BẢO MẬT', 'mật ong', 'BÍ MẬT', 'MẬT KHẨU'])(
    'is none for a word that only holds one: %s',
    async (nameVi) => {
      const payload = await register
        .writer(officerOf(BAC_NINH))
        .change(openChannel(BAC_NINH, anInput({ nameVi })));

      expect(codeOf(payload)).toEqual([]);
    },
  );
});

describe('a refused read', () => {
  const linesOf = async (): Promise<number> => {
    const [row] = await register.owner<{ count: number }>(
      `select count(*)::int as count from audit_entry where entry ->> 'operation' in ('cases', 'others')`,
    );
    return row?.count ?? 0;
  };

  test('has one line in the audit log for each field, however many records of a list it was asked of', async () => {
    const writer = register.writer(officerOf(BAC_NINH));
    const refusal = new Refusal(UserErrorCode.FORBIDDEN_SCOPE, TOLD);
    const asked = ['cases', 'cases', 'others', 'cases'].map((field) => writer.refuse(field, refusal));

    for (const each of asked) await expect(each).rejects.toBe(refusal);

    expect(await linesOf()).toBe(2);
  });
});

describe('a failure', () => {
  test('leaves nothing, not even a line in the audit log', async () => {
    const [before, lines] = [await channels(), await lastLine()];
    const failing = register.writer(officerOf(BAC_NINH)).change({
      ...openChannel(BAC_NINH),
      work: async (tx) => {
        tx.create(OfficialChannel, channelOf(BAC_NINH));
        await tx.flush();
        throw new Error('a bug');
      },
    });

    await expect(failing).rejects.toThrow('a bug');
    expect([await channels(), await lastLine()]).toEqual([before, lines]);
  });
});

describe('row-level security', () => {
  test.each([
    ['of the own organisation', BAC_NINH, []],
    ['of an organisation that the own one succeeded', BAC_GIANG, []],
    ['of an organisation above', VGCL, ['FORBIDDEN_SCOPE']],
  ])('lets an officer write what is %s, or not, though the mutation does not check', async (_, of, codes) => {
    const payload = await register.writer(officerOf(BAC_NINH)).change(openChannel(of));

    expect(codeOf(payload)).toEqual(codes);
  });

  test('lets the confederation write what is below it', async () => {
    expect(codeOf(await register.writer(officerOf(VGCL)).change(openChannel(BAC_NINH)))).toEqual([]);
  });

  test.each([
    ['the officer of the organisation', officerOf(BAC_NINH), true],
    ['the officer of the one above', officerOf(VGCL), true],
    ['the officer of another organisation', officerOf(BAC_GIANG), false],
    ['the public', ANONYMOUS, false],
  ])('shows an internal row to %s: %#', async (_, caller, isShown) => {
    const { node } = await register.writer(officerOf(BAC_NINH)).change({
      ...openChannel(BAC_NINH),
      work: (tx) =>
        Promise.resolve(
          tx.create(OfficialChannel, { ...channelOf(BAC_NINH), classification: 'INTERNAL' as never }),
        ),
    });

    const shown = await register.reader(caller).byKey(OfficialChannel, node?.key ?? '');

    expect(shown !== null).toBe(isShown);
  });

  test('holds for a statement that forgets every condition', async () => {
    await register.owner(
      `update official_channel set classification = 'RESTRICTED' where key in
      (select key from official_channel where organization_key = ? limit 1)`,
      [BAC_NINH.split(':')[1]],
    );
    const em = register.subgraph.database.forCaller();

    const seen = await em.execute<object[]>(`select distinct classification from official_channel`);

    expect(seen).toEqual([{ classification: 'PUBLIC' }]);
  });

  test.each(['outbox', 'chain_head', 'inbox', 'first_data'])('leaves callers no way to %s', async (table) => {
    const em = register.subgraph.database.forCaller();

    await expect(em.execute(`select * from ${table}`)).rejects.toMatchObject({ code: '42501' });
  });

  test('lets nothing be deleted', async () => {
    const em = register.subgraph.database.forCaller();

    await expect(em.execute('delete from official_channel')).rejects.toMatchObject({ code: '42501' });
  });
});
