import { ANONYMOUS } from '../../schema/contract/caller.js';
import { refOfId } from '../../subgraphs/shared/database/refs.js';
import { anOfficialRegister, OFFICER, POLICE, type OfficialRegister } from './an-appointment.js';
import type { Done } from './at-work.js';
import { actingAs, idOf, of, policeOfficer, unionOfficer } from './practice.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let register: OfficialRegister;
beforeAll(async () => {
  register = await anOfficialRegister();
});
afterAll(() => register.close());

const UNION = idOf('UnionOrganization', 'ldld-bac-ninh-2025');

/** An agreement of the police and the union that the police sign in the office held. */
async function signedIn({ node: { id: signatory } }: Done): Promise<Done> {
  const drafted = await register.change(OFFICER, 'draftAgreement', {
    kind: 'REGULATION',
    nameVi: 'Quy chế có chữ ký',
    parties: [POLICE, UNION],
  });
  return register.change(OFFICER, 'signAgreement', {
    ...of(drafted.node),
    party: POLICE,
    signedOn: '2026-02-01',
    signatory,
  });
}

/** Ids of the offices that the organisation lists. */
async function listed(more = ''): Promise<readonly string[]> {
  const { data } = await register.ask(
    `query ($id: ID!) { policeOrganization(id: $id) { officials${more} { id } } }`,
    { id: POLICE },
  );
  return data.policeOrganization.officials.map(({ id }: { id: string }) => id);
}

describe('an appointment that was recorded by mistake', () => {
  test('is voided with its reason, and stays readable as such', async () => {
    const { node } = await register.voided(await register.appointed());

    expect(node).toMatchObject({
      version: 2,
      voidedOn: '2026-10-01',
      voidReason: 'Nhập nhầm tổ chức',
      voidedBy: { __typename: 'PoliceOrganization' },
      validity: { from: '2026-01-01', to: null },
    });
    const { data } = await register.ask(
      `query ($id: ID!) { node: _entities(representations: [{ __typename: "OfficeHolding", id: $id }]) {
        ... on OfficeHolding { officeVi voidedOn voidReason } } }`,
      { id: node.id },
    );
    expect(data.node).toEqual([
      { officeVi: 'Giám đốc Công an tỉnh', voidedOn: '2026-10-01', voidReason: 'Nhập nhầm tổ chức' },
    ]);
  });

  test('counts as never held in the lists of any day, which show it where that is asked', async () => {
    const { node } = await register.voided(await register.appointed());

    expect(await listed()).not.toContain(node.id);
    expect(await listed('(asOf: "2026-06-01")')).not.toContain(node.id);
    expect(await listed('(asOf: "2026-06-01", includeVoided: true)')).toContain(node.id);
  });

  test('leaves the days to the one that is right', async () => {
    const first = await register.appointed();
    const again = { name: null, official: first.node.official.id };
    expect((await register.appointed(again)).refused).toEqual([
      'GUARD_FAILED office_holding_official_key_one_per_day',
    ]);
    await register.voided(first);

    expect((await register.appointed(again)).refused).toEqual([]);
  });

  test('may be one to come, or one that ended', async () => {
    const toCome = await register.appointed({ from: '2026-11-01' });
    const ended = await register.ended(await register.appointed());

    expect((await register.voided(toCome)).refused).toEqual([]);
    expect((await register.voided(ended)).refused).toEqual([]);
  });

  test('is written to the audit log', async () => {
    const { node } = await register.voided(await register.appointed());

    const [line] = await register.owner<{ entry: object }>(
      `select entry from audit_entry order by position desc limit 1`,
    );
    expect(line?.entry).toMatchObject({
      operation: 'voidOfficeHolding',
      decision: 'DONE',
      nodes: [refOfId(node.id)],
    });
  });
});

