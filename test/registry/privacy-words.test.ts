import { projectPath } from '../../schema/contract/project.js';
import { FORBIDDEN_WORDS, forbiddenNames, forbiddenWordIn } from '../../schema/registry/privacy-words.js';
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';

describe('words that name people', () => {
  test.each(FORBIDDEN_WORDS)('%s is refused as a name', (word) => {
    expect(forbiddenWordIn(word)).toBe(word);
  });

  test.each([
    ['HOME_ADDRESS', 'homeAddress'],
    ['workerPhone', 'phone'],
    ['TenantCount', 'tenant'],
    ['residents', 'resident'],
    ['soCanCuocCongDan', 'soCanCuoc'],
  ])('%s is refused for %s', (name, word) => {
    expect(forbiddenWordIn(name)).toBe(word);
  });

  test.each(['FACEBOOK', 'RESIDENTIAL', 'interface', 'Telephony', 'TipStatistic', 'surface'])(
    '%s is allowed',
    (name) => {
      expect(forbiddenWordIn(name)).toBeUndefined();
    },
  );

  test('a type, a field, an argument and an enum value are each found', () => {
    const schema = buildSchema(`
      type Query { a(citizenId: ID): Suspect }
      type Suspect { faceImage: String kind: Kind }
      enum Kind { GOOD RINGLEADER }`);
    const places = forbiddenNames(schema).map(({ place }) => place);
    expect(places.toSorted()).toEqual([
      'Kind.RINGLEADER',
      'Query.a(citizenId',
      'Suspect',
      'Suspect.faceImage',
    ]);
  });

  test('the graph that clients see has none of them', () => {
    const api = buildSchema(readFileSync(projectPath('schema', 'sdl', 'api.graphql'), 'utf8'));
    expect(forbiddenNames(api)).toEqual([]);
  });
});
