import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { aHandover, manyBelow } from './a-handover.js';
import { keyIn, unionId } from './a-union.js';
import { actingFor, done, officeOf, refusal, SOURCE } from './an-office.js';
import { anEnd, atWork, FEDERATION, planned } from './an-organization.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(union);
});
afterAll(() => asked.close());

const sql = <Row extends object>(statement: string, ...values: readonly unknown[]) =>
  asked.subgraph.database.fork().execute<Row[]>(statement, values);

const PARENTS = `before: parent(asOf: "2026-08-31") { id } after: parent(asOf: "2026-09-01") { id }`;

async function parentsOf(id: string) {
  const { data } = await asked.ask(`query ($id: ID!) { unionOrganization(id: $id) { ${PARENTS} } }`, { id });
  return data.unionOrganization;
}

describe('all unions below one that go over to another', () => {
  test('leave the one on the day on which the other takes them, and their number is told', async () => {
    const [from, to] = [await atWork(asked), await atWork(asked)];
    const below = [
      await atWork(asked, { level: 'GRASSROOTS', parent: from }),
      await atWork(asked, { level: 'GRASSROOTS', parent: from }),
    ];

    const node = await done(asked, 'handOverUnionsBelow', {
      ...aHandover(from, to),
      select:
        'from { id handovers { id } } to { id } effectiveOn movedCount legalDocument provenance { quote } id',
    });
    expect(node).toEqual({
      id: expect.any(String),
      from: { id: from, handovers: [{ id: node.id }] },
      to: { id: to },
      effectiveOn: '2026-09-01',
      movedCount: 2,
      legalDocument: '15/QĐ-LĐLĐ',
      provenance: [{ quote: SOURCE.quote }],
    });
    for (const id of below) expect(await parentsOf(id)).toEqual({ before: { id: from }, after: { id: to } });
  });

  test('leave it to be ended on that day', async () => {
    const [from, to] = [await atWork(asked), await atWork(asked)];
    await atWork(asked, { level: 'GRASSROOTS', parent: from });
    const end = anEnd(from, { successors: [{ organization: to, kind: 'MERGED_INTO' }] });

    expect(await refusal(asked, 'endOrganization', end)).toEqual([['GUARD_FAILED', 'nothing-below']]);
    await done(asked, 'handOverUnionsBelow', aHandover(from, to));
    await done(asked, 'endOrganization', end);
  });

  test('take with them what was to come: a beginning later on, and an end', async () => {
    const [from, to] = [await atWork(asked), await atWork(asked)];
    const { id: toCome } = await planned(asked, {
      level: 'GRASSROOTS',
      parent: from,
      validFrom: '2027-01-01',
    });
    const ending = await atWork(asked, { level: 'GRASSROOTS', parent: from });
    await done(asked, 'endOrganization', anEnd(ending, { on: '2026-12-01' }));

    await done(asked, 'handOverUnionsBelow', aHandover(from, to));
    const places = await sql(
      `select parent_key, valid_from::text, valid_to::text from organization_parent
       where child_key in (?, ?) and (valid_to is null or valid_to > '2026-09-01') order by valid_from`,
      keyIn(toCome),
      keyIn(ending),
    );
    expect(places).toEqual([
      { parent_key: keyIn(to), valid_from: '2026-09-01', valid_to: '2026-12-01' },
      { parent_key: keyIn(to), valid_from: '2027-01-01', valid_to: null },
    ]);
  });

  test('are many: each is told to the other agencies and kept in history, and the audit log has one line', async () => {
    const [from, to] = [await atWork(asked), await atWork(asked)];
    await manyBelow(asked, from, 600);
    const [before] = await sql<{ lines: number }>('select count(*)::int as lines from audit_entry');

    const { id, movedCount } = await done(asked, 'handOverUnionsBelow', {
      ...aHandover(from, to),
      select: 'id movedCount',
    });
    expect(movedCount).toBe(600);
    expect(
      await sql(
        `select (select count(*)::int from audit_entry) - ? as lines,
           (select entry -> 'nodes' from audit_entry order by position desc limit 1) as nodes,
           (select count(*)::int from outbox where content ->> 'above' = ? and content ->> 'valid_from' = '2026-09-01') as told,
           (select count(*)::int from record_version where type = 'organization_parent' and content ->> 'parent_key' = ?) as kept`,
        before?.lines,
        `UnionOrganization:${keyIn(to)}`,
        keyIn(from),
      ),
    ).toEqual([
      {
        lines: 1,
        nodes: [`UnionOrganization:${keyIn(from)}`, `UnionHandover:${keyIn(id)}`],
        told: 600,
        kept: 600,
      },
    ]);
  });

  test('are in the scope of the one that took them', async () => {
    const [from, to] = [await atWork(asked), await atWork(asked)];
    const below = await atWork(asked, { level: 'GRASSROOTS', parent: from });
    await done(asked, 'handOverUnionsBelow', aHandover(from, to));
    const successors = [{ organization: to, kind: 'FUNCTIONS_TO' }];

    await done(asked, 'endOrganization', {
      ...anEnd(below, { on: '2026-09-15', successors }),
      as: officeOf(to, 'UNION_OFFICER'),
    });
  });
});

