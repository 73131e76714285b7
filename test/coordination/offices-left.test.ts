import {
  holdingState,
  HOLDING_STATES,
  HOLDING_STEPS,
  type HoldingState,
} from '../../subgraphs/coordination/official/holding-steps.js';
import { DatePrecision } from '../../subgraphs/shared/values/partial-date.js';
import { stateAfter } from '../../subgraphs/shared/writing/life-cycle.js';
import { anOfficialRegister, OFFICER, SOURCE, type OfficialRegister } from './an-appointment.js';
import { idOf, of, unionOfficer } from './practice.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

let register: OfficialRegister;
beforeAll(async () => {
  register = await anOfficialRegister();
});
afterAll(() => register.close());

describe('an office that is left', () => {
  test('was held until that day, which may be one to come', async () => {
    const { node } = await register.ended(await register.appointed(), { on: '2026-12-01' });

    expect(node).toMatchObject({
      version: 2,
      validity: { from: '2026-01-01', to: '2026-12-01', toPrecision: 'DAY' },
    });
    expect(node.provenance).toHaveLength(2);
  });

  test.each([
    ['before it began', { on: '2026-01-01' }, 'GUARD_FAILED valid_in_order'],
    ['at a version that nobody read', { expectedVersion: 7 }, 'STALE_VERSION expectedVersion'],
  ])('is refused %s', async (_, more, refusal) => {
    expect((await register.ended(await register.appointed(), more)).refused).toEqual([refusal]);
  });

  test('is refused before it begins, a second time, and to others', async () => {
    const toCome = await register.appointed({ from: '2026-11-01' });
    const over = await register.ended(await register.appointed());

    expect((await register.ended(toCome, { on: '2026-12-01' })).refused).toEqual([
      'INVALID_TRANSITION endOfficeHolding',
    ]);
    expect((await register.ended(over, { on: '2026-09-02' })).refused).toEqual([
      'INVALID_TRANSITION endOfficeHolding',
    ]);
    expect((await register.ended(await register.appointed(), {}, unionOfficer('vgcl'))).refused).toEqual([
      'FORBIDDEN_SCOPE id',
    ]);
  });

  test('was attested with its end unknown: not before the last day attested', async () => {
    const president = {
      node: { id: idOf('OfficeHolding', 'nguyen-dinh-khang-president'), version: 1 },
      refused: [],
    };
    const officer = unionOfficer('vgcl');

    expect((await register.ended(president, { on: '2023-12-01' }, officer)).refused).toEqual([
      'GUARD_FAILED held-while-attested',
    ]);
    expect((await register.ended(president, { on: '2026-09-30' }, officer)).node.validity).toMatchObject({
      to: '2026-09-30',
    });
  });
});

test('the name of an official is corrected by whoever has the office in scope', async () => {
  const { node } = await register.appointed();
  const correct = (name: string, officer = OFFICER) =>
    register.change(officer, 'correctOfficialName', { ...of(node.official), name, source: SOURCE });

  expect((await correct('Trần Văn B 1970')).refused).toEqual(['INVALID_INPUT name']);
  expect((await correct('Trần Văn Bình', unionOfficer('vgcl'))).refused).toEqual(['FORBIDDEN_SCOPE id']);
  expect((await correct('Trần  Văn Bình')).node).toMatchObject({ name: 'Trần Văn Bình', version: 2 });
});

const VOID = 'voidOfficeHolding';
const STEPS_FROM: Readonly<Record<HoldingState, readonly string[]>> = {
  TO_COME: [VOID],
  IN_OFFICE: ['endOfficeHolding', VOID],
  ATTESTED: ['endOfficeHolding', VOID],
  ENDED: [VOID],
  VOIDED: [],
};

function isTaken(step: keyof typeof HOLDING_STEPS, state: HoldingState): boolean {
  try {
    return stateAfter(HOLDING_STEPS, step, state) === HOLDING_STEPS[step].to;
  } catch (error) {
    expect(error).toMatchObject({ reason: 'INVALID_TRANSITION' });
    return false;
  }
}

describe('the life of an office held', () => {
  const day = fc.constantFrom('2026-01-01', '2026-06-01', '2026-12-01');
  const anyHolding = fc.record({
    validFrom: fc.option(day),
    validTo: fc.option(day),
    validToPrecision: fc.constantFrom(...Object.values(DatePrecision)),
    voidedOn: fc.option(day),
  });

  test('is in one state on each day, ends from where the table says, and is voided once', () => {
    fc.assert(
      fc.property(anyHolding, day, (holding, today) => {
        const state = holdingState(holding, today);
        expect(HOLDING_STATES).toContain(state);
        const allowed = ['endOfficeHolding', 'voidOfficeHolding'] as const;
        const taken = allowed.filter((step) => isTaken(step, state));
        expect(taken).toEqual(STEPS_FROM[state]);
      }),
    );
  });

  test('has no two holdings of one office on one day, whatever is asked for', async () => {
    const { official } = (await register.ended(await register.appointed(), { on: '2026-01-15' })).node;
    const months = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });
    const walk = async (starts: readonly number[]): Promise<void> => {
      for (const month of starts) {
        const from = `2026-${String(month).padStart(2, '0')}-01`;
        const done = await register.appointed({ name: null, official: official.id, from });
        if (done.node && from < '2026-10-01')
          await register.ended(done, { on: `2026-${String(month).padStart(2, '0')}-20` });
      }
      const twice = await register.owner(
        `select from office_holding a join office_holding b on a.official_key = b.official_key and a.key < b.key
         where lower(a.office_vi) = lower(b.office_vi) and a.organization = b.organization
           and daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)`,
      );
      expect(twice).toEqual([]);
    };

    await fc.assert(fc.asyncProperty(months, walk), { numRuns: 4 });
  });
});
