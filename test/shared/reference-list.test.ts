import { firstDataKey } from '../../schema/contract/ids.js';
import { loadFolder, type LoadReport } from '../../subgraphs/shared/loading/load.js';
import { linesOf } from '../../subgraphs/shared/loading/reference-list.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { AdministrativeUnit } from '../../subgraphs/union/territory/administrative-unit.entity.js';
import { kindOf } from '../../subgraphs/union/territory/reference/kinds.js';
import { LIST } from '../../subgraphs/union/territory/reference/sources.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let asked: Asked;
let folder: string;
beforeAll(async () => {
  asked = await aLoaded(union, { withLists: true });
  folder = await mkdtemp(join(tmpdir(), 'lien-thong-list-'));
}, 60_000);
afterAll(async () => {
  await asked.close();
  await rm(folder, { recursive: true });
});

/** Loads a list of communes, one line of code and name each, and no data files. */
async function load(...lines: readonly string[]): Promise<Omit<LoadReport, 'missing'>> {
  const file = join(folder, 'list.tsv');
  await writeFile(file, ['# A list of communes.', ...lines].join('\n'));
  const list = {
    files: [file],
    records: (texts: readonly string[]) => [
      { type: AdministrativeUnit, values: texts.flatMap(linesOf).map(unit) },
    ],
  };
  const { missing: _, ...report } = await loadFolder(
    { ...union, data: folder, references: [list] },
    asked.subgraph.database,
  );
  return report;
}

function unit([code = '', name = '']: readonly string[]) {
  return {
    key: firstDataKey('AdministrativeUnit', `test-${code}`),
    code,
    ...kindOf(name),
    provenance: LIST,
  };
}

describe('a reference list', () => {
  test('is written once, and one line that changes makes one new version', async () => {
    const first = await load('T0001\tXã Đầu Tiên', 'T0002\tXã Thứ Hai');
    const second = await load('T0001\tXã Đầu Tiên', 'T0002\tXã Sửa Lại');

    expect([first, second]).toEqual([
      { created: 2, corrected: 0, unchanged: 0 },
      { created: 0, corrected: 1, unchanged: 1 },
    ]);
    const versions = await asked.subgraph.database
      .fork()
      .execute(
        `select version, content->>'name_vi' as name from record_version where content->>'code' = 'T0002' order by version`,
      );
    expect(versions).toEqual([
      { version: 1, name: 'Xã Thứ Hai' },
      { version: 2, name: 'Xã Sửa Lại' },
    ]);
  });

  test('that did not change is not looked into again', async () => {
    await load('T0003\tXã Như Cũ');
    const before = asked.statementCount();
    expect(await load('T0003\tXã Như Cũ')).toEqual({ created: 0, corrected: 0, unchanged: 1 });
    expect(asked.statementCount() - before).toBe(4);
  });

  test('is found by names as records of data files are', async () => {
    await load('T0004\tPhường Hoà Nhập Thử');
    const { data } = await asked.ask(
      '{ administrativeUnits(name: "hòa nhập thử") { nodes { nameEn version } } }',
    );
    expect(data.administrativeUnits.nodes).toEqual([{ nameEn: 'Hoà Nhập Thử Ward', version: 1 }]);
  });

  test('that breaks a rule of the database leaves nothing behind', async () => {
    await expect(load('T0005\tXã Một', '00004\tXã Mã Trùng')).rejects.toThrow('one_per_day');
    const { data } = await asked.ask('{ administrativeUnits(code: "T0005") { totalCount } }');
    expect(data.administrativeUnits.totalCount).toBe(0);
  });
});
