import { check } from '../../../schema/registry/checks/check.js';
import { composeSupergraph } from '../../../schema/registry/compose.js';
import { aCheckInput, LAW_TEXT, LINK, OWNER_SDL_TEXT } from '../a-check.js';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  buildSchema,
  isTypeDefinitionNode,
  parse,
  print,
  type FieldDefinitionNode,
  type GraphQLSchema,
} from 'graphql';

const BEFORE = composeSupergraph([
  { name: 'owner', url: 'http://owner.test:1/graphql', sdl: OWNER_SDL_TEXT },
]);

const types = fc.constantFrom('Enterprise', 'Enterprise', 'City', 'Kiosk', 'Mine', 'Mine');
const fields = fc.constantFrom(
  'insured: Int',
  'agent: Mine',
  'name: String!',
  'name: String',
  'arrears: Int',
  'code: String!',
  'title: String',
  'fresh: Int',
  'city: City',
);
const fieldUses = fc.constantFrom(
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '@shareable',
  '@external',
  '@override(from: "owner")',
  '@inaccessible',
  '@tag(name: "t")',
  '@requires(fields: "name")',
  '@authenticated',
);
const typeUses = fc.constantFrom(
  '',
  '',
  '',
  '@shareable',
  '@inaccessible',
  '@authenticated',
  '@tag(name: "t")',
);
const headings = fc.constantFrom('', '', '', '', '"Another description." ');

const objects = fc
  .record({
    type: types,
    isKeyed: fc.boolean(),
    isResolvable: fc.boolean(),
    use: typeUses,
    heading: headings,
    implemented: fc.constantFrom('', '', 'implements Shop '),
    members: fc.uniqueArray(fc.tuple(fields, fieldUses), {
      maxLength: 2,
      selector: ([field]) => field.split(':')[0],
    }),
  })
  .map(({ type, isKeyed, isResolvable, use, heading, implemented, members }) => {
    const key = isKeyed ? `@key(fields: "id"${isResolvable ? '' : ', resolvable: false'})` : '';
    const listed = [...(isKeyed ? ['id: ID!'] : []), ...members.map((member) => member.join(' '))];
    return `${heading}type ${type} ${implemented}${key} ${use} { ${listed.join(' ') || 'x: Int'} }`;
  });
const others = fc.constantFrom(
  'enum Rating { GOOD BAD }',
  'enum Rating { GOOD BAD UGLY }',
  'enum Rating { GOOD }',
  'union Place = Mine',
  'interface Shop { title: String }',
  'interface Shop { title: String! }',
  'scalar Stamp @inaccessible',
  '"Mine." scalar Stamp',
  'input EnterpriseFilter { name: String }',
  'input EnterpriseFilter { name: String! }',
  'extend type Query { enterprise(id: ID!): Enterprise @shareable }',
  'extend type Query { rated(by: Rating): Rating }',
);
const sdls = fc
  .tuple(
    fc.uniqueArray(objects, { minLength: 1, maxLength: 3, selector: nameIn }),
    fc.uniqueArray(others, { maxLength: 2, selector: nameIn }),
  )
  .map(([own, more]) => `${LINK} type Query { g: Int } ${[...own, ...more].join('\n')}`);

function nameIn(sdl: string): string {
  return /(?:type|enum|union|interface|scalar|input) (\w+)/.exec(sdl)?.[1] ?? '';
}

/** The guest may add to some types; the property is about what was there before. */
const LAW = LAW_TEXT.replace(
  "on: ['*'] }]",
  "on: ['*'] }, { to: guest, rights: [EXTEND], on: [Enterprise, Shop] }]",
);

test('without an approval, a change of what an owner has never passes, and neither does answering it instead', () => {
  fc.assert(
    fc.property(sdls, (guest) => {
      const { passed, composition } = check(aCheckInput({ guest, law: LAW }));
      if (!passed || !composition) return;
      const after = new Map(visible(buildSchema(composition.apiSdl)));
      for (const [place, text] of visible(buildSchema(BEFORE.apiSdl)))
        expect([place, after.get(place)]).toEqual([place, text]);
      expect(answeredByGuest(composition.supergraphSdl)).toEqual([]);
    }),
    { numRuns: 30 },
  );
}, 60_000);

/** What clients see, place by place. */
function visible(schema: GraphQLSchema): readonly (readonly [place: string, text: string])[] {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  return types.flatMap((type) => {
    const bare = { ...type.toConfig(), fields: {}, types: [], values: {} };
    const head = `${type.constructor.name} ${bare.description ?? ''} ${'interfaces' in bare ? String(bare.interfaces) : ''}`;
    const parts =
      'getFields' in type ? Object.values(type.getFields()) : 'getValues' in type ? type.getValues() : [];
    const members =
      'getTypes' in type ? String(type.getTypes()) : 'getValues' in type ? String(parts.length) : '';
    return [
      [type.name, head + members],
      ...parts.map(
        (part) =>
          [
            `${type.name}.${part.name}`,
            JSON.stringify(part, [
              'name',
              'type',
              'args',
              'description',
              'deprecationReason',
              'defaultValue',
            ]),
          ] as const,
      ),
    ];
  });
}

/** The owner's fields that the guest would answer, its key aside. */
function answeredByGuest(supergraphSdl: string): readonly string[] {
  const owned = new Set(
    parse(BEFORE.supergraphSdl).definitions.filter(isTypeDefinitionNode).flatMap(placesIn),
  );
  return parse(supergraphSdl)
    .definitions.filter(isTypeDefinitionNode)
    .flatMap((type) =>
      fieldsOf(type)
        .filter(isGuests)
        .map((field) => `${type.name.value}.${field.name.value}`),
    )
    .filter((place) => owned.has(place) && !place.endsWith('.id'));
}

function placesIn(type: Parameters<typeof fieldsOf>[0]): readonly string[] {
  return fieldsOf(type).map((field) => `${type.name.value}.${field.name.value}`);
}

function fieldsOf(
  type: object & { readonly name: { readonly value: string } },
): readonly FieldDefinitionNode[] {
  const { kind, fields = [] } = type as {
    readonly kind?: string;
    readonly fields?: readonly FieldDefinitionNode[];
  };
  return kind === 'ObjectTypeDefinition' ? fields : [];
}

function isGuests({ directives = [] }: FieldDefinitionNode): boolean {
  return directives
    .map((each) => print(each))
    .some((each) => each.includes('graph: GUEST') && !each.includes('external: true'));
}
