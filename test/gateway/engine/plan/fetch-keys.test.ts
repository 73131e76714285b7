import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isObjectType } from 'graphql';
import type { SelectedField } from '../../../../gateway/engine/operation.js';
import { FetchKeys } from '../../../../gateway/engine/plan/fetch-keys.js';
import { SCHEMA } from './requests.js';

function selected(type: string, name: string): SelectedField {
  const parent = SCHEMA.getType(type);
  if (!isObjectType(parent)) throw new Error(`${type} is no object type.`);
  return {
    kind: 'field',
    key: name,
    name,
    parent,
    field: parent.getFields()[name],
    args: [],
    directives: [],
  };
}

const FIELDS = [
  ['Org', 'id'],
  ['Person', 'id'],
  ['Org', 'size'],
  ['Person', 'size'],
  ['Org', 'find'],
  ['Query', 'org'],
] as const;

test('a field has one key however often it is asked for, and never the key of another', () => {
  const asked = fc.array(fc.tuple(fc.constantFrom(...FIELDS), fc.constantFrom('', '(a)', '(b)')), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(asked, (all) => {
      const keys = new FetchKeys();
      const seen = new Map<string, string>();
      for (const [[type, name], signature] of all) {
        const { field } = selected(type, name);
        const meaning = `${name}${signature} ${String(field?.type)}`;
        const key = keys.keyOf(selected(type, name), signature, null);

        expect(seen.get(key) ?? meaning).toBe(meaning);
        expect(key.startsWith(name)).toBe(true);
        seen.set(key, meaning);
      }
      expect(new Set(seen.values()).size).toBe(seen.size);
    }),
  );
});

test('a field without arguments keeps its own name, unless a field of another type has it', () => {
  const keys = new FetchKeys();

  expect(keys.keyOf(selected('Org', 'size'), '', null)).toBe('size');
  expect(keys.keyOf(selected('Person', 'size'), '', null)).toBe('size__1');
  expect(keys.keyOf(selected('Org', 'find'), '(first: 1)', null)).toBe('find__1');
});

test('where names are to be apart, the same field under two names has two keys, and under one name one', () => {
  const keys = new FetchKeys();
  const keyFor = (alias: string) => keys.keyOf(selected('Query', 'org'), '(id: 1)', alias);

  expect([keyFor('a'), keyFor('b'), keyFor('a')]).toEqual(['org__1', 'org__2', 'org__1']);
});
