import { coordination } from '../../subgraphs/coordination/subgraph.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, deliver, type Asked } from '../support/loaded.js';
import { aMembership } from './a-figure.js';
import { BAC_NINH, done, refusal, SOURCE } from './an-office.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let asked: Asked;
let register: Asked;
beforeAll(async () => {
  [asked, register] = [await aLoaded(union), await aLoaded(coordination)];
});
afterAll(async () => {
  await asked.close();
  await register.close();
});

const REPORT = {
  titleVi: 'Báo cáo số liệu đoàn viên quý II năm 2026',
  titleEn: 'Report on members, second quarter of 2026',
  publisher: 'Liên đoàn Lao động tỉnh Bắc Ninh',
  status: 'OFFICIAL',
  publishedOn: '2026-07',
  url: 'https://bacninh.example.vn/bao-cao-quy-2',
};

test('a figure of the union cites a source that was registered in the register of coordination, once it is heard of', async () => {
  const { id: source } = await done(register, 'registerSource', { input: REPORT, as: BAC_NINH });
  const input = aMembership({ source: { ...SOURCE, source } });

  expect(await refusal(asked, 'reportMembershipStatistic', { input, as: BAC_NINH })).toEqual([
    ['INVALID_INPUT', 'source.source'],
  ]);
  await deliver([asked.subgraph, register.subgraph]);
  const figure = await done(asked, 'reportMembershipStatistic', {
    input,
    as: BAC_NINH,
    select: `provenance { quote statedBy sourceStatus
      source { code titleVi titleEn statedBy status url facts publishedOn { value precision } } }`,
  });

  const { publisher, publishedOn, ...told } = REPORT;
  expect(figure.provenance).toEqual([
    {
      quote: SOURCE.quote,
      statedBy: SOURCE.statedBy,
      sourceStatus: 'OFFICIAL',
      source: {
        code: source,
        ...told,
        statedBy: publisher,
        facts: [],
        publishedOn: { value: `${publishedOn}-01`, precision: 'MONTH' },
      },
    },
  ]);
});

test('what another agency tells of sources is passed over', async () => {
  const em = asked.subgraph.database.fork();
  const content = { key: '01a20456-3688-7495-b719-389c1cecf5e8', title_vi: 'x' };
  await union.handlers?.['SOURCE_REGISTERED']?.(
    em,
    { id: 1, entity: 'x', kind: 'x', content },
    'recognition',
  );

  expect(await em.execute('select from known_source where key = ?', [content.key])).toEqual([]);
});
