import { UnionStatus } from '../../subgraphs/union/organization/union-status.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { unionId, unitId } from './a-union.js';
import { BAC_NINH, change, done, refusal, SOURCE, VGCL } from './an-office.js';
import { anEnd, aPlan, atWork, FEDERATION, planned } from './an-organization.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const WARD = unitId('bac-ninh-phuong-bac-giang');

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(union);
});
afterAll(() => asked.close());

async function read(id: string, selection: string) {
  const { data } = await asked.ask(`query ($id: ID!) { unionOrganization(id: $id) { ${selection} } }`, {
    id,
  });
  return data.unionOrganization;
}

describe('a planned organisation', () => {
  test('stands under another with its territory, and is planned on every day until it is activated', async () => {
    const { id } = await planned(asked, { units: [WARD] });

    expect(
      await read(
        id,
        `status(asOf: "2026-06-01") parent(asOf: "2026-06-01") { id } provenance { quote statedBy }
         jurisdictions(asOf: "2026-06-01") { unit { nameVi } validity { from } }`,
      ),
    ).toEqual({
      status: 'PLANNED',
      parent: { id: FEDERATION },
      provenance: [{ quote: SOURCE.quote, statedBy: SOURCE.statedBy }],
      jurisdictions: [{ unit: { nameVi: 'Phường Bắc Giang' }, validity: { from: '2026-01-01' } }],
    });
    const { data } = await asked.ask(
      '{ unionOrganizations(level: COMMUNE, asOf: "2026-06-01") { nodes { id } } }',
    );
    expect(data.unionOrganizations.nodes).not.toContainEqual({ id });
  });

  test('begins on the day on which it is activated, and so does all that was planned with it', async () => {
    const { id } = await planned(asked, { validFrom: '2027-01-01', units: [WARD] });
    const input = { id, expectedVersion: 1, on: '2026-03-01', source: SOURCE };

    await done(asked, 'activateOrganization', { input, as: BAC_NINH });

    expect(
      await read(
        id,
        `before: status(asOf: "2026-02-28") after: status(asOf: "2026-03-01") parent(asOf: "2026-03-01") { id }
         jurisdictions(asOf: "2026-03-01") { validity { from } }`,
      ),
    ).toEqual({
      before: 'PLANNED',
      after: 'ACTIVE',
      parent: { id: FEDERATION },
      jurisdictions: [{ validity: { from: '2026-03-01' } }],
    });
  });

  test.each([
    ['on a level that the system has no more', { level: 'DISTRICT' }, 'level-of-the-day'],
    ['as a second confederation', { level: 'CENTRAL' }, 'below-the-confederation'],
    [
      'under a union that has ended',
      { parent: unionId('ldld-bac-giang') },
      'organization_parent_parent_key_held',
    ],
    ['with a unit that has ended', { units: [unitId('bac-giang')] }, 'union_jurisdiction_unit_key_held'],
  ])('is refused %s', async (_, more, rule) => {
    expect(await refusal(asked, 'planOrganization', { input: aPlan(more), as: BAC_NINH })).toEqual([
      ['GUARD_FAILED', rule],
    ]);
  });

  test('is refused under a union, or in a territory, outside of the scope', async () => {
    const outside = { input: aPlan({ parent: unionId('vgcl') }), as: BAC_NINH };
    const elsewhere = { input: aPlan({ units: [unitId('ha-noi')] }), as: BAC_NINH };

    for (const wanted of [outside, elsewhere])
      expect(await refusal(asked, 'planOrganization', wanted)).toEqual([['FORBIDDEN_SCOPE', null]]);
  });

  test('is planned anywhere by the confederation', async () => {
    const input = aPlan({ level: 'PROVINCIAL', parent: unionId('vgcl'), units: [unitId('ha-noi')] });

    expect(await done(asked, 'planOrganization', { input, as: VGCL })).toMatchObject({ version: 1 });
  });
});

describe('an organisation that ends', () => {
  test('leaves its parent and its territory on that day, and leads on to others by a document', async () => {
    const id = await atWork(asked, { units: [WARD] });

    const node = await done(asked, 'endOrganization', {
      ...anEnd(id),
      select: `status(asOf: "2026-08-31") ended: status(asOf: "2026-09-01") validity { to }
        parent(asOf: "2026-09-01") { id } jurisdictions(asOf: "2026-09-01") { id }
        successors { to { id } kind effectiveOn legalDocument provenance { quote } }`,
    });
    expect(node).toEqual({
      status: 'ACTIVE',
      ended: 'ENDED',
      validity: { to: '2026-09-01' },
      parent: null,
      jurisdictions: [],
      successors: [
        {
          to: { id: FEDERATION },
          kind: 'FUNCTIONS_TO',
          effectiveOn: '2026-09-01',
          legalDocument: '12/QĐ-LĐLĐ',
          provenance: [{ quote: SOURCE.quote }],
        },
      ],
    });
  });

  test.each([
    ['without a successor', { successors: [] }, 'successors-named'],
    [
      'with a successor that is no more',
      { successors: [{ organization: unionId('ldld-bac-giang'), kind: 'MERGED_INTO' }] },
      'successor-of-the-day',
    ],
    ['before its first day', { on: '2025-12-31' }, 'valid_in_order'],
  ])('is refused %s', async (_, more, rule) => {
    const id = await atWork(asked);

    expect(await refusal(asked, 'endOrganization', anEnd(id, more))).toEqual([['GUARD_FAILED', rule]]);
  });

  test('is refused while unions stand below it, until they are placed elsewhere', async () => {
    const id = await atWork(asked);
    const below = await atWork(asked, { level: 'GRASSROOTS', parent: id });

    expect(await refusal(asked, 'endOrganization', anEnd(id))).toEqual([['GUARD_FAILED', 'nothing-below']]);
    const input = { id: below, expectedVersion: 2, parent: FEDERATION, from: '2026-08-01', source: SOURCE };
    await done(asked, 'placeUnderParent', { input, as: BAC_NINH });

    expect(await done(asked, 'endOrganization', anEnd(id))).toMatchObject({ version: 3 });
  });
});

describe('the life cycle of an organisation', () => {
  const STEPS = {
    activateOrganization: (id: string, expectedVersion: number, on: string) => ({
      id,
      expectedVersion,
      on,
      source: SOURCE,
    }),
    endOrganization: (id: string, expectedVersion: number, on: string) =>
      anEnd(id, { expectedVersion, on }).input,
  };
  const NEXT: Readonly<Record<string, string>> = {
    'PLANNED activateOrganization': 'ACTIVE',
    'ACTIVE endOrganization': 'ENDED',
  };

  test('is left by no sequence of steps, and what it does not allow changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...(Object.keys(STEPS) as (keyof typeof STEPS)[])), { maxLength: 4 }),
        async (walk) => {
          const { id } = await planned(asked);
          let [state, version]: [string, number] = [UnionStatus.PLANNED, 1];
          for (const [day, step] of walk.entries()) {
            const input = STEPS[step](id, version, `2026-02-0${day + 1}`);
            const { errors } = await change(asked, step, { input, as: BAC_NINH });
            const next = NEXT[`${state} ${step}`];
            expect(errors.map(({ code }) => code)).toEqual(next ? [] : ['INVALID_TRANSITION']);
            [state, version] = next ? [next, version + 1] : [state, version];
            expect(await read(id, 'status version')).toEqual({ status: state, version });
          }
        },
      ),
      { numRuns: 8 },
    );
  });
});
