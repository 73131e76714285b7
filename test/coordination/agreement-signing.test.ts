import { ANONYMOUS } from '../../schema/contract/caller.js';
import type { Done, RegisterAtWork } from './at-work.js';
import { aJointPaper, drafted, inForce, seenBy, signed, signs, twoParties, type Parties } from './parties.js';
import { idOf, policeOfficer, unionOfficer } from './practice.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let parties: Parties;
let register: RegisterAtWork;
beforeAll(async () => {
  parties = await twoParties();
  ({ register } = parties);
});
afterAll(() => register.close());

const refusedFor = async (done: Promise<Done>) => (await done).refused;
describe('an agreement that is drafted', () => {
  test('is internal to its parties, with its tasks in their order', async () => {
    const task = { nameVi: 'Việc', trackedBy: ['union'] };
    const { node } = await drafted(parties, { ordinal: 1, tasks: [task, { ...task, nameEn: 'Work' }] });

    expect(node).toMatchObject({
      state: 'DRAFT',
      classification: 'INTERNAL',
      ordinal: 1,
      tasks: [{ ordinal: 1 }, { ordinal: 2 }],
      signatures: [],
    });
    const seen = [
      ANONYMOUS,
      unionOfficer('elsewhere'),
      parties.union.officer,
      parties.police.officer,
      unionOfficer('vgcl'),
    ];
    expect(
      await Promise.all(seen.map(async (caller) => (await seenBy(register, node.id, { caller })) !== null)),
    ).toEqual([false, false, true, true, true]);
  });

  test('is not listed as in force, before and after it is signed', async () => {
    const { node } = await signed(parties);

    const listed = async (asOf?: string): Promise<readonly string[]> => {
      const { data } = await register.ask(
        `query ($asOf: LocalDate, $party: ID) { coordinationAgreements(asOf: $asOf, party: $party, first: 50) { nodes { id } } }`,
        { asOf, party: parties.union.id },
        parties.union.officer,
      );
      return data.coordinationAgreements.nodes.map(({ id }: { id: string }) => id);
    };
    expect(await listed('2026-10-01')).not.toContain(node.id);
    expect(await listed()).toContain(node.id);
  });

  test.each([
    [
      'one party',
      { parties: [idOf('PoliceOrganization', 'cong-an-bac-ninh-2025')] },
      'INVALID_INPUT parties',
    ],
    [
      'one party named twice',
      { parties: Array(2).fill(idOf('PoliceOrganization', 'cong-an-bac-ninh-2025')) },
      'INVALID_INPUT parties',
    ],
    [
      'parties elsewhere',
      { parties: [idOf('PoliceOrganization', 'mps'), idOf('UnionOrganization', 'vgcl')] },
      'FORBIDDEN_SCOPE',
    ],
    ['the ordinal 0', { ordinal: 0 }, 'INVALID_INPUT ordinal'],
    [
      'a task that nobody tracks',
      { tasks: [{ nameVi: 'a', nameEn: 'a', trackedBy: [] }] },
      'INVALID_INPUT tasks',
    ],
    [
      'a mark of a state secret in a task',
      { tasks: [{ nameVi: 'Tối mật', nameEn: 'a', trackedBy: ['union'] }] },
      'STATE_SECRET_NOT_ADMISSIBLE',
    ],
    [
      'a predecessor that is for others to change',
      { supersedes: idOf('CoordinationAgreement', 'regulation-mps-vgcl-2023') },
      'FORBIDDEN_SCOPE id',
    ],
  ])('is refused with %s', async (_, more, refusal) => {
    expect(await refusedFor(drafted(parties, more))).toEqual([refusal]);
  });

  test('follows one of the same parties alone', async () => {
    const { node } = await inForce(parties, '2026-02-01');
    const others = [parties.police.id, idOf('UnionOrganization', 'vgcl')];
    const stranger = [parties.police.id, idOf('PublicBody', 'vff-bac-ninh-2025')];

    expect(await refusedFor(drafted(parties, { supersedes: node.id, parties: others }))).toEqual([]);
    expect(await refusedFor(drafted(parties, { supersedes: node.id, parties: stranger }))).toEqual([
      'GUARD_FAILED line-keeps-its-parties',
    ]);
  });

  test('may follow one of the organisations that its parties succeeded', async () => {
    const { node } = await register.change(policeOfficer('mps'), 'draftAgreement', {
      kind: 'PLAN',
      nameVi: 'Kế hoạch cũ',
      parties: [idOf('PoliceOrganization', 'cong-an-bac-giang'), idOf('UnionOrganization', 'ldld-bac-giang')],
    });

    expect(await refusedFor(drafted(parties, { supersedes: node.id }))).toEqual([]);
  });
});

