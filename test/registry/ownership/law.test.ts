import type { HubError } from '../../../schema/contract/errors.js';
import { projectPath } from '../../../schema/contract/project.js';
import { denials } from '../../../schema/registry/ownership/judge.js';
import { addressesOf, agencyOf } from '../../../schema/registry/ownership/law.js';
import { readLaw } from '../../../schema/registry/ownership/law-file.js';
import { readSubgraph, type TypeReading } from '../../../schema/registry/reading/subgraph.js';
import { isRoot } from '../../../schema/registry/reading/roots.js';
import { LAW_TEXT } from '../a-check.js';
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';

/** The type itself, or the fields of a root type: all that an agency may call its own. */
function coordinatesOf({ name, members }: TypeReading): readonly string[] {
  const all = isRoot(name) ? [...members.keys()].map((member) => `${name}.${member}`) : [name];
  return all.filter((coordinate) => !FEDERATION.test(coordinate));
}

const FEDERATION = /^(_|link__|federation__|Query\._)/;
const law = readLaw(readFileSync(projectPath('schema', 'ownership.yaml'), 'utf8'));
const NAMES = ['union', 'coordination', 'recognition'];

const served = NAMES.map((name) => {
  const sdl = readFileSync(projectPath('schema', 'sdl', `${name}.graphql`), 'utf8');
  return { sdl, reading: readSubgraph(sdl, { subgraph: name, agency: name }) };
});
const world = { law, approvals: [], now: new Date(), served: served.map(({ reading }) => reading) };

describe('schema/ownership.yaml', () => {
  test.each(served.map((each) => [each.reading.subgraph, each] as const))(
    'lets %s serve what it serves',
    (_, each) => {
      const told = denials(each, world).map(
        ({ code, coordinate, remedy }) => `${code} ${coordinate}: ${remedy.en}`,
      );

      expect(told).toEqual([]);
    },
  );

  test('names no type or field that the graph does not have', () => {
    const known = new Set(
      served.flatMap(({ reading }) =>
        [...reading.types.values()].flatMap(({ name, members }) => [
          name,
          ...[...members.keys()].map((member) => `${name}.${member}`),
        ]),
      ),
    );

    const named = [...law.owners.keys(), ...law.shared].filter((each) => !isRoot(each));
    expect(named.filter((each) => !known.has(each))).toEqual([]);
  });

  test('says whose each type and each way into the graph is, so that nobody gets there first', () => {
    const parts = served.flatMap(({ reading }) => [...reading.types.values()]).flatMap(coordinatesOf);
    const unnamed = parts.filter((each) => !law.owners.has(each) && !law.shared.has(each));
    expect([...new Set(unnamed)]).toEqual([]);
  });

  test('says who answers from where', () => {
    expect(agencyOf(law, 'union')).toBe('union');
    expect(addressesOf(law, 'union')).toContain('http://127.0.0.1:4001');
    expect(addressesOf(law, 'nobody')).toEqual([]);
  });
});

describe('a law that is wrong is refused with the line', () => {
  const wrong = (from: string, to: string) => {
    const yaml = LAW_TEXT.replace(from, to);
    expect(yaml).not.toBe(LAW_TEXT);
    try {
      readLaw(yaml);
    } catch (error) {
      return (error as HubError).text;
    }
    throw new Error('The law was read.');
  };

  test.each([
    [
      'an agency that is not there',
      'guest: {',
      'guest: { allows: [{ to: nobody, rights: [EXTEND], on: [X] }],',
      'line 5',
      'nobody',
    ],
    [
      'a type of two owners',
      'subgraphs: [guest]',
      'types: [PageInfo], subgraphs: [guest]',
      'line',
      'PageInfo',
    ],
    ['a subgraph of two agencies', 'subgraphs: [guest]', 'subgraphs: [owner]', 'line 5', 'owner'],
    ['an address with a path', 'http://guest.test:1', 'http://guest.test:1/graphql', 'line 5', 'addresses'],
    ['an address of another kind', 'http://guest.test:1', 'file:///etc', 'line 5', 'addresses'],
    ['a right that needs a signature each time', 'rights: [REFERENCE]', 'rights: [CEDE]', 'line 4', 'rights'],
    ['no office of the hub', 'hub:', 'bureau:', 'line', 'hub'],
    ['a key that means nothing', 'shared: {', 'shared: { x: 1,', 'line 6', 'x'],
    ['what is no YAML', 'agencies:', 'agencies: [', '', ''],
    ['a text that stands for itself many times', 'agencies:', 'x: &a [1]\ny: *a\nagencies:', '', 'a'],
  ])('%s', (_, from, to, line, word) => {
    const { vi, en } = wrong(from, to);

    expect(en).toContain(line);
    expect(en).toContain(word);
    expect(vi).toContain(line.replace('line', 'dòng'));
    expect(vi).not.toBe(en);
  });
});
