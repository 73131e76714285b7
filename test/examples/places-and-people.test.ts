import { forbiddenWordIn } from '../../schema/registry/privacy-words.js';
import { codes, only, theExamples, type Data } from '../support/examples.js';
import { describe, expect, test } from '@jest/globals';

const { answerTo, ask, examples } = theExamples();

describe('the example questions about places, people and what they do', () => {
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

  test('search finds a place without its diacritics', async () => {
    const { edges } = (await answerTo('search')).search;
    const labels = edges.map(({ node }: Data) => node.label);
    expect(labels).toContain('Huyện Hiệp Hòa');
    for (const { node } of edges) expect(node.node.id).toEqual(expect.any(String));
  });
});

describe('the example questions about the graph itself', () => {
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

  test('Q82: the answer tells what it was reckoned to cost, and a dearer one is refused with the limit', async () => {
    const { totalCount, nodes } = (await answerTo('Q82')).administrativeUnits;
    expect([totalCount, nodes.length]).toEqual([34, 34]);
    const { body } = await ask(examples.get('Q82')?.query ?? '');
    expect(JSON.parse(body).extensions.cost).toEqual({ estimate: expect.any(Number), allowed: 20_000 });
    const deep =
      '{ administrativeUnits(first: 100) { nodes { children(first: 100) { nodes { children(first: 100) { nodes { id } } } } } } }';
    const { errors, statements, fetches } = await ask(deep);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'QUERY_TOO_COMPLEX',
      cost: { estimate: expect.any(Number), allowed: 20_000 },
    });
    expect([statements, fetches]).toEqual([0, []]);
  });
});
