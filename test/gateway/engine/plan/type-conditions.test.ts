import { describe, expect, test } from '@jest/globals';
import { stepsIn } from '../../../../gateway/engine/plan/plan.js';
import { fetchesOf, planOver } from './plans.js';

describe('where subgraphs take an interface for an object', () => {
  const plan = planOver({
    library: `
      interface Media @key(fields: "id") { id: ID! title: String }
      union Hit = Book | Note
      type Note { text: String }
      type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
      type Film implements Media @key(fields: "id") { id: ID! title: String }
      type Query { medium: Media hit: Hit }`,
    ratings: `
      type Media @key(fields: "id") @interfaceObject { id: ID! rating: Int votes: Int! }
      type Query { best: Media }`,
    notes: `
      type Media @key(fields: "id") @interfaceObject { id: ID! title: String @external note: String @requires(fields: "title") tags: [String] }`,
  });

  test('a condition on a union becomes conditions on the types that both have', () => {
    expect(fetchesOf(plan('{ best { ... on Hit { __typename } } }')).at(-1)).toContain(
      '...on Book{__typename}',
    );
  });

  test('a condition that no object meets leaves nothing but the place', () => {
    expect(fetchesOf(plan('{ medium { ... on Hit { ... on Note { text } } } }'))).toEqual([
      'library: {medium{__typename}}',
    ]);
  });

  test('a field that requires others is asked of all objects that another such subgraph leads to', () => {
    expect(fetchesOf(plan('{ best { ... on Film { note } } }')).at(-1)).toBe(
      'notes best, told Media{__typename title id}: ...on Media{note}',
    );
  });

  test('but only those that the operation asks it of are completed', () => {
    const last = stepsIn(plan('{ best { ... on Film { note } } }')).at(-1);

    expect(last?.wanted?.keys).toEqual(['note']);
  });

  test('what is asked of all objects is fetched apart from what is asked of some', () => {
    const fetches = fetchesOf(plan('{ medium { rating ... on Book { votes } } }'));

    expect(fetches.filter((each) => each.startsWith('ratings')).map((each) => each.split(': ')[1])).toEqual([
      '...on Media{rating}',
      '...on Media{votes}',
    ]);
  });

  test('and so is what requires others that were fetched of some objects alone', () => {
    const fetches = fetchesOf(plan('{ medium { tags ... on Book { note } } }'));

    expect(fetches.filter((each) => each.startsWith('notes'))).toEqual([
      'notes medium, told Media{__typename id} Book{__typename id}: ...on Media{tags}',
      'notes medium, told Media{__typename id title} Book{__typename id}: ...on Media{note}',
    ]);
  });
});
