import { type HubAtWork, type Node, WARD, WHO } from './an-office.js';
import { randomInt } from 'node:crypto';

/** Registers an enterprise in the ward. */
export function anEnterprise(hub: HubAtWork): Promise<Node> {
  return hub.done('registerEnterprise', WHO.union, {
    nameVi: 'Công ty May Hòa Bình',
    registrationNumber: String(randomInt(2_500_000_000, 2_600_000_000)),
    ownership: 'FDI',
    unit: WARD,
    validFrom: '2020-01-01',
  });
}

/** What is reported of a work stoppage over unpaid wages. */
export function aReport({ id }: Node, more: object = {}) {
  return {
    enterprise: id,
    startedOn: '2026-02-03',
    kind: 'WORK_STOPPAGE',
    cause: 'EMPLOYER_VIOLATION',
    mainClaim: 'UNPAID_WAGES',
    claims: [
      {
        kind: 'UNPAID_WAGES',
        amount: 900_000_000,
        workersBand: 'FROM_51_TO_200',
        legalBasis: 'Điều 94, 95 Bộ luật Lao động 2019',
      },
    ],
    ...more,
  };
}
