import { EXAMPLES_FOLDER } from '../gateway/embedded/hub.js';
import { loadExamples } from '../gateway/explorer/examples.js';
import { forbiddenWordIn } from '../schema/registry/privacy-words.js';
import { aHub, type TestHub } from './support/hub.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

// Each answer has the shape of its own query.
// oxlint-disable-next-line typescript/no-explicit-any
type Data = any;

const examples = new Map(loadExamples(EXAMPLES_FOLDER).map((example) => [example.id, example]));
const asserted = new Set<string>();

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub();
}, 60_000);
afterAll(() => hub.close());

/** Asks one of the questions kept as examples. */
async function answerTo(id: string): Promise<Data> {
  asserted.add(id);
  const example = examples.get(id);
  const { data, errors } = await hub.ask(example?.query ?? '', example?.variables);
  expect(errors).toBeUndefined();
  return data;
}

function only<Row>(rows: readonly Row[]): Row {
  expect(rows).toHaveLength(1);
  return rows[0] as Row;
}

function codes(flagged: {
  readonly dataQualityFlags: readonly { readonly code: string }[];
}): readonly string[] {
  return flagged.dataQualityFlags.map(({ code }) => code);
}

function byCount(left: Data, right: Data): number {
  return left.count.value - right.count.value;
}

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

