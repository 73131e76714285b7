import { ANONYMOUS } from '../../schema/contract/caller.js';
import { anOfficer } from '../support/officers.js';
import { aRegisterAtWork, everything, type Done, type RegisterAtWork } from './at-work.js';
import { idOf, of, policeOfficer, refOf, unionOfficer } from './practice.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const UNION = 'ldld-bac-ninh-2025';
const PLANNER = unionOfficer(UNION);
const APPROVER = anOfficer({
  role: 'UNION_OFFICER',
  organization: refOf('UnionOrganization', UNION),
  subject: 'another-person',
});
const POLICE = policeOfficer('cong-an-bac-ninh-2025');
const ELSEWHERE = unionOfficer('ldld-elsewhere');

let register: RegisterAtWork;
beforeAll(async () => {
  register = await aRegisterAtWork();
});
afterAll(() => register.close());

const A_PLAN = {
  kind: 'TRAINING',
  level: 'PROVINCIAL',
  nameVi: 'Tập huấn tổ tự quản',
  organisers: [idOf('UnionOrganization', UNION)],
  coOrganisers: [idOf('PoliceOrganization', 'cong-an-bac-ninh-2025')],
};
const planned = (more: object = {}, officer = PLANNER): Promise<Done> =>
  register.change(officer, 'planActivity', { ...A_PLAN, ...more });
const HELD = { heldOn: '2026-09-30' };

async function anActivity(
  plan: object,
  ...steps: readonly (readonly [mutation: string, input?: object])[]
): Promise<Done> {
  let done = await planned(plan);
  for (const [mutation, input] of steps)
    done = await register.change(APPROVER, mutation, { ...of(done.node), ...input });
  return done;
}
const refusedFor = async (done: Promise<Done>) => (await done).refused;
const seenBy = async (id: string, caller = ANONYMOUS) =>
  (await register.ask('query ($id: ID!) { activity(id: $id) { state products { kind } } }', { id }, caller))
    .data.activity;

describe('an activity', () => {
  test('is planned with its topics, period, agreement and day', async () => {
    const { node } = await planned({
      plannedFor: '2026-11-15',
      topics: [{ code: 'BLACK_CREDIT', nameVi: 'Tín dụng đen' }, { nameVi: 'An ninh mạng' }],
      periodReviewed: { from: '2026-01-01', to: '2026-06-30' },
      agreement: idOf('CoordinationAgreement', 'regulation-mps-vgcl-2023'),
      movement: idOf('Movement', 'toan-dan-bao-ve-an-ninh-to-quoc'),
      places: [idOf('AdministrativeUnit', 'bac-ninh-phuong-nenh')],
      audienceKinds: ['TEAM_MEMBER'],
    });

    expect(node).toMatchObject({
      state: 'PLANNED',
      classification: 'INTERNAL',
      plannedFor: '2026-11-15',
      heldOn: null,
      topics: [{ code: 'BLACK_CREDIT' }, { code: null }],
    });
  });

  test('is approved by another person, held, and reported on in figures', async () => {
    const { node } = await anActivity(
      {},
      ['approveActivity'],
      ['holdActivity', HELD],
      [
        'reportActivity',
        {
          participantsBand: { value: 200, comparator: 'ABOUT', text: 'khoảng 200 người' },
          products: [
            { kind: 'LEAFLET', quantity: { value: 1500, comparator: 'MORE_THAN' } },
            { kind: 'PANEL' },
          ],
          publish: true,
        },
      ],
    );

    expect(node).toMatchObject({
      state: 'REPORTED',
      version: 4,
      heldOn: { value: '2026-09-30', precision: 'DAY' },
      participantsBand: { value: 200, comparator: 'ABOUT', unit: 'people' },
      products: [
        { kind: 'LEAFLET', classification: 'PUBLIC', quantity: { value: 1500, unit: 'leaflets' } },
        { kind: 'PANEL', quantity: null },
      ],
    });
    expect(await seenBy(node.id)).toMatchObject({ state: 'REPORTED', products: [{}, {}] });
  });

  test('is not approved by whoever planned it, in whatever role', async () => {
    const { node } = await planned();
    const [subject, organization] = ['UNION_OFFICER-1', refOf('PoliceOrganization', 'mps')];

    expect(await register.change(PLANNER, 'approveActivity', of(node))).toEqual({
      node: null,
      refused: ['SEPARATION_OF_DUTIES approved-by-another'],
    });
    const joint = await planned({ organisers: [...A_PLAN.organisers, ...A_PLAN.coOrganisers] });
    const asPolice = anOfficer({ role: 'POLICE_OFFICER', organization, subject });
    expect(await refusedFor(register.change(asPolice, 'approveActivity', of(joint.node)))).toEqual([
      'SEPARATION_OF_DUTIES approved-by-another',
    ]);
  });

  test.each([
    ['before it is approved', [], ['holdActivity', HELD], 'INVALID_TRANSITION hold'],
    [
      'on a day after today',
      [['approveActivity']],
      ['holdActivity', { heldOn: '2026-10-02' }],
      'GUARD_FAILED held-by-today',
    ],
    ['once it is cancelled', [['cancelActivity']], ['approveActivity'], 'INVALID_TRANSITION approve'],
    [
      'with fewer than nobody',
      [['approveActivity'], ['holdActivity', HELD]],
      ['reportActivity', { participantsBand: { value: -1, comparator: 'ABOUT' } }],
      'INVALID_INPUT participantsBand',
    ],
    [
      'with a number of no size',
      [['approveActivity'], ['holdActivity', HELD]],
      ['reportActivity', { products: [{ kind: 'PANEL', quantity: { comparator: 'ABOUT' } }] }],
      'INVALID_INPUT products',
    ],
  ] as const)('is not taken further %s', async (_, steps, last, refusal) => {
    expect(await anActivity({}, ...steps, last)).toEqual({ node: null, refused: [refusal] });
  });

  test.each([
    ['nobody', { organisers: [] }, 'FORBIDDEN_SCOPE'],
    ['others', { organisers: [idOf('UnionOrganization', 'ldld-elsewhere')] }, 'FORBIDDEN_SCOPE'],
    [
      'the own organisation and an unknown one',
      { coOrganisers: [idOf('PublicBody', 'unknown')] },
      'INVALID_INPUT coOrganisers',
    ],
    [
      'the own organisation under an unknown agreement',
      { agreement: idOf('CoordinationAgreement', 'unknown') },
      'NOT_FOUND id',
    ],
    [
      'the own organisation about a period turned round',
      { periodReviewed: { from: '2026-02-01', to: '2026-01-01' } },
      'INVALID_INPUT periodReviewed',
    ],
    [
      'the own organisation with a malformed code',
      { topics: [{ code: 'black credit', nameVi: 'a' }] },
      'INVALID_INPUT topics',
    ],
    ['the own organisation in no place', { places: [idOf('UnionOrganization', UNION)] }, 'INVALID_INPUT'],
  ])('is not planned for %s', async (_, more, refusal) => {
    expect(await refusedFor(planned(more))).toEqual([refusal]);
  });

  test('leaves no trace when it carries a mark of a state secret', async () => {
    const topics = [{ nameVi: 'Độ mật: Mật zq-trace' }];

    expect(await refusedFor(planned({ topics }))).toEqual(['STATE_SECRET_NOT_ADMISSIBLE']);
    expect(await everything(register)).not.toContain('zq-trace');
  });
});

