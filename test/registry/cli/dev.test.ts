import { projectPath } from '../../../schema/contract/project.js';
import { filesOf } from '../../../schema/registry/cli/init/template.js';
import { askAt } from '../../support/ask.js';
import { until } from '../../support/until.js';
import { freePort } from '../fourth-agency/agency.js';
import { folders, hub, type HubRun } from './a-desk.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface News {
  readonly event: string;
  readonly url?: string;
  readonly file?: string;
  readonly faults?: readonly { readonly line?: number; readonly code: string; readonly remedy: object }[];
}

/** A subgraph as `hub init` makes it, developed on top of a small graph. */
describe('hub dev', () => {
  const places = folders();
  const ending = new AbortController();
  const news: News[] = [];
  let folder: string;
  let running: Promise<HubRun>;
  let url: string;

  beforeAll(async () => {
    folder = places.make();
    symlinkSync(projectPath('node_modules'), join(folder, 'node_modules'));
    const port = await freePort();
    const blanks = {
      agency: 'insurance',
      subgraph: 'insurance',
      titleVi: 'Quỹ',
      titleEn: 'Fund',
      port,
      channel: 'production',
    };
    for (const { path, contents } of filesOf({ ...blanks, url: `http://127.0.0.1:${port}/graphql` }))
      write(path, contents);
    write('graph.yaml', "subgraphs:\n  other: { url: 'http://127.0.0.1:9/graphql', sdl: other.graphql }\n");
    write('other.graphql', OTHER);
    const args = ['dev', '--offline', '--graph', 'graph.yaml', '--port', '0', '--format', 'json'];
    running = hub(args, {
      cwd: folder,
      signal: ending.signal,
      env: { PATH: `${projectPath('node_modules', '.bin')}:${process.env['PATH']}` },
      out: (words) =>
        void news.push(
          ...words
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as News),
        ),
    });
    url = String((await told('GATEWAY')).url);
  }, 60_000);

  afterAll(async () => {
    ending.abort();
    await running;
    places.remove();
  });

  function write(path: string, contents: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
  }

  /** The next news of this kind after the first `after` ones. */
  async function told(event: string, after = 0): Promise<News> {
    const found = () => news.slice(after).find((each) => each.event === event);
    await until(async () => found() !== undefined);
    return found() as News;
  }

  const schema = (): string => readFileSync(join(folder, 'schema.graphql'), 'utf8');

  test('the local subgraph answers on top of the other ones', async () => {
    await until(
      async () => (await askAt(url, '{ insuranceOverview { title } }')).data?.insuranceOverview !== null,
    );
    const { data } = await askAt(
      url,
      '{ insuranceOverview { title } __type(name: "Query") { fields { name } } }',
    );
    expect(data.insuranceOverview).toEqual({ title: 'Quỹ' });
    expect(data.__type.fields.map(({ name }: { name: string }) => name)).toContain('other');
  });

  test('each save recomposes, and the gateway takes it over', async () => {
    const before = news.length;
    write('schema.graphql', schema().replace('runsSince: String!', 'runsSince: String!\n  moreOfIt: Int'));
    await told('COMPOSED', before);
    await until(async () => (await askAt(url, '{ insuranceOverview { moreOfIt } }')).errors === undefined);
  });

  test('what is no GraphQL is told by file and line, and the former graph serves on', async () => {
    const before = news.length;
    const kept = schema();
    write('schema.graphql', `type Oops {\n  x: \n}\n${kept}`);
    const { file, faults } = await told('REFUSED', before);
    expect([file, faults?.[0]?.line]).toEqual(['schema.graphql', 3]);
    expect((await askAt(url, '{ insuranceOverview { title } }')).data.insuranceOverview.title).toBe('Quỹ');
    write('schema.graphql', kept);
    await told('COMPOSED', before);
  });

  test('what does not compose is told at its line with what would be right', async () => {
    const before = news.length;
    write('schema.graphql', `${schema()}\ntype Other @key(fields: "id") { id: ID! name: Int }\n`);
    const { faults } = await told('REFUSED', before);
    const line =
      schema()
        .split('\n')
        .findIndex((each) => each.startsWith('type Other')) + 1;
    expect(faults?.[0]).toMatchObject({ line, remedy: { en: expect.any(String), vi: expect.any(String) } });
  });

  test('a name that is not known is told at its line', async () => {
    const before = news.length;
    const broken = schema().replace('title: String!', 'title: Strin!');
    write('schema.graphql', broken);
    const { faults } = await told('REFUSED', before);
    const line = broken.split('\n').findIndex((each) => each.includes('Strin!')) + 1;
    expect(faults).toContainEqual(expect.objectContaining({ line }));
  });

  test('ended, it takes its processes with it', async () => {
    ending.abort();
    const { exit } = await running;
    expect(exit).toBe(0);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
  });
});

const OTHER = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
type Query { other: Other }
type Other @key(fields: "id") { id: ID! name: String }
`;
