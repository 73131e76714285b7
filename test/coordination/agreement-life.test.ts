import { anOfficer } from '../support/officers.js';
import type { Done, RegisterAtWork } from './at-work.js';
import { aJointPaper, drafted, inForce, seenBy, signed, signs, twoParties, type Parties } from './parties.js';
import { idOf, of, refOf } from './practice.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let parties: Parties;
let register: RegisterAtWork;
beforeAll(async () => {
  parties = await twoParties();
  ({ register } = parties);
});
afterAll(() => register.close());

const refusedFor = async (done: Promise<Done>) => (await done).refused;
const change = (mutation: string, done: Done, more: object = {}) =>
  register.change(parties.union.officer, mutation, { ...of(done.node), ...more });

test('the signatures of all agreements of a list cost one statement, and whoever signed them two more', async () => {
  for (const from of ['2026-02-01', '2026-03-01']) {
    const { node } = await signed(parties);
    await change('bringAgreementIntoForce', { node, refused: [] }, { from, publish: true });
  }

  const { data, statements } = await register.ask(
    `{ coordinationAgreements(first: 50) { nodes { signatures {
      party { ... on PoliceOrganization { id } } signatory { officeVi } } } } }`,
  );

  expect(
    data.coordinationAgreements.nodes.flatMap((each: { signatures: [] }) => each.signatures),
  ).toHaveLength(4);
  expect(statements).toBe(4);
});

