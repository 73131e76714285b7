import { globalId } from '../../schema/contract/ids.js';
import { refOfId } from '../../subgraphs/shared/database/refs.js';
import type { Office } from '../support/officers.js';
import { aHubAtWork, FEDERATION, type HubAtWork, idOf, type Node, of, POLICE, WHO } from './an-office.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let hub: HubAtWork;
let heads: Readonly<Record<'union' | 'police', string>>;
beforeAll(async () => {
  hub = await aHubAtWork('2026-10-01');
  heads = { union: await aHead(FEDERATION), police: await aHead(POLICE) };
});
afterAll(() => hub.close());

const TASK = { nameVi: 'Giữ gìn an ninh, trật tự tại các khu nhà trọ' };

/** Somebody at the head of an organisation for good: the sources attest single days alone. */
async function aHead(organization: string): Promise<string> {
  const [row] = await hub.sql<{ key: string }>(
    'coordination',
    `insert into office_holding (key, official_key, office_vi, office_en, organization, attested_on, valid_from)
     select gen_random_uuid(), key, 'Người đứng đầu', 'Head', ?, '[]', '2020-01-01' from official limit 1 returning key`,
    [refOfId(organization)],
  );
  return globalId({ type: 'OfficeHolding', key: row?.key ?? '' });
}

/** An agreement that both agencies sign, the police first, and that begins on a day. */
async function inForce(from: string, more: object = {}): Promise<Node> {
  const draft = await hub.done('draftAgreement', WHO.police, {
    kind: 'REGULATION',
    nameVi: 'Quy chế phối hợp công an và công đoàn tỉnh Bắc Ninh',
    parties: [POLICE, FEDERATION],
    tasks: [{ ...TASK, nameEn: 'Security and order at lodging quarters', trackedBy: ['coordination'] }],
    ...more,
  });
  const signed = { signedOn: '2026-01-05' };
  const half = await hub.done('signAgreement', WHO.police, {
    ...of(draft),
    ...signed,
    party: POLICE,
    signatory: heads.police,
  });
  const whole = await hub.done('signAgreement', WHO.union, {
    ...of(half),
    ...signed,
    party: FEDERATION,
    signatory: heads.union,
  });
  return hub.done('bringAgreementIntoForce', WHO.union, { ...of(whole), from, publish: true });
}

test('an agreement that both agencies sign closes its predecessor on its own first day, for all to see', async () => {
  const first = await inForce('2026-02-01');
  const second = await inForce('2026-06-01', { supersedes: first.id });

  const { data } = await hub.ask(
    `query ($id: ID!) { coordinationAgreement(id: $id) { state tasks { nameVi }
      parties { ... on PoliceOrganization { nameVi } ... on UnionOrganization { nameVi } }
      supersedes { id state validity { from to } } } }`,
    { id: second.id },
  );

  expect(data.coordinationAgreement).toEqual({
    state: 'IN_FORCE',
    tasks: [TASK],
    parties: [{ nameVi: 'Công an tỉnh Bắc Ninh' }, { nameVi: 'Liên đoàn Lao động tỉnh Bắc Ninh' }],
    supersedes: { id: first.id, state: 'SUPERSEDED', validity: { from: '2026-02-01', to: '2026-06-01' } },
  });
});

const BY_SYMBOL = `query ($symbol: String!) { documentBySymbol(symbol: $symbol) { grade document { id state
  relations { nodes { kind to { symbol } } } issuers { ... on PoliceOrganization { nameVi } } } } }`;

test('a document is registered with what it implements, related to another, published and found by its symbol', async () => {
  const draft = await hub.done('registerDocument', WHO.police, {
    symbol: 'Số 81/KH–CAT',
    nameVi: 'Kế hoạch phòng, chống tội phạm trong công nhân',
    type: 'PLAN',
    issuers: [POLICE],
    issuedOn: '2026-09-01',
    relations: [{ kind: 'IMPLEMENTS', to: idOf('Document', 'decree-06-2014') }],
  });
  const relation = { from: draft.id, to: idOf('Document', 'conclusion-13-kl-tw'), kind: 'CITES' };
  await hub.done('relateDocuments', WHO.police, relation);
  const hidden = await hub.ask(BY_SYMBOL, { symbol: '81/KH-CAT' });
  const issued = await hub.done('issueDocument', WHO.police, { ...of(draft), publish: true });
  await hub.done('bringDocumentIntoForce', WHO.police, { ...of(issued), from: '2026-09-10' });

  const found = await hub.ask(BY_SYMBOL, { symbol: '81/KH-CAT' });

  expect(hidden.data.documentBySymbol).toEqual([]);
  expect(found.data.documentBySymbol).toEqual([
    {
      grade: 'EXACT',
      document: {
        id: draft.id,
        state: 'IN_FORCE',
        relations: {
          nodes: [
            { kind: 'IMPLEMENTS', to: { symbol: '06/2014/NĐ-CP' } },
            { kind: 'CITES', to: { symbol: '13-KL/TW' } },
          ],
        },
        issuers: [{ nameVi: 'Công an tỉnh Bắc Ninh' }],
      },
    },
  ]);
});

const ONE = `query ($id: ID!) { reportingObligation(id: $id) {
  state dueOn receivedOn reporter { ... on UnionOrganization { nameVi } } report { symbol } } }`;

test('a report that does not come in time is overdue for both sides, and late when it comes', async () => {
  const basis = idOf('Document', 'decree-06-2014');
  const { id, version } = await hub.done('imposeObligation', WHO.police, {
    reporter: FEDERATION,
    recipient: POLICE,
    document: basis,
    period: { from: '2026-07-01', to: '2026-09-30' },
    dueOn: '2026-10-15',
  });
  const seen = async (office: Office = WHO.union) =>
    (await hub.ask(ONE, { id }, office)).data.reportingObligation;
  expect(await seen()).toMatchObject({
    state: 'DUE',
    reporter: { nameVi: 'Liên đoàn Lao động tỉnh Bắc Ninh' },
  });

  hub.moveTo('2026-10-16');
  expect(await Promise.all([seen(), seen(WHO.police)])).toMatchObject([
    { state: 'OVERDUE' },
    { state: 'OVERDUE' },
  ]);
  const report = await hub.done('registerDocument', WHO.union, {
    symbol: '77/BC-LĐLĐ',
    nameVi: 'Báo cáo quý III năm 2026',
    type: 'REPORT',
    issuers: [FEDERATION],
    issuedOn: '2026-10-16',
  });
  await hub.done('issueDocument', WHO.union, { ...of(report), publish: true });
  await hub.done('receiveReport', WHO.police, {
    id,
    expectedVersion: version,
    report: report.id,
    receivedOn: '2026-10-16',
  });

  expect(await seen()).toMatchObject({
    state: 'RECEIVED_LATE',
    receivedOn: '2026-10-16',
    report: { symbol: '77/BC-LĐLĐ' },
  });
  const outside = await hub.ask(ONE, { id });
  expect(outside.data).toEqual({ reportingObligation: null });
  expect(outside.errors).toMatchObject([{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }]);
});
