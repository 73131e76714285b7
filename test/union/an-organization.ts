import type { Asked } from '../support/loaded.js';
import { unionId } from './a-union.js';
import { BAC_NINH, done, SOURCE } from './an-office.js';

/** The federation of Bắc Ninh since July 2025. */
export const FEDERATION = unionId('ldld-bac-ninh-2025');

/** What plans a commune's union under the federation. */
export const aPlan = (more: object = {}) => ({
  nameVi: 'Công đoàn phường Bắc Giang',
  level: 'COMMUNE',
  validFrom: '2026-01-01',
  parent: FEDERATION,
  source: SOURCE,
  ...more,
});

/** Plans an organisation. */
export const planned = (asked: Asked, more: object = {}) =>
  done(asked, 'planOrganization', { input: aPlan(more), as: BAC_NINH });

/** The id of an organisation at work since 2026 under the federation, or under another; it is at version 2. */
export async function atWork(asked: Asked, more: object = {}): Promise<string> {
  const { id } = await planned(asked, more);
  const input = { id, expectedVersion: 1, on: '2026-01-01', source: SOURCE };
  await done(asked, 'activateOrganization', { input, as: BAC_NINH });
  return id;
}

/** What ends such an organisation in favour of the federation. */
export const anEnd = (id: string, more: object = {}) => ({
  input: {
    id,
    expectedVersion: 2,
    on: '2026-09-01',
    successors: [{ organization: FEDERATION, kind: 'FUNCTIONS_TO' }],
    legalDocument: '12/QĐ-LĐLĐ',
    source: SOURCE,
    ...more,
  },
  as: BAC_NINH,
});
