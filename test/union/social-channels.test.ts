import { SocialChannelStatistic } from '../../subgraphs/union/statistic/social-channel-statistic.entity.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { keyIn, unionId, written } from './a-union.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const SUMMARY = `query ($asOf: LocalDate) { unionOrganizations(level: CENTRAL) { nodes {
  socialChannelSummary(asOf: $asOf) {
    asOf { value precision basis } total { value comparator unit formula }
    byLevel { quantity { value comparator } levels { level validity { to } } periodStart { value basis } provenance { fact } }
  }
} } }`;

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(union);
});
afterAll(() => asked.close());

test('pages and groups are told by managing level, with the computed total and the level that has ended', async () => {
  const { data, errors, statements } = await asked.ask(SUMMARY);

  expect(errors).toBeUndefined();
  const [{ socialChannelSummary: summary }] = data.unionOrganizations.nodes;
  expect(summary.asOf).toEqual({ value: '2023-12-01', precision: 'MONTH', basis: 'METADATA' });
  expect(summary.total).toEqual({
    value: 19906,
    comparator: 'MORE_THAN',
    unit: 'pages and groups',
    formula: '106 + 800 + 19000',
  });
  expect(summary.byLevel).toMatchObject([
    {
      quantity: { value: 106, comparator: 'EXACT' },
      levels: [{ level: 'PROVINCIAL' }, { level: 'SECTORAL_CENTRAL' }],
      provenance: [{ fact: 'F001-11' }],
    },
    {
      quantity: { value: 800 },
      levels: [
        { level: 'DISTRICT', validity: { to: '2025-07-01' } },
        { level: 'INDUSTRIAL_ZONE', validity: { to: null } },
      ],
      periodStart: { value: '2018-01-01', basis: 'INFERRED' },
    },
    { quantity: { value: 19000, comparator: 'MORE_THAN' }, levels: [{ level: 'GRASSROOTS' }] },
  ]);
  expect(statements).toBe(3);
});

function month(written: string): object {
  return { value: `${written}-01`, precision: 'MONTH', basis: 'STATED' };
}

test('there is no summary before the first figures', async () => {
  const { data } = await asked.ask(SUMMARY, { asOf: '2023-11-30' });

  expect(data.unionOrganizations.nodes).toEqual([{ socialChannelSummary: null }]);
});

test('a summary holds the figures of the latest date, and leaves out what was withdrawn', async () => {
  const quantity = { value: 120, comparator: 'EXACT', unit: 'pages and groups', text: null };
  const organization = keyIn(unionId('vgcl'));
  await written(asked, SocialChannelStatistic, [
    { organization, quantity, asOf: month('2024-12') },
    { organization, quantity, asOf: month('2025-01'), state: 'WITHDRAWN' },
  ]);

  const { data } = await asked.ask(SUMMARY);

  expect(data.unionOrganizations.nodes).toMatchObject([
    { socialChannelSummary: { asOf: { value: '2024-12-01' }, total: { value: 120 }, byLevel: [{}] } },
  ]);
});