describe('an agreement that is signed', () => {
  test('is so once every party has signed, on the day of the last one, by those in office', async () => {
    const draft = await drafted(parties);
    const paper = await aJointPaper(parties);
    const half = await signs(register, draft.node, parties.police, { document: paper });
    const whole = await signs(register, half.node, parties.union, {
      signedOn: '2026-01-09',
      document: paper,
    });

    expect(half.node).toMatchObject({
      state: 'DRAFT',
      signedOn: null,
      signatories: [{ officeVi: 'Người đứng đầu' }],
    });
    expect(whole.node).toMatchObject({
      state: 'SIGNED',
      signedOn: { value: '2026-01-09' },
      document: { id: paper },
      signatures: [{ signedOn: '2026-01-05' }, { signedOn: '2026-01-09' }],
      signatories: [{}, {}],
    });
  });

  test('is not signed by one side for the other', async () => {
    const { node } = await drafted(parties);
    const { officer } = parties.police;

    expect(await refusedFor(signs(register, node, { ...parties.union, officer }))).toEqual([
      'FORBIDDEN_SCOPE',
    ]);
    expect((await seenBy(register, node.id, { caller: officer })).signatures).toEqual([]);
  });

  test('is not signed by one person for two parties in scope', async () => {
    const [one, other] = ['cong-an-bac-ninh-2025', 'cong-an-bac-ninh-phuong-nenh'];
    const { node } = await register.change(policeOfficer('mps'), 'draftAgreement', {
      kind: 'PLAN',
      nameVi: 'Kế hoạch nội bộ ngành',
      parties: [one, other].map((name) => idOf('PoliceOrganization', name ?? '')),
    });
    const officer = policeOfficer('mps');
    const half = await signs(register, node, { ...parties.police, officer });

    expect(
      await refusedFor(
        signs(register, half.node, {
          ...parties.police,
          id: idOf('PoliceOrganization', other ?? ''),
          officer,
        }),
      ),
    ).toEqual(['SEPARATION_OF_DUTIES each-party-by-its-own-officer']);
  });

  test.each([
    ['by a party that is none', { party: idOf('UnionOrganization', 'vgcl') }, 'INVALID_INPUT party'],
    ['after today', { signedOn: '2026-10-02' }, 'GUARD_FAILED signed-by-today'],
    ['before the signatory took office', { signedOn: '2019-12-31' }, 'GUARD_FAILED signatory-in-office'],
    [
      'by somebody in office elsewhere',
      { signatory: idOf('OfficeHolding', 'to-lam-minister'), signedOn: '2023-04-25' },
      'GUARD_FAILED signatory-in-office',
    ],
  ])('is refused %s', async (_, more, refusal) => {
    const { node } = await drafted(parties);

    expect(await refusedFor(signs(register, node, parties.police, more))).toEqual([refusal]);
  });

  test('is signed once by each party, on one paper', async () => {
    const { node } = await drafted(parties);
    const half = await signs(register, node, parties.police, { document: await aJointPaper(parties) });

    expect(await refusedFor(signs(register, half.node, parties.police))).toEqual([
      'GUARD_FAILED party-signs-once',
    ]);
    expect(
      await refusedFor(signs(register, half.node, parties.union, { document: await aJointPaper(parties) })),
    ).toEqual(['GUARD_FAILED one-paper']);
  });

  test('keeps who recorded the signatures out of the graph, and as marks alone', async () => {
    const { node } = await signed(parties);

    const rows = await register.owner<{ recorded_by: string }>(`select recorded_by from agreement_signature`);
    const schema = await register.ask(`{ __type(name: "AgreementSignature") { fields { name } } }`);
    expect(JSON.stringify(rows)).not.toContain('OFFICER');
    expect(JSON.stringify(schema.data)).not.toContain('recordedBy');
    expect(node.state).toBe('SIGNED');
  });
});
