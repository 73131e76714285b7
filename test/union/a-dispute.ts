import type { Asked } from '../support/loaded.js';
import { unitId } from './a-union.js';
import { BAC_NINH, done } from './an-office.js';

/** A ward of the province of Bắc Ninh since July 2025. */
export const WARD = unitId('bac-ninh-phuong-bac-giang');

/** What tests read of a case. */
export const CASE = 'id version state claims { id version kind outcome outstanding { value } }';

let numbers = 2_500_000_000;

/** Registers an enterprise in Bắc Ninh. Answers its id. */
export async function anEnterprise(asked: Asked, more: object = {}): Promise<string> {
  const input = {
    nameVi: 'Công ty May Hòa Bình',
    registrationNumber: String(numbers++),
    ownership: 'FDI',
    unit: WARD,
    validFrom: '2020-01-01',
    ...more,
  };
  return (await done(asked, 'registerEnterprise', { input, as: BAC_NINH })).id;
}

/** A claim of unpaid wages. */
export const WAGES = {
  kind: 'UNPAID_WAGES',
  amount: 900_000_000,
  workersBand: 'FROM_51_TO_200',
  legalBasis: 'Điều 94, 95 Bộ luật Lao động 2019',
};

/** A claim that is not about money. */
export const MEALS = { kind: 'MEALS', workersBand: 'UP_TO_50' };

/** What is reported of a work stoppage over unpaid wages. */
export function aReport(enterprise: string, more: object = {}) {
  return {
    enterprise,
    startedOn: '2026-02-03',
    kind: 'WORK_STOPPAGE',
    cause: 'EMPLOYER_VIOLATION',
    mainClaim: 'UNPAID_WAGES',
    claims: [WAGES],
    ...more,
  };
}

/** Reports a dispute in Bắc Ninh. */
export function reported(asked: Asked, enterprise: string, more: object = {}) {
  return done(asked, 'reportDispute', { input: aReport(enterprise, more), as: BAC_NINH, select: CASE });
}

/** Takes a case or a claim through steps, one after the other. */
export async function through(asked: Asked, record: Versioned, ...steps: readonly Step[]) {
  let node = record;
  for (const step of steps) {
    const [operation, more] = typeof step === 'string' ? [step, {}] : step;
    node = await done(asked, operation, { input: { ...of(node), ...more }, as: BAC_NINH });
  }
  return node;
}

/** A mutation, with what it needs beside the record. */
export type Step = string | readonly [operation: string, more: object];

/** A record as an answer shows it. */
export interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** The record as a change of it names it. */
export function of({ id, version }: Versioned) {
  return { id, expectedVersion: version };
}