describe('the questions of the first data', () => {
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

  test('Q10: the tips are counted once, with two sources', async () => {
    const { totalCount, nodes } = (await answerTo('Q10')).tipStatistics;
    const tips = only<Data>(nodes);
    expect(totalCount).toBe(1);
    expect(tips.tips).toMatchObject({ value: 20_000, comparator: 'MORE_THAN' });
    expect(tips.valuable).toMatchObject({ value: 10_000, comparator: 'NEARLY' });
    expect(tips.casesBand).toMatchObject({
      value: null,
      comparator: 'ORDER_OF_MAGNITUDE',
      text: 'hàng ngàn vụ việc',
    });
    expect(new Set(tips.provenance.map(({ source }: Data) => source.code))).toEqual(
      new Set(['article-a', 'article-b']),
    );
  });

  test('Q11: pages and groups by level, their computed total, and the level that has ended', async () => {
    const { byLevel, total } = only<Data>(
      (await answerTo('Q11')).unionOrganizations.nodes,
    ).socialChannelSummary;
    expect(byLevel.map(({ quantity }: Data) => [quantity.value, quantity.comparator])).toEqual([
      [106, 'EXACT'],
      [800, 'EXACT'],
      [19_000, 'MORE_THAN'],
    ]);
    expect(total).toEqual({ value: 19_906, comparator: 'MORE_THAN', formula: '106 + 800 + 19000' });
    const ended = byLevel
      .flatMap(({ levels }: Data) => levels)
      .filter(({ validity }: Data) => validity.to !== null);
    expect(ended.map(({ level, validity }: Data) => [level, validity.to])).toEqual([
      ['DISTRICT', '2025-07-01'],
    ]);
  });

  test('Q13: the figures of Bắc Giang, and those of 2014 computed from the rises', async () => {
    const { membershipStatistics, workforceStatistics } = only<Data>(
      (await answerTo('Q13')).unionOrganizations.nodes,
    );
    const members = membershipStatistics.nodes.map(({ metric, quantity, change, derivedBase }: Data) => [
      metric,
      quantity.value,
      change.value,
      derivedBase.value,
    ]);
    expect(members).toEqual([
      ['MEMBERS_AND_WORKERS', 301_398, 162_633, 138_765],
      ['MEMBERS', 288_396, 162_957, 125_439],
    ]);
    const work = (metric: string, sector: string): Data =>
      workforceStatistics.nodes.find((each: Data) => each.metric === metric && each.sector === sector);
    expect(work('WORKERS', 'INDUSTRIAL_PARK')).toMatchObject({
      quantity: { value: 185_000 },
      change: { value: 116_000 },
      derivedBase: { value: 69_000 },
    });
    const trained = workforceStatistics.nodes.filter(({ metric }: Data) => metric === 'TRAINED_LABOUR_SHARE');
    expect(trained.map(({ quantity, rise }: Data) => [quantity.value, rise?.value ?? null])).toEqual([
      [76, 32],
      [44, null],
    ]);
    const wages = workforceStatistics.nodes.filter(({ metric }: Data) => metric === 'AVERAGE_MONTHLY_WAGE');
    expect(wages.map(({ quantity }: Data) => `${quantity.comparator} ${quantity.value}`).toSorted()).toEqual([
      'ABOUT 7000000',
      'EXACT 8000000',
    ]);
  });

  test('Q16: the rise was checked: the workers who are not members became fewer', async () => {
    const [whole, members] = (await answerTo('Q16')).membershipStatistics.nodes;
    expect(codes(whole)).toContain('CHECKED');
    expect([members.remainderAtBase.value, members.remainder.value]).toEqual([13_326, 13_002]);
  });

  test('Q21: six collectives and 29 individuals one way, three and 18 the other, each with its authority', async () => {
    const { received, given } = only<Data>((await answerTo('Q21')).unionOrganizations.nodes);
    const told = ({ form, kind, count, authority, recipientSide }: Data) => [
      form.code,
      kind,
      count.value,
      authority.nameVi,
      recipientSide,
    ];
    expect([...received.nodes, ...given.nodes].toSorted(byCount).map(told)).toEqual([
      ['BANG_KHEN', 'COLLECTIVE', 3, 'Liên đoàn Lao động tỉnh Bắc Giang', 'POLICE'],
      ['GIAY_KHEN', 'COLLECTIVE', 6, 'Công an tỉnh Bắc Giang', 'UNION'],
      ['BANG_KHEN', 'INDIVIDUAL', 18, 'Liên đoàn Lao động tỉnh Bắc Giang', 'POLICE'],
      ['GIAY_KHEN', 'INDIVIDUAL', 29, 'Công an tỉnh Bắc Giang', 'UNION'],
    ]);
    expect(received.nodes[0].authorityOfficeVi).toBe('Giám đốc Công an tỉnh Bắc Giang');
    expect(given.nodes.flatMap(codes)).toContain('SIDE_PROBABLE');
    expect(received.nodes[0].authorityRule.legalBases[0].symbol).toBe('15/2003/QH11');
  });

  test('Q22: two proposals whose outcome is unknown', async () => {
    const { nodes } = (await answerTo('Q22')).recognitionBatches;
    const told = nodes.map(({ authority, kind, count, outcome }: Data) => [
      authority.nameVi,
      kind,
      count.value,
      outcome,
    ]);
    expect(told.toSorted()).toEqual([
      ['Bộ Công an', 'INDIVIDUAL', 3, 'UNKNOWN'],
      ['Ủy ban nhân dân tỉnh Bắc Giang', 'ENTERPRISE', 5, 'UNKNOWN'],
    ]);
  });

  test('Q29: counts by authority, form and year', async () => {
    const { nodes } = (await answerTo('Q29')).recognitionStatistics;
    expect(
      nodes.map(({ authorityOfficeVi, year, count }: Data) => [authorityOfficeVi, year, count.value]),
    ).toEqual([
      ['Bộ Công an', 2023, 140],
      ['Giám đốc Công an tỉnh Bắc Giang', 2023, 35],
      ['Liên đoàn Lao động tỉnh Bắc Giang', 2023, 21],
    ]);
  });

  test('Q34: the communes of today in the four key areas, each with its police', async () => {
    const areas = await answerTo('Q34');
    const communes = (area: Data): readonly string[] =>
      only<Data>(area.nodes)
        .successorUnits.map(({ nameVi }: Data) => nameVi)
        .toSorted();
    expect(communes(areas.vietYen)).toEqual(
      ['Phường Nếnh', 'Phường Tự Lạn', 'Phường Vân Hà', 'Phường Việt Yên'].toSorted(),
    );
    expect(communes(areas.hiepHoa)).toEqual(
      ['Xã Hiệp Hòa', 'Xã Hoàng Vân', 'Xã Hợp Thịnh', 'Xã Xuân Cẩm'].toSorted(),
    );
    const city = [
      'Phường Bắc Giang',
      'Phường Đa Mai',
      'Phường Tân Tiến',
      'Phường Tiền Phong',
      'Phường Tân An',
      'Phường Yên Dũng',
      'Phường Cảnh Thụy',
      'Xã Đồng Việt',
    ];
    expect(communes(areas.bacGiang)).toEqual(city.toSorted());
    expect(communes(areas.yenDung)).toEqual(city.toSorted());
    for (const unit of only<Data>(areas.vietYen.nodes).successorUnits)
      expect(unit.policeOrganizations).toHaveLength(1);
    expect(codes(areas.vietYen.nodes[0])).toContain('UNIT_NAME_OUTDATED');
  });

  test('Q41: the schema has no names for what must not enter the graph', async () => {
    const { types } = (await answerTo('Q41')).__schema;
    const names = types.flatMap(({ name, fields, inputFields, enumValues }: Data) => [
      name,
      ...[...(fields ?? []), ...(inputFields ?? []), ...(enumValues ?? [])].map((each: Data) => each.name),
      ...(fields ?? []).flatMap(({ args }: Data) => args.map((arg: Data) => arg.name)),
    ]);
    expect(names.length).toBeGreaterThan(1000);
    expect(names.filter((name: string) => forbiddenWordIn(name))).toEqual([]);
  });

  test('Q52: employers breaking the law are the main cause of disputes', async () => {
    const finding = only<Data>((await answerTo('Q52')).findings.nodes);
    expect(finding.cause).toBe('EMPLOYER_VIOLATION');
    expect(finding.claimKinds).toEqual(['UNPAID_WAGES', 'SOCIAL_INSURANCE_ARREARS']);
    expect(finding.textVi).toContain('do người sử dụng lao động vi phạm các quy định pháp luật');
  });

  test('Q60: the partners, areas and topics of the sessions', async () => {
    const session = only<Data>((await answerTo('Q60')).activities.nodes);
    const names = (rows: Data): readonly string[] => rows.map(({ nameVi }: Data) => nameVi);
    expect(names(session.coOrganisers)).toEqual([
      'Công an tỉnh Bắc Giang',
      'Sở Tư pháp tỉnh Bắc Giang',
      'Sở Lao động - Thương binh và Xã hội tỉnh Bắc Giang',
    ]);
    expect(names(session.places)).toEqual([
      'Thị xã Việt Yên',
      'Huyện Yên Dũng',
      'Huyện Hiệp Hòa',
      'Thành phố Bắc Giang',
    ]);
    expect(names(session.topics)).toEqual([
      'tín dụng đen',
      'trộm cắp',
      'cướp giật',
      'lừa đảo chiếm đoạt tài sản',
      'tội phạm công nghệ cao',
      'ma túy',
      'mại dâm',
      'cờ bạc',
    ]);
  });

  test('Q64: three key tasks, each tracked by a subgraph', async () => {
    const regulation = only<Data>((await answerTo('Q64')).coordinationAgreements.nodes);
    expect(regulation.tasks.map(({ ordinal }: Data) => ordinal)).toEqual([1, 2, 3]);
    expect(regulation.tasks[1].trackedBy).toContain('recognition');
    expect(regulation.recognitionCommitments).toHaveLength(1);
  });

  test('Q73: four officials and no other person', async () => {
    const { totalCount, nodes } = (await answerTo('Q73')).officials;
    expect(totalCount).toBe(4);
    expect(nodes.map(({ name }: Data) => name)).toEqual([
      'Lê Quốc Hùng',
      'Nguyễn Đình Khang',
      'Nguyễn Mạnh Hùng',
      'Tô Lâm',
    ]);
    for (const { holdings } of nodes) expect(holdings.length).toBeGreaterThan(0);
  });

  test('Q82: the answer tells what it was reckoned to cost, and a dearer one is refused with the limit', async () => {
    const { totalCount, nodes } = (await answerTo('Q82')).administrativeUnits;
    expect([totalCount, nodes.length]).toEqual([34, 34]);
    const { body } = await hub.ask(examples.get('Q82')?.query ?? '');
    expect(JSON.parse(body).extensions.cost).toEqual({ estimate: expect.any(Number), allowed: 20_000 });
    const deep =
      '{ administrativeUnits(first: 100) { nodes { children(first: 100) { nodes { children(first: 100) { nodes { id } } } } } } }';
    const { errors, statements, fetches } = await hub.ask(deep);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'QUERY_TOO_COMPLEX',
      cost: { estimate: expect.any(Number), allowed: 20_000 },
    });
    expect([statements, fetches]).toEqual([0, []]);
  });

  test('search finds a place without its diacritics', async () => {
    const { edges } = (await answerTo('search')).search;
    const labels = edges.map(({ node }: Data) => node.label);
    expect(labels).toContain('Huyện Hiệp Hòa');
    for (const { node } of edges) expect(node.node.id).toEqual(expect.any(String));
  });

  test('no example stands without its expected answer', () => {
    expect([...examples.keys()].filter((id) => !asserted.has(id))).toEqual([]);
  });
});
