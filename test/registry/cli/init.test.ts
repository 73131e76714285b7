import { projectPath } from '../../../schema/contract/project.js';
import { folders, hub } from './a-desk.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Without network: the project's own libraries stand above the new folder. */
describe('hub init', () => {
  const places = folders();
  let place: string;

  beforeAll(() => {
    place = places.make();
    symlinkSync(projectPath('node_modules'), join(place, 'node_modules'));
  });

  afterAll(() => places.remove());

  test('an empty folder becomes a subgraph that is tested and checked at once', async () => {
    const titles = ['--title-vi', 'Bảo hiểm xã hội Việt Nam', '--title-en', 'Vietnam Social Security'];
    const args = ['init', 'insurance', '--yes', '--no-install', ...titles, '--format', 'json'];
    const { exit, json } = await hub(args, { cwd: place, env: { PATH: process.env['PATH'] } });
    const { tests, check, agency, subgraph, kid, installed } = json.result;
    expect([tests.state, check.passed, installed]).toEqual(['PASSED', true, null]);
    expect([exit, agency, subgraph]).toEqual([0, 'insurance', 'insurance']);
    expect(kid).toMatch(/^[\w-]{43}$/);
    const errors = check.findings.filter(({ code }: { code: string }) => code !== 'NOT_IN_LAW_YET');
    expect(errors).toEqual([]);
  });

  test('its key is read by its owner alone, and git does not see it', () => {
    const folder = join(place, 'insurance');
    expect(statSync(join(folder, 'hub.key.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toContain('*.key.json');
    expect(readFileSync(join(folder, '.dockerignore'), 'utf8')).toContain('*.key.json');
  });

  test('no blank of the template is left, and its libraries are those of the project', () => {
    const folder = join(place, 'insurance');
    const names = [
      'hub.yaml',
      'schema.graphql',
      'server.js',
      'subgraph.js',
      'resolvers.js',
      'README.md',
      'Dockerfile',
      'package.json',
    ];
    for (const name of names) expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/__[A-Z_]+__/);
    const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const project = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'));
    expect({ ...project.devDependencies, ...project.dependencies }).toMatchObject(dependencies);
  });

  test('it tells the operator what to write into the law', async () => {
    const { out } = await hub(['check', '--offline'], { cwd: join(place, 'insurance') });
    expect(out).toContain('NOT_IN_LAW_YET');
    expect(out).toContain('subgraphs:');
    expect(out).toContain('http://127.0.0.1:4020');
  });

  test('a folder that holds something is left as it is', async () => {
    const folder = places.make();
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    const { exit, json } = await hub(['init', '--yes', '--no-install', '--format', 'json'], { cwd: folder });
    expect([exit, json.error.code]).toEqual([2, 'INVALID_INPUT']);
    expect(existsSync(join(folder, 'hub.yaml'))).toBe(false);
  });

  test('a dry run tells the files and writes none', async () => {
    const folder = places.make();
    const { json } = await hub(['init', 'new', '--yes', '--dry-run', '--format', 'json'], { cwd: folder });
    expect(json.result.files).toContain('hub.yaml');
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });

  test('a wrong name is refused before anything is written', async () => {
    const folder = places.make();
    const { exit } = await hub(['init', 'new', '--yes', '--agency', 'Bảo hiểm', '--no-install'], {
      cwd: folder,
    });
    expect([exit, existsSync(join(folder, 'new'))]).toEqual([2, false]);
  });

  test('at a terminal it asks what no option says', async () => {
    const folder = places.make();
    const asked: string[] = [];
    const ask = async (question: string): Promise<string> => {
      asked.push(question);
      return '';
    };
    await hub(['init', 'new', '--agency', 'a-fund', '--title-vi', 'Quỹ', '--dry-run'], { cwd: folder, ask });
    expect(asked.length).toBe(2);
  });
});