describe('an agreement in force', () => {
  test('closes its predecessor on its own first day', async () => {
    const first = await inForce(parties, '2026-02-01');
    const second = await inForce(parties, '2026-06-01', { supersedes: first.node.id });

    expect(second.node).toMatchObject({
      state: 'IN_FORCE',
      validity: { from: '2026-06-01', to: null },
      supersedes: {
        id: first.node.id,
        state: 'SUPERSEDED',
        validity: { from: '2026-02-01', to: '2026-06-01' },
      },
    });
  });

  test('is published with its signatures when its parties say so', async () => {
    const { node } = await signed(parties);
    expect(await seenBy(register, node.id)).toBeNull();

    await register.change(parties.union.officer, 'bringAgreementIntoForce', {
      ...of(node),
      from: '2026-02-01',
      publish: true,
    });

    expect(await seenBy(register, node.id)).toMatchObject({ state: 'IN_FORCE', signatures: [{}, {}] });
  });

  test('may begin on a day to come: until then it is signed, and its predecessor in force', async () => {
    const first = await inForce(parties, '2026-02-01');
    const second = await inForce(parties, '2026-12-01', { supersedes: first.node.id });
    const states = async (asOf: string) =>
      Promise.all(
        [first, second].map(
          async ({ node }) =>
            (await seenBy(register, node.id, { caller: parties.police.officer, asOf })).state,
        ),
      );

    expect(await states('2026-11-30')).toEqual(['IN_FORCE', 'SIGNED']);
    expect(await states('2026-12-01')).toEqual(['SUPERSEDED', 'IN_FORCE']);
  });

  test('leaves a predecessor alone whose term was over before', async () => {
    const { node } = await signed(parties);
    const first = await register.change(parties.union.officer, 'bringAgreementIntoForce', {
      ...of(node),
      from: '2026-02-01',
      until: '2026-04-01',
    });
    const expired = await change('expireAgreement', first);

    const second = await inForce(parties, '2026-06-01', { supersedes: node.id });

    expect(expired.node).toMatchObject({ state: 'EXPIRED' });
    expect(second.node.supersedes).toMatchObject({ state: 'EXPIRED', validity: { to: '2026-04-01' } });
  });

  test('has one successor', async () => {
    const first = await inForce(parties, '2026-02-01');
    await inForce(parties, '2026-06-01', { supersedes: first.node.id });

    expect(await refusedFor(inForce(parties, '2026-07-01', { supersedes: first.node.id }))).toEqual([
      'GUARD_FAILED coordination_agreement_one_successor',
    ]);
    expect(await refusedFor(inForce(parties, '2026-05-01', { supersedes: first.node.id }))).toEqual([
      'INVALID_TRANSITION supersede',
    ]);
  });

  test('is amended by a paper of all parties, which may change its tasks and its term', async () => {
    const paper = await aJointPaper(parties);
    const { node } = await drafted(parties);
    const half = await signs(register, node, parties.police, { document: paper });
    const whole = await signs(register, half.node, parties.union);
    const begun = await change('bringAgreementIntoForce', whole, { from: '2026-02-01' });
    const amendedBy = await aJointPaper(parties);

    const amended = await change('amendAgreement', begun, {
      amendedBy,
      until: '2031-02-01',
      tasks: [{ nameVi: 'Việc mới', nameEn: 'New', trackedBy: ['union'] }],
    });

    expect(amended.node).toMatchObject({
      state: 'AMENDED',
      validity: { to: '2031-02-01' },
      tasks: [{ nameVi: 'Việc mới' }],
    });
    const { data } = await register.ask(
      `query ($id: ID!) { document(id: $id) { relations { nodes { kind to { id } } } } }`,
      { id: amendedBy },
      parties.police.officer,
    );
    expect(data.document.relations.nodes).toEqual([{ kind: 'AMENDS', to: { id: paper } }]);
  });

  test('is not amended by a paper that one side alone made, or that is not issued', async () => {
    const begun = await inForce(parties, '2026-02-01');
    const ofOthers = idOf('Document', 'regulation-mps-vgcl-2023');

    expect(await refusedFor(change('amendAgreement', begun, { amendedBy: ofOthers }))).toEqual([
      'GUARD_FAILED amended-by-all-parties',
    ]);
    expect(
      await refusedFor(change('amendAgreement', begun, { amendedBy: await aJointPaper(parties, false) })),
    ).toEqual(['GUARD_FAILED amended-by-all-parties']);
  });

  test.each([
    ['before it is signed', '2026-01-04', {}, 'in-force-once-signed'],
    ['until the day on which it begins', '2026-02-01', { until: '2026-02-01' }, 'ends-after-it-begins'],
  ])('is refused %s', async (_, from, more, rule) => {
    expect(
      await refusedFor(change('bringAgreementIntoForce', await signed(parties), { from, ...more })),
    ).toEqual([`GUARD_FAILED ${rule}`]);
  });

  test('is terminated before its term, and expires after it', async () => {
    const begun = await change('bringAgreementIntoForce', await signed(parties), {
      from: '2026-02-01',
      until: '2026-11-01',
    });

    expect(await refusedFor(change('expireAgreement', begun))).toEqual(['GUARD_FAILED term-is-over']);
    expect(await refusedFor(change('terminateAgreement', begun, { endsOn: '2026-11-01' }))).toEqual([
      'GUARD_FAILED ends-before-its-term',
    ]);
    expect((await change('terminateAgreement', begun, { endsOn: '2026-10-01' })).node).toMatchObject({
      state: 'TERMINATED',
      validity: { to: '2026-10-01' },
    });
  });

  test('is not for officers elsewhere to change, nor there for them while it is internal', async () => {
    const { node } = await inForce(parties, '2026-02-01');
    const elsewhere = anOfficer({
      role: 'UNION_OFFICER',
      organization: refOf('UnionOrganization', 'elsewhere'),
    });

    expect(
      await refusedFor(
        register.change(elsewhere, 'terminateAgreement', { ...of(node), endsOn: '2026-03-01' }),
      ),
    ).toEqual(['NOT_FOUND id']);
    const national = {
      id: idOf('CoordinationAgreement', 'regulation-mps-vgcl-2023'),
      expectedVersion: 1,
      endsOn: '2026-03-01',
    };
    expect(await refusedFor(register.change(elsewhere, 'terminateAgreement', national))).toEqual([
      'FORBIDDEN_SCOPE id',
    ]);
  });
});

test('the database itself refuses two agreements of one line in force on one day', async () => {
  const first = await inForce(parties, '2026-02-01');
  await inForce(parties, '2026-06-01', { supersedes: first.node.id });

  const overlapping = register.owner(
    `update coordination_agreement set valid_to = '2026-06-02' where valid_to = '2026-06-01'`,
  );

  await expect(overlapping).rejects.toMatchObject({ constraint: 'one-of-a-line-in-force' });
});
