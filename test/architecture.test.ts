import { projectPath } from '../schema/contract/project.js';
import { describe, expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Which rooms a room may import from, the first that fits; and why no others. */
const ROOMS: readonly Room[] = [
  {
    room: /^gateway\/embedded/,
    may: [/^gateway\//, /^subgraphs\/(plans|[^/]+\/subgraph)\.js$/, /^schema\//],
    why: 'the embedded hub is the one place where all rooms meet, and of a subgraph it knows the table of contents',
  },
  {
    room: /^gateway\//,
    may: [/^gateway\/(?!embedded)/, /^schema\/contract\//],
    why: "the gateway knows the supergraph, never a subgraph's code",
  },
  {
    room: /^subgraphs\/shared\//,
    may: [/^subgraphs\/shared\//, /^schema\/contract\//],
    why: 'what all subgraphs are made of knows none of them',
  },
  {
    room: /^subgraphs\/(union|coordination|recognition)\//,
    may: [/^subgraphs\/shared\//, /^schema\/contract\//, 'its own room'],
    why: "agencies extend each other's types by key, never by importing code",
  },
  {
    room: /^subgraphs\//,
    may: [/^subgraphs\//, /^schema\/contract\//],
    why: 'a subgraph runs without the gateway',
  },
  { room: /^schema\/registry\//, may: [/^schema\//], why: 'the registry judges schemas, it runs nothing' },
  {
    room: /^schema\/contract\//,
    may: [/^schema\/contract\//],
    why: 'the contract is what everybody else stands on',
  },
];

interface Room {
  readonly room: RegExp;
  readonly may: readonly (RegExp | 'its own room')[];
  readonly why: string;
}

interface Import {
  readonly file: string;
  readonly target: string;
}

const sources = globSync('{gateway,schema,subgraphs}/**/*.{ts,tsx}', { cwd: projectPath() });
const imports = sources.flatMap(importsOf);
const resolvers = new Set(sources.filter((file) => codeOf(file).includes('@Resolver(')));

function codeOf(file: string): string {
  return readFileSync(projectPath(file), 'utf8');
}

function importsOf(file: string): readonly Import[] {
  const found = [...codeOf(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) =>
    String(match[1]),
  );
  return found.map((target) => ({
    file,
    target: target.startsWith('.') ? join(dirname(file), target) : target,
  }));
}

function isLocal({ target }: Import): boolean {
  return /^(gateway|schema|subgraphs|test)\//.test(target);
}

function isAllowed({ file, target }: Import): boolean {
  const { may } = roomOf(file);
  const own = file.split('/').slice(0, 2).join('/');
  return may.some((rule) => (rule === 'its own room' ? target.startsWith(`${own}/`) : rule.test(target)));
}

function roomOf(file: string): Room {
  const room = ROOMS.find((candidate) => candidate.room.test(file));
  if (!room) throw new Error(`${relative(projectPath(), file)} lies in no room.`);
  return room;
}

describe('import directions', () => {
  test('there is something to check', () => {
    expect(imports.filter(isLocal).length).toBeGreaterThan(100);
    expect(resolvers.size).toBeGreaterThan(40);
  });

  test('every import follows an arrow between rooms', () => {
    const broken = imports.filter((each) => isLocal(each) && !isAllowed(each));
    expect(broken.map(({ file, target }) => `${file} imports ${target}: ${roomOf(file).why}`)).toEqual([]);
  });

  test('a resolver names neither the mapper nor SQL, so that it decides nothing', () => {
    const broken = imports.filter(
      ({ file, target }) => resolvers.has(file) && /^(@mikro-orm|kysely|pg)/.test(target),
    );
    expect(broken.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  test('a resolver never imports a repository: it asks for a list, or the reader', () => {
    const broken = imports.filter(
      ({ file, target }) => resolvers.has(file) && target.endsWith('.repository.js'),
    );
    expect(broken.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  test('only the database room and the embedded server name a driver', () => {
    const broken = imports.filter(
      ({ file, target }) =>
        /^(pg|@mikro-orm\/postgresql)$/.test(target) &&
        !/^subgraphs\/shared\/(database|loading)\/|^gateway\/embedded\/postgres\/|^schema\/registry\/store\//.test(
          file,
        ),
    );
    expect(broken.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  test('nothing but the tests imports a test', () => {
    expect(imports.filter(({ target }) => target.startsWith('test/'))).toEqual([]);
  });
});
