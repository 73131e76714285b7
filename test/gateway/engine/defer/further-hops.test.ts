import { describe, expect, test } from '@jest/globals';
import { partsOver } from './parts-over.js';

describe('a further hop that only what is deferred takes', () => {
  test('is left to it, also where the client asks for types everywhere', () => {
    const two = partsOver({
      police: 'type Query { unit: Unit } type Unit @key(fields: "id") { id: ID! name: String }',
      awards: 'type Unit @key(fields: "id") { id: ID! medals: Int }',
    });

    expect(two('{ unit { __typename name ... @defer { __typename medals } } }')).toEqual([
      ['police: {unit{__typename id name}}'],
      [
        'police: {unit{__typename id name}}',
        'awards unit, told Unit{__typename id}: ...on Unit{__typename medals}',
      ],
    ]);
  });

  test('is left to it, where the way to what is deferred leads by it', () => {
    const chain = partsOver({
      a: 'type Query { unit: Unit } type Unit @key(fields: "id") { id: ID! name: String }',
      b: 'type Unit @key(fields: "id") @key(fields: "code") { id: ID! code: ID! }',
      c: 'type Unit @key(fields: "code") { code: ID! z: Int }',
    });

    const [first, later] = chain('{ unit { name ... @defer { z } } }');

    expect(first).toEqual(['a: {unit{__typename id name}}']);
    expect(later).toHaveLength(3);
  });

  test('is waited for where it alone tells the type of the object', () => {
    const taken = partsOver({
      a: 'type Query { unit: Unit } type Unit @key(fields: "id") @interfaceObject { id: ID! name: String }',
      b: `interface Unit @key(fields: "id") { id: ID! code: ID! }
        type Post implements Unit @key(fields: "id") { id: ID! code: ID! }`,
    });

    const [first] = taken('{ unit { __typename name ... @defer { code } } }');

    expect(first).toHaveLength(2);
  });
});
