import { byCount, codes, only, theExamples, type Data } from '../support/examples.js';
import { describe, expect, test } from '@jest/globals';

const { answerTo } = theExamples();

describe('the question of the first page', () => {
  test('Bắc Giang on 31 March 2024, in one request, every figure with its source', async () => {
    const federation = only<Data>((await answerTo('bac-giang')).unionOrganizations.nodes);
    const figures = federation.membershipStatistics.nodes;
    expect(figures.map(({ metric, quantity }: Data) => [metric, quantity.value])).toEqual([
      ['MEMBERS_AND_WORKERS', 301_398],
      ['MEMBERS', 288_396],
    ]);
    const zone = only<Data>(federation.workforceStatistics.nodes);
    expect([zone.sector, zone.quantity.value]).toEqual(['INDUSTRIAL_PARK', 185_000]);
    expect(federation.policeCounterpart.nameVi).toBe('Công an tỉnh Bắc Giang');
    const teams = only<Data>(federation.teamStatistics.nodes);
    expect([teams.kind, teams.count.value]).toEqual(['LODGING_QUARTER', 68]);
    const awards = [...federation.recognitionsReceived.nodes, ...federation.recognitionsGiven.nodes].toSorted(
      byCount,
    );
    expect(awards.map(({ form, kind, count }: Data) => [form.nameVi, kind, count.value])).toEqual([
      ['Bằng khen', 'COLLECTIVE', 3],
      ['Giấy khen', 'COLLECTIVE', 6],
      ['Bằng khen', 'INDIVIDUAL', 18],
      ['Giấy khen', 'INDIVIDUAL', 29],
    ]);
    for (const figure of [...figures, zone, teams, ...awards])
      expect(figure.provenance[0].source.code).toBe('report-c');
  });

  test('the regulation in force is the second, and leads to both readings of the number of the first', async () => {
    const federation = only<Data>((await answerTo('bac-giang')).unionOrganizations.nodes);
    const regulation = only<Data>(federation.agreements.nodes);
    expect([regulation.ordinal, regulation.signedOn.value]).toEqual([2, '2023-04-25']);
    const { document } = regulation.supersedes;
    expect(document.symbolStatus).toBe('DISPUTED');
    expect(document.aliases.map(({ value }: Data) => value)).toEqual(['03/QCPH-BCA-TLĐ', '03/QC-BCA-TLĐLĐ']);
    const doubt = document.dataQualityFlags.find(({ code }: Data) => code === 'SYMBOL_DISPUTED');
    expect(doubt.readings.map(({ value, source }: Data) => [value, source.code])).toEqual([
      ['03/QCPH-BCA-TLĐ', 'report-c'],
      ['03/QC-BCA-TLĐLĐ', 'article-d'],
    ]);
  });
});

describe('the example questions about agreements and documents', () => {
  test('Q01: two regulations, the second supersedes the first', async () => {
    const { totalCount, nodes } = (await answerTo('Q01')).coordinationAgreements;
    const [first, second] = nodes;
    expect(totalCount).toBe(2);
    expect([first.ordinal, first.signedOn.value, first.signatories]).toEqual([1, '2017-09-12', []]);
    expect([second.ordinal, second.signedOn.value, second.document.symbol]).toEqual([2, '2023-04-25', null]);
    expect(second.supersedes.ordinal).toBe(1);
    expect(second.signatories.map(({ official, officeVi }: Data) => [official.name, officeVi])).toEqual([
      ['Tô Lâm', 'Bộ trưởng Bộ Công an'],
      ['Nguyễn Đình Khang', 'Chủ tịch Tổng LĐLĐ Việt Nam'],
    ]);
    for (const { parties } of nodes)
      expect(parties.map(({ nameVi }: Data) => nameVi)).toEqual([
        'Bộ Công an',
        'Tổng Liên đoàn Lao động Việt Nam',
      ]);
  });

  test('Q02: both spellings lead to one document, which says that its number is disputed', async () => {
    const { long, short } = await answerTo('Q02');
    expect([only<Data>(long).grade, only<Data>(short).grade]).toEqual(['EXACT', 'ALIAS']);
    expect(short[0].document.id).toBe(long[0].document.id);
    expect(codes(long[0].document)).toContain('SYMBOL_DISPUTED');
    expect(long[0].document.aliases).toHaveLength(2);
  });

  test('Q03: twenty numbered documents, by the system of their issuers', async () => {
    const report = only<Data>((await answerTo('Q03')).documents.nodes);
    const numbered = report.cites.nodes.filter(({ symbol }: Data) => symbol !== null);
    const groups = Map.groupBy(numbered, ({ family }: Data) => family);
    const symbols = Object.fromEntries(
      [...groups].map(([family, documents]) => [
        family,
        documents.map(({ symbol }: Data) => String(symbol)).toSorted(),
      ]),
    );
    expect(report.symbolStatus).toBe('INCOMPLETE');
    expect(numbered).toHaveLength(20);
    expect(symbols).toEqual({
      PARTY_CENTRAL: ['09-CT/TW', '13-KL/TW', '15-KL/TW', '44-KL/TW', '46-CT/TW', '48-CT/TW', '51-NQ/TW'],
      PARTY_PROVINCIAL: ['153-NQ/TU', '159-NQ/TU', '36-KH/TU'],
      GOVERNMENT: ['06/2014/NĐ-CP', '1944/QĐ-TTg'],
      PEOPLES_COMMITTEE: ['12/CT-UBND', '201-ĐA/UBND'],
      STEERING_COMMITTEE: ['36/KH-BCĐ'],
      FEDERATION_OF_LABOUR: ['168/KH-LĐLĐ', '215/KH-LĐLĐ', '229/KH-LĐLĐ', '272/KH-LĐLĐ'],
      JOINT: ['03/QCPH-BCA-TLĐ'],
    });
  });

  test('Q04: the plan implements a conclusion, which continues a directive and is implemented by a decision too', async () => {
    const { document } = only<Data>((await answerTo('Q04')).documentBySymbol);
    const conclusion = only<Data>(document.implements);
    expect([document.symbol, conclusion.symbol, only<Data>(conclusion.continues).symbol]).toEqual([
      '36-KH/TU',
      '13-KL/TW',
      '48-CT/TW',
    ]);
    const others = conclusion.implementedBy.nodes
      .map(({ symbol }: Data) => symbol)
      .filter((symbol: string) => symbol !== '36-KH/TU');
    expect(others).toEqual(['1944/QĐ-TTg']);
  });

  test('Q64: three key tasks, each tracked by a subgraph', async () => {
    const regulation = only<Data>((await answerTo('Q64')).coordinationAgreements.nodes);
    expect(regulation.tasks.map(({ ordinal }: Data) => ordinal)).toEqual([1, 2, 3]);
    expect(regulation.tasks[1].trackedBy).toContain('recognition');
    expect(regulation.recognitionCommitments).toHaveLength(1);
  });
});
