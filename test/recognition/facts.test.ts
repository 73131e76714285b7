import { projectPath } from '../../schema/contract/project.js';
import { recognition } from '../../subgraphs/recognition/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { idOf } from './first-data.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(recognition);
});
afterAll(() => asked.close());

const FACTS =
  'F001-05 F001-19 F001-20 F003-14 F004-27 F002-48 F002-79 F002-81 F002-91 F002-92 F002-93 F002-94 F002-95 F002-96 F002-97 F002-108';

interface Entry {
  readonly sources: readonly { readonly fact?: string }[];
}

describe('the facts of recognition', () => {
  test('are each on a record', () => {
    const folder = projectPath('subgraphs', 'recognition', 'data');
    const entries = readdirSync(folder).flatMap(
      (file) => (parse(readFileSync(`${folder}/${file}`, 'utf8')) as { records: Entry[] }).records,
    );
    const cited = new Set(entries.flatMap(({ sources }) => sources.map(({ fact }) => fact)));

    expect(FACTS.split(' ').filter((fact) => !cited.has(fact))).toEqual([]);
  });

  test('include what the second regulation says about commendation', async () => {
    const { data, statements } = await asked.entities(
      'CoordinationAgreement',
      [{ id: idOf('CoordinationAgreement', 'regulation-mps-vgcl-2023') }],
      'recognitionCommitments { contentEn recipientKinds provenance { fact source { code } } }',
    );

    expect(data._entities[0].recognitionCommitments).toMatchObject([
      {
        recipientKinds: ['COLLECTIVE', 'INDIVIDUAL'],
        provenance: [{ fact: 'F003-14', source: { code: 'article-d' } }],
      },
    ]);
    expect(statements).toBe(1);
  });

  test('on yearly recognition mark the two standards that unions score', async () => {
    const { data } = await asked.ask(
      '{ recognitionStandards { nodes { code isYearly provenance { fact } } } }',
    );

    const yearly = data.recognitionStandards.nodes.filter(
      ({ provenance }: { provenance: Entry['sources'] }) => provenance.some(({ fact }) => fact === 'F002-97'),
    );
    expect(yearly.map(({ code, isYearly }: { code: string; isYearly: boolean }) => [code, isYearly])).toEqual(
      expect.arrayContaining([
        ['DAT_CHUAN_VAN_HOA', true],
        ['NHA_TRO_CONG_NHAN_AN_TOAN_VAN_MINH', true],
      ]),
    );
    expect(yearly).toHaveLength(2);
  });
});