describe('somebody whose only office was voided', () => {
  const named = async (id: string, caller = ANONYMOUS): Promise<unknown> =>
    (await register.ask('query ($id: ID!) { official(id: $id) { name } }', { id }, caller)).data.official;

  test('is known to who has the office in scope alone, until there is another office', async () => {
    const first = await register.appointed();
    const { id } = first.node.official;
    await register.voided(first);

    expect(await named(id)).toBeNull();
    expect(await named(id, policeOfficer('cong-an-elsewhere'))).toBeNull();
    expect(await named(id, OFFICER)).not.toBeNull();

    await register.appointed({ name: null, official: id, from: '2026-05-01' });
    expect(await named(id)).not.toBeNull();
  });

  test('is known to nobody else when both offices are voided at once', async () => {
    const first = await register.appointed();
    const { id } = first.node.official;
    const second = await register.appointed({ name: null, official: id, officeVi: 'Bí thư Đảng ủy' });

    await Promise.all([register.voided(first), register.voided(second)]);

    expect(await named(id)).toBeNull();
  });

  test('stays public by another office', async () => {
    const first = await register.appointed();
    const { id } = first.node.official;
    await register.appointed({ name: null, official: id, officeVi: 'Bí thư Đảng ủy' });
    await register.voided(first);

    expect(await named(id)).not.toBeNull();
  });
});

describe('voiding is refused', () => {
  test('while something signed rests on the office, which is named', async () => {
    const appointed = await register.appointed();
    await signedIn(appointed);

    const { data } = await register.ask(
      `mutation ($input: VoidOfficeHoldingInput!) { voidOfficeHolding(input: $input) {
        errors { code rule message messageVi } } }`,
      { input: { ...of(appointed.node), idempotencyKey: 'void-signed-1', reason: 'Nhập nhầm' } },
      OFFICER,
    );
    expect(data.voidOfficeHolding.errors).toEqual([
      {
        code: 'GUARD_FAILED',
        rule: 'nothing-signed-in-office',
        message: expect.stringContaining('"Quy chế có chữ ký"'),
        messageVi: expect.stringContaining('"Quy chế có chữ ký"'),
      },
    ]);
    expect((await register.ended(appointed)).refused).toEqual([]);
  });

  test('where something was signed that the officer may not see, without naming it', async () => {
    const appointed = await register.appointed();
    await register.owner(
      `insert into document (key, classification, name_vi, search_key, sort_key, exact_keys, document_type, state, signatories)
       values (gen_random_uuid(), 'RESTRICTED', 'Văn bản nội bộ', 'x', 'x', '{}', 'PLAN', 'ISSUED', array[?])`,
      [refOfId(appointed.node.id)],
    );

    expect((await register.voided(appointed)).refused).toEqual(['GUARD_FAILED nothing-signed-in-office']);
  });

  test('of who signed a document that is known from sources', async () => {
    const president = idOf('OfficeHolding', 'nguyen-dinh-khang-president');
    const holding = { node: { id: president, version: 1 }, refused: [] };

    expect((await register.voided(holding, {}, unionOfficer('vgcl'))).refused).toEqual([
      'GUARD_FAILED nothing-signed-in-office',
    ]);
  });

  test('a second time, as is ending what was voided', async () => {
    const voided = await register.voided(await register.appointed());

    expect((await register.voided(voided)).refused).toEqual(['INVALID_TRANSITION voidOfficeHolding']);
    expect((await register.ended(voided)).refused).toEqual(['INVALID_TRANSITION endOfficeHolding']);
  });

  test.each([
    ['without a reason', { reason: ' ' }, 'INVALID_INPUT reason'],
    ['at a version that nobody read', { expectedVersion: 7 }, 'STALE_VERSION expectedVersion'],
  ])('%s', async (_, more, refusal) => {
    expect((await register.voided(await register.appointed(), more)).refused).toEqual([refusal]);
  });

  test('to who has no such role or scope, and nothing changes', async () => {
    const appointed = await register.appointed();
    const strangers = [
      policeOfficer('cong-an-elsewhere'),
      unionOfficer('vgcl'),
      actingAs('DATA_STEWARD', 'mps'),
    ];

    for (const officer of strangers)
      expect((await register.voided(appointed, {}, officer)).refused).toEqual([
        expect.stringContaining('FORBIDDEN_SCOPE'),
      ]);
    expect(await listed()).toContain(appointed.node.id);
  });
});

describe('an office that was voided', () => {
  test('signs nothing', async () => {
    expect((await signedIn(await register.voided(await register.appointed()))).refused).toEqual([
      'GUARD_FAILED signatory-in-office',
    ]);
  });

  test('signs nothing either where it is voided at the same moment', async () => {
    const appointed = await register.appointed();
    const both = await Promise.all([signedIn(appointed), register.voided(appointed)]);

    expect(both.flatMap(({ refused }) => refused)).toEqual([
      expect.stringMatching(/^GUARD_FAILED (signatory-in-office|nothing-signed-in-office)$/),
    ]);
  });
});