describe('a handover is refused', () => {
  test('of none, of too many, and to itself', async () => {
    const [from, to] = [await atWork(asked), await atWork(asked)];

    expect(await refusal(asked, 'handOverUnionsBelow', aHandover(from, to))).toEqual([
      ['GUARD_FAILED', 'some-below'],
    ]);
    expect(await refusal(asked, 'handOverUnionsBelow', aHandover(from, from))).toEqual([
      ['GUARD_FAILED', 'another-parent'],
    ]);
    await manyBelow(asked, from, 5001);
    expect(await refusal(asked, 'handOverUnionsBelow', aHandover(from, to))).toEqual([
      ['GUARD_FAILED', 'bounded-handover'],
    ]);
  });

  test('to one that stands below, or that has ended', async () => {
    const from = await atWork(asked);
    const below = await atWork(asked, { parent: from });

    expect(await refusal(asked, 'handOverUnionsBelow', aHandover(from, below))).toEqual([
      ['GUARD_FAILED', 'organization_parent_no_circle'],
    ]);
    expect(await refusal(asked, 'handOverUnionsBelow', aHandover(from, unionId('ldld-bac-giang')))).toEqual([
      ['GUARD_FAILED', 'successor-of-the-day'],
    ]);
  });

  test('before what stands below began, and then none goes over', async () => {
    const [from, to] = [await atWork(asked, { validFrom: '2026-01-01' }), await atWork(asked)];
    const below = await atWork(asked, { level: 'GRASSROOTS', parent: from });
    const late = await planned(asked, { parent: FEDERATION, validFrom: '2026-10-15' });

    expect(await refusal(asked, 'handOverUnionsBelow', aHandover(from, late.id))).toEqual([
      ['GUARD_FAILED', 'successor-of-the-day'],
    ]);
    expect(await parentsOf(below)).toEqual({ before: { id: from }, after: { id: from } });
    expect(await refusal(asked, 'handOverUnionsBelow', aHandover(from, to, { legalDocument: ' ' }))).toEqual([
      ['INVALID_INPUT', 'legalDocument'],
    ]);
  });

  test('to who is not above both, and to other roles', async () => {
    const [from, to] = [await atWork(asked), await atWork(asked)];
    await atWork(asked, { level: 'GRASSROOTS', parent: from });
    const { input } = aHandover(from, to);

    for (const id of [from, to])
      expect(
        await refusal(asked, 'handOverUnionsBelow', { input, as: officeOf(id, 'UNION_OFFICER') }),
      ).toEqual([['FORBIDDEN_SCOPE', id === from ? null : 'id']]);
    expect(
      await refusal(asked, 'handOverUnionsBelow', { input, as: actingFor('vgcl', 'DATA_STEWARD') }),
    ).toEqual([['FORBIDDEN_SCOPE', 'role']]);
  });

  test('by the database itself, to whom the two are not in scope', async () => {
    const [from, to] = [await atWork(asked), await atWork(asked)];
    const statement = 'select hand_over_unions(?, ?, ?::date, ?::jsonb, ?)';

    await expect(sql(statement, keyIn(from), keyIn(to), '2026-09-01', '[]', 10)).rejects.toMatchObject({
      code: '42501',
    });
  });
});
