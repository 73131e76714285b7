import { HubError } from '../../schema/contract/errors.js';
import { Lock, takeLock } from '../../subgraphs/shared/database/locks.js';
import { loadFolder } from '../../subgraphs/shared/loading/load.js';
import type { Problem } from '../../subgraphs/shared/loading/files.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const UNIT = {
  key: 'test-unit',
  code: '"99"',
  level: 'PROVINCE',
  unitType: 'TINH',
  nameVi: 'Tỉnh Thử',
  sources: '[{ source: territory-lists }]',
};

let union0: Asked;
const folders: string[] = [];

beforeAll(async () => {
  union0 = await aLoaded(union, { withLists: true });
});
afterAll(async () => {
  await union0.close();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

/** Loads one file of administrative units with these entries. */
async function load(...entries: readonly Readonly<Record<string, string>>[]) {
  const lines = entries.flatMap((entry) =>
    Object.entries(entry).map(([name, value], index) => `  ${index ? ' ' : '-'} ${name}: ${value}`),
  );
  return loadText(['type: AdministrativeUnit', 'records:', ...lines].join('\n'));
}

async function loadText(content: string) {
  const folder = await mkdtemp(join(tmpdir(), 'lien-thong-data-'));
  folders.push(folder);
  await writeFile(join(folder, 'units.yaml'), content);
  return loadFolder({ ...union, data: folder, references: [] }, union0.subgraph.database);
}

async function problemsOf(loading: Promise<unknown>): Promise<readonly Problem[]> {
  const error = await loading.then(
    () => null,
    (refusal: unknown) => refusal,
  );
  expect(error).toBeInstanceOf(HubError);
  expect((error as HubError).code).toBe('DATA_REFUSED');
  return (error as HubError).details['problems'] as readonly Problem[];
}

async function unitsNamed(name: string): Promise<readonly { version: number; nameVi: string }[]> {
  const { data } = await union0.ask(
    'query ($name: String!) { administrativeUnits(name: $name) { nodes { version nameVi } } }',
    { name },
  );
  return data.administrativeUnits.nodes;
}

describe('loading the first data', () => {
  test('a second load changes nothing', async () => {
    const { created, corrected, unchanged } = await union0.subgraph.load();
    expect({ created, corrected }).toEqual({ created: 0, corrected: 0 });
    expect(unchanged).toBeGreaterThan(200);
  });

  test('a corrected entry becomes a new version, and the history keeps the old one', async () => {
    await load({ ...UNIT, key: 'corrected-unit', nameVi: 'Tỉnh Sai' });
    const report = await load({ ...UNIT, key: 'corrected-unit', nameVi: 'Tỉnh Đúng Lại' });
    expect(report).toMatchObject({ created: 0, corrected: 1, unchanged: 0 });
    expect(await unitsNamed('tinh dung lai')).toEqual([{ version: 2, nameVi: 'Tỉnh Đúng Lại' }]);
    const rows = await union0.subgraph.database
      .fork()
      .execute(
        `select version, content->>'name_vi' as name from record_version where content->>'name_vi' in ('Tỉnh Sai', 'Tỉnh Đúng Lại') order by version`,
      );
    expect(rows).toEqual([
      { version: 1, name: 'Tỉnh Sai' },
      { version: 2, name: 'Tỉnh Đúng Lại' },
    ]);
  });

  test('a list that an entry no longer writes becomes empty again', async () => {
    const zone = (lines: string) =>
      loadText(
        `type: UnionOrganization\nrecords:\n  - { key: renamed, nameVi: Công đoàn Thử, level: GRASSROOTS, ${lines} sources: [{ source: report-c }] }`,
      );
    await zone('otherNames: [CĐ Thử],');
    const report = await zone('');
    expect(report).toMatchObject({ created: 0, corrected: 1 });
    const rows = await union0.subgraph.database
      .fork()
      .execute(`select other_names from union_organization where name_vi = 'Công đoàn Thử'`);
    expect(rows).toEqual([{ other_names: [] }]);
  });

  test('entries that are in no file any more stay and are counted, also by the load that has nothing to do', async () => {
    const before = await load(
      { ...UNIT, key: 'kept-unit', code: '"97"' },
      { ...UNIT, key: 'removed-unit', code: '"98"' },
    );
    const after = await load({ ...UNIT, key: 'kept-unit', code: '"97"' });
    expect(after.missing - before.missing).toBe(1);
    expect(await load({ ...UNIT, key: 'kept-unit', code: '"97"' })).toEqual({
      ...after,
      created: 0,
      corrected: 0,
    });
  });

  test('a load waits for another process without an error', async () => {
    const em = union0.subgraph.database.fork();
    const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
    const { promise: held, resolve: hold } = Promise.withResolvers<void>();
    const other = em.transactional(async (holding) => {
      await takeLock(holding, Lock.LOADING);
      hold();
      await finished;
    });
    await held;
    const loading = load({ ...UNIT, key: 'waiting-unit', code: '"90"' });
    finish();
    await other;
    expect(await loading).toMatchObject({ created: 1 });
  });

  test.each([
    ['an unknown property', { ...UNIT, colour: 'red' }, 'colour'],
    ['a missing property', { key: UNIT.key, code: UNIT.code, sources: UNIT.sources }, 'nameVi'],
    ['a value outside its list', { ...UNIT, level: 'PLANET' }, 'level'],
    ['a day that does not exist', { ...UNIT, validity: '{ from: 2023-02-30 }' }, 'validity'],
    [
      'an end before the beginning',
      { ...UNIT, validity: '{ from: 2024-02-01, to: 2024-01-01 }' },
      'validity',
    ],
    ['no source', { ...UNIT, sources: '[]' }, 'sources'],
    ['an unknown source', { ...UNIT, sources: '[{ source: hearsay }]' }, 'sources'],
    [
      'a whole sentence as quotation',
      { ...UNIT, sources: `[{ source: report-c, quote: ${'x'.repeat(81)} }]` },
      'sources',
    ],
  ])('%s is refused with file, entry and reason, and nothing is written', async (_, entry, reason) => {
    const problems = await problemsOf(load({ ...UNIT, key: 'good-unit', nameVi: 'Tỉnh Tốt' }, entry));
    expect(problems[0]).toMatchObject({ file: 'units.yaml', entry: 'test-unit' });
    expect(problems.map((problem) => problem.reason).join()).toContain(reason);
    expect(await unitsNamed('tinh tot')).toEqual([]);
  });

  test('a key that is used twice is refused', async () => {
    expect(await problemsOf(load(UNIT, UNIT))).toEqual([
      { file: 'units.yaml', entry: 'test-unit', reason: 'this key is used twice' },
    ]);
  });

  test('a reference to an entry that no file has is refused', async () => {
    const content =
      'type: AdministrativeParent\nrecords:\n  - { key: a-in-b, child: a, parent: b, sources: [{ source: report-c }] }';
    const problems = await problemsOf(loadText(content));
    expect(problems.map(({ reason }) => reason)).toEqual([
      'child: points at an entry that no file has',
      'parent: points at an entry that no file has',
    ]);
  });

  test('a reference to an entry that no file of another agency has is refused', async () => {
    const agencies = await mkdtemp(join(tmpdir(), 'lien-thong-data-'));
    folders.push(agencies);
    const write = async (agency: string, content: string): Promise<string> => {
      const folder = join(agencies, agency, 'data');
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'entries.yaml'), content);
      return folder;
    };
    await write('coordination', 'type: PublicBody\nrecords:\n  - key: ministry\n  - { key: party }');
    const data = await write(
      'union',
      `type: OfficialChannel\nrecords:\n${['ministry', 'party', 'nobody'].map((body) => `  - { key: of-${body}, organization: ours, kind: PORTAL, nameVi: Cổng, operator: ${body}, sources: [{ source: report-c }] }`).join('\n')}`,
    );
    const problems = await problemsOf(loadFolder({ ...union, data }, union0.subgraph.database));
    expect(problems.filter(({ reason }) => reason.startsWith('operator'))).toEqual([
      { file: 'entries.yaml', entry: 'of-nobody', reason: 'operator: points at an entry that no file has' },
    ]);
  });

  test.each([
    ['text that is no YAML', 'type: [', 'not YAML'],
    ['a file without records', 'type: AdministrativeUnit', 'a data file holds'],
    ['a type of another agency', 'type: Document\nrecords: []', 'no type Document'],
  ])('%s is refused', async (_, content, reason) => {
    const [problem] = await problemsOf(loadText(content));
    expect(problem?.reason).toContain(reason);
  });
});
