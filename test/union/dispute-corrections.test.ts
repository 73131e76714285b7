import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { corrected, REASON } from './a-correction.js';
import { anEnterprise, reported, through } from './a-dispute.js';
import { idOf, keyIn, unionId } from './a-union.js';
import { BAC_NINH, done, officeOf, refusal } from './an-office.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
let enterprise: string;
beforeAll(async () => {
  asked = await aLoaded(union);
  enterprise = await anEnterprise(asked);
});
afterAll(() => asked.close());

const CORRECTIONS = `corrections { reason correctedOn correctedVersion correctedBy { id } claim { id }
  changes { field before after } classification }`;

async function caseOf(id: string, selection: string, as = BAC_NINH) {
  const { data } = await asked.ask(
    `query ($id: ID!) { labourDisputeCase(id: $id) { ${selection} } }`,
    { id },
    as,
  );
  return data?.labourDisputeCase;
}

describe('a case that is corrected', () => {
  test('says what was changed, why, when and by which organisation', async () => {
    const record = await reported(asked, enterprise);

    const node = await done(
      asked,
      'correctDispute',
      corrected(
        record,
        { cause: 'OTHER', startedOn: '2026-02-01', kind: 'WORK_STOPPAGE' },
        `version cause startedOn kind ${CORRECTIONS}`,
      ),
    );
    expect(node).toEqual({
      version: 2,
      cause: 'OTHER',
      startedOn: '2026-02-01',
      kind: 'WORK_STOPPAGE',
      corrections: [
        {
          reason: REASON,
          correctedOn: '2026-10-01',
          correctedVersion: 1,
          correctedBy: { id: unionId('ldld-bac-ninh-2025') },
          claim: null,
          changes: [
            { field: 'startedOn', before: '2026-02-03', after: '2026-02-01' },
            { field: 'cause', before: 'EMPLOYER_VIOLATION', after: 'OTHER' },
          ],
          classification: 'RESTRICTED',
        },
      ],
    });
  });

  test('is about another enterprise, closed or not, and keeps its history', async () => {
    const other = await anEnterprise(asked);
    const record = await reported(asked, enterprise);
    await through(asked, record.claims[0], 'recordClaimUnresolved');
    const closed = await through(
      asked,
      record,
      'verifyDispute',
      'openDialogue',
      'recordAgreement',
      ['resolveDispute', { resolution: 'AGREEMENT' }],
      'closeDispute',
    );

    const node = await done(
      asked,
      'correctDispute',
      corrected(
        closed,
        { enterprise: other },
        'state enterprise { id } corrections { changes { field after } }',
      ),
    );
    expect(node).toEqual({
      state: 'CLOSED',
      enterprise: { id: other },
      corrections: [{ changes: [{ field: 'enterprise', after: other }] }],
    });
    const [kept] = await asked.subgraph.database
      .fork()
      .execute(`select count(*)::int as versions from record_version where key = ?`, [keyIn(record.id)]);
    expect(kept).toEqual({ versions: 7 });
  });

  test.each([
    ['to what it says already', { kind: 'WORK_STOPPAGE' }, ['GUARD_FAILED', 'something-to-correct']],
    ['to begin tomorrow', { startedOn: '2026-10-02' }, ['GUARD_FAILED', 'started-by-today']],
    ['to begin before the enterprise', { startedOn: '2019-01-01' }, ['GUARD_FAILED', 'exists-on-the-day']],
    ['to a main claim that is none', { mainClaim: 'MEALS' }, ['GUARD_FAILED', 'main-claim-is-claimed']],
    ['without a reason', { cause: 'OTHER', reason: ' ' }, ['INVALID_INPUT', 'reason']],
    [
      'for a marked reason',
      { cause: 'OTHER', reason: 'Công văn (Mật)' },
      ['STATE_SECRET_NOT_ADMISSIBLE', null],
    ],
    ['at another version', { cause: 'OTHER', expectedVersion: 9 }, ['STALE_VERSION', 'expectedVersion']],
  ])('is refused %s', async (_, more, why) => {
    const record = await reported(asked, enterprise);

    expect(await refusal(asked, 'correctDispute', corrected(record, more))).toEqual([why]);
    expect(await caseOf(record.id, 'version corrections { id }')).toEqual({ version: 1, corrections: [] });
  });

  test('is seen and corrected by nobody outside of the union', async () => {
    const record = await reported(asked, enterprise);
    const police = officeOf(idOf('PoliceOrganization', 'mps'), 'POLICE_OFFICER');
    const wanted = corrected(record, { cause: 'OTHER' }, 'id corrections { id }');
    const { corrections } = await done(asked, 'correctDispute', wanted);

    expect(await refusal(asked, 'correctDispute', { ...wanted, as: police })).toEqual([
      ['FORBIDDEN_SCOPE', 'role'],
    ]);
    const stranger = officeOf(unionId('ldld-ha-noi'), 'UNION_OFFICER');
    expect(await refusal(asked, 'correctDispute', { ...wanted, as: stranger })).toEqual([
      ['NOT_FOUND', 'id'],
    ]);
    const hidden = await asked.entities('DisputeCorrection', [{ id: corrections[0].id }], 'reason');
    expect(hidden.data).toEqual({ _entities: [null] });
  });
});

test('the database lets nothing of a case or a claim be changed without a correction of that version', async () => {
  const record = await reported(asked, enterprise);
  const [claim] = record.claims;
  await done(asked, 'correctClaim', corrected(claim, { workersBand: 'UP_TO_50' }));
  const broken = [
    [
      `update labour_dispute_case set cause = 'OTHER' where key = '${keyIn(record.id)}'`,
      'labour_dispute_case_only_corrected',
    ],
    [`update claim set kind = 'MEALS' where key = '${keyIn(claim.id)}'`, 'claim_only_corrected'],
  ];

  for (const [statement = '', constraint] of broken)
    await expect(asked.subgraph.database.fork().execute(statement)).rejects.toMatchObject({ constraint });
});
