import 'reflect-metadata';
import { GATEWAY_SETTINGS } from '../gateway/settings.js';
import { HUB_SETTINGS } from '../gateway/embedded/settings.js';
import { CALLER_CHECK_SETTINGS } from '../schema/contract/caller-check.js';
import { ERROR_CODES } from '../schema/contract/errors.js';
import { projectPath } from '../schema/contract/project.js';
import { REGISTRY_SETTINGS } from '../schema/registry/settings.js';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, isNonNullType, isObjectType } from 'graphql';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PAGES = ['README.md', ...globSync('docs/**/*.md', { cwd: projectPath() })];

function page(name: string): string {
  return readFileSync(projectPath(name), 'utf8');
}

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
}

describe('documentation', () => {
  test.each(PAGES)('%s: every link leads to a file', (name) => {
    const links = [...page(name).matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => String(match[1]));
    const missing = links.filter((link) => !existsSync(projectPath(join(dirname(name), link))));
    expect(missing).toEqual([]);
  });

  test('every script that the README names exists', () => {
    const { scripts } = JSON.parse(page('package.json')) as Manifest;
    const named = [...page('README.md').matchAll(/npm (?:run )?(start|test|[a-z:]+)\b/g)].map((match) =>
      String(match[1]),
    );
    expect(named.filter((name) => !['ci'].includes(name) && !(name in scripts))).toEqual([]);
  });

  test('the page of errors has every code with its rule', () => {
    const rows = Object.entries(ERROR_CODES).map(([code, rule]) => `| \`${code}\` | ${rule} |`);
    expect(rows.filter((row) => !page('docs/errors.md').includes(row))).toEqual([]);
  });

  test('the page of settings has every setting', () => {
    const names = [
      ...Object.keys(HUB_SETTINGS),
      ...Object.keys(GATEWAY_SETTINGS),
      ...Object.keys(CALLER_CHECK_SETTINGS),
      ...Object.keys(REGISTRY_SETTINGS),
      'DATABASE_URL',
      'LOG_LEVEL',
      'TEST_DATABASE_URL',
      'CHROMIUM_PATH',
    ];
    expect(names.filter((name) => !page('docs/settings.md').includes(`\`${name}\``))).toEqual([]);
  });

  test('the glossary has a line for every type of the graph', () => {
    const api = buildSchema(page('schema/sdl/api.graphql'));
    const types = Object.values(api.getTypeMap()).filter(
      (type) => isObjectType(type) && !type.name.startsWith('__'),
    );
    const concepts = types
      .map(({ name }) => name)
      .filter(
        (name) => !/^(Query|Mutation)$|(Connection|Edge|Payload)$/.test(name) || /Succession/.test(name),
      );
    const named = page('docs/glossary.md');
    expect(concepts.filter((name) => !named.includes(`\`${name}\``))).toEqual([]);
  });

  test('every field at the top of the graph may be null, so that a failing agency takes down only its own part', () => {
    const api = buildSchema(page('schema/sdl/api.graphql'));
    const fields = Object.values(api.getQueryType()?.getFields() ?? {});
    expect(fields.filter(({ type }) => isNonNullType(type)).map(({ name }) => name)).toEqual([]);
  });

  test('every type, field, argument and enum value of the graph is described in two languages', () => {
    const api = buildSchema(page('schema/sdl/api.graphql'));
    expect(undescribed(api)).toEqual([]);
  });
});

function undescribed(api: ReturnType<typeof buildSchema>): readonly string[] {
  const types = Object.values(api.getTypeMap()).filter(
    ({ name }) => !name.startsWith('__') && !BUILT_IN.has(name),
  );
  const missing: string[] = [];
  const look = (place: string, described: { readonly description?: string | null }): void => {
    if (!described.description?.includes('\n\n')) missing.push(place);
  };
  for (const type of types) {
    if (!ROOTS.has(type.name)) look(type.name, type);
    if ('getValues' in type) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    if (!('getFields' in type)) continue;
    for (const field of Object.values(type.getFields())) {
      look(`${type.name}.${field.name}`, field);
      if ('args' in field) for (const arg of field.args) look(`${type.name}.${field.name}(${arg.name})`, arg);
    }
  }
  return missing;
}

const ROOTS = new Set(['Query', 'Mutation']);

/** Types of GraphQL itself and of its libraries. */
const BUILT_IN = new Set(['String', 'Int', 'Float', 'Boolean', 'ID', 'DateTimeISO']);

describe('licences', () => {
  const PERMISSIVE =
    /^\(?(MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Python-2\.0|PostgreSQL)( (OR|AND) .+)?\)?$/;
  const ELASTIC = [
    '@apollo/composition',
    '@apollo/federation-internals',
    '@apollo/query-graphs',
    '@apollo/query-planner',
  ];
  const { packages } = JSON.parse(page('package-lock.json')) as { packages: Record<string, Installed> };
  const used = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);

  interface Installed {
    readonly dev?: boolean;
    readonly license?: string;
  }

  test('of what runs in production only the named packages are not under a permissive licence', () => {
    const others = used.filter(([, { license }]) => !PERMISSIVE.test(license ?? ''));
    expect(others.map(([path]) => path.replace(/^.*node_modules\//, '')).toSorted()).toEqual(ELASTIC);
  });

  test('the README names them', () => {
    expect(ELASTIC.filter((name) => !page('README.md').includes(`\`${name}\``))).toEqual([]);
  });
});