describe('an internal activity', () => {
  test('is read by officers of those who organise it and those above, and is changed by its organisers', async () => {
    const { node } = await planned();
    const readers = [
      ANONYMOUS,
      ELSEWHERE,
      policeOfficer('cong-an-elsewhere'),
      PLANNER,
      POLICE,
      unionOfficer('vgcl'),
      policeOfficer('mps'),
    ];

    expect(
      await Promise.all(readers.map(async (caller) => (await seenBy(node.id, caller)) !== null)),
    ).toEqual([false, false, false, true, true, true, true]);
    expect(await refusedFor(register.change(ELSEWHERE, 'cancelActivity', of(node)))).toEqual([
      'NOT_FOUND id',
    ]);
    expect(await refusedFor(register.change(POLICE, 'cancelActivity', of(node)))).toEqual([
      'FORBIDDEN_SCOPE id',
    ]);
  });

  test('keeps its products internal', async () => {
    const { node } = await anActivity(
      {},
      ['approveActivity'],
      ['holdActivity', HELD],
      ['reportActivity', { products: [{ kind: 'POSTER' }] }],
    );
    const product = `{ activities(state: REPORTED, first: 100) { nodes { id products { kind classification } } } }`;

    const seen = async (caller = ANONYMOUS) =>
      (await register.seen(product, caller)).data.activities.nodes.filter(
        ({ id }: { id: string }) => id === node.id,
      );

    expect(await seen(POLICE)).toEqual([
      { id: node.id, products: [{ kind: 'POSTER', classification: 'INTERNAL' }] },
    ]);
    expect(await seen()).toEqual([]);
    expect(await seen(ELSEWHERE)).toEqual([]);
  });

  test('does not disturb what others ask for beside it', async () => {
    const { node } = await planned();

    const { data, errors } = await register.ask(
      `query ($id: ID!) { activity(id: $id) { state } movements(first: 1) { nodes { nameVi } } }`,
      { id: node.id },
    );

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ activity: null, movements: { nodes: [{}] } });
  });
});
