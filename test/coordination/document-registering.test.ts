import { ANONYMOUS } from '../../schema/contract/caller.js';
import { everything } from './at-work.js';
import { aDocumentRegister, DECREE, MINISTRY, OFFICER, POLICE, type DocumentRegister } from './papers.js';
import { idOf, of } from './practice.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let register: DocumentRegister;
beforeAll(async () => {
  register = await aDocumentRegister();
});
afterAll(() => register.close());

describe('a document that an officer registers', () => {
  test('is a draft with its symbol in the right spelling and what the symbol says of itself', async () => {
    const { node } = await register.registered({
      symbol: 'Số 7/kh-CAT',
      relations: [{ kind: 'IMPLEMENTS', to: DECREE }],
    });

    expect(node).toMatchObject({
      state: 'DRAFT',
      symbol: '07/KH-CAT',
      symbolStatus: 'CLEAR',
      classification: 'INTERNAL',
      issuedOn: { value: '2026-09-01', precision: 'DAY' },
      relations: { nodes: [{ kind: 'IMPLEMENTS', to: { id: DECREE } }] },
    });
  });

  test('is found by its name and its symbol', async () => {
    const { node } = await register.registered({ nameVi: 'Kế hoạch Hoà Bình', classification: 'PUBLIC' });

    const { data } = await register.ask(
      `query ($symbol: String!) { documents(text: "hoa binh") { nodes { id } }
        documentBySymbol(symbol: $symbol) { document { id } } }`,
      { symbol: node.symbol },
    );

    expect(data.documents.nodes).toEqual([{ id: node.id }]);
    expect(data.documentBySymbol).toEqual([{ document: { id: node.id } }]);
  });

  test('is found by a name of 800 letters, however little it can be compressed', async () => {
    const nameVi = lettersAtRandom(800);

    const { node } = await register.registered({ nameVi, classification: 'PUBLIC' });
    const { data } = await register.ask(
      'query ($text: String!) { documents(text: $text) { nodes { id } } }',
      {
        text: nameVi.slice(0, 100),
      },
    );

    expect(data.documents.nodes).toEqual([{ id: node.id }]);
  });

  test.each([
    ['with a type that the symbol is not of', { type: 'DECREE' }, 'INVALID_INPUT type'],
    ['with a symbol that is none', { symbol: '12-12-12' }, 'INVALID_INPUT'],
    ['with an empty name', { nameVi: '  ' }, 'INVALID_INPUT nameVi'],
    ['with a NUL in its name', { nameVi: 'a\0b' }, 'INVALID_INPUT'],
    ['with names too long to be searched', { nameVi: lettersAtRandom(900) }, 'INVALID_INPUT nameVi'],
    ['for named roles alone', { classification: 'RESTRICTED' }, 'INVALID_INPUT classification'],
    [
      'of an organisation that does not exist',
      { issuers: [idOf('PoliceOrganization', 'none')] },
      'INVALID_INPUT issuers',
    ],
    ['of somebody else', { issuers: [idOf('UnionOrganization', 'vgcl')] }, 'FORBIDDEN_SCOPE'],
    ['with a mark of a state secret', { nameVi: 'Kế hoạch (Mật)' }, 'STATE_SECRET_NOT_ADMISSIBLE'],
    [
      'that replaces another without its step',
      { relations: [{ kind: 'REPLACES', to: DECREE }] },
      'GUARD_FAILED relation-by-its-step',
    ],
    [
      'that says a thing twice',
      {
        relations: [
          { kind: 'CITES', to: DECREE },
          { kind: 'CITES', to: DECREE },
        ],
      },
      'GUARD_FAILED document_relation_from_key_to_key_kind_unique',
    ],
  ])('is refused %s', async (_, more, refusal) => {
    expect(await register.registered(more)).toEqual({ node: null, refused: [refusal] });
  });

  test('may be prepared for an issuer outside of the scope', async () => {
    const done = await register.registered({
      issuers: [idOf('PublicBody', 'peoples-committee-bac-giang')],
      preparedBy: [POLICE],
    });

    expect(done.refused).toEqual([]);
  });

  test('leaves no trace in any table when it carries a mark of a state secret, wherever in the input', async () => {
    const { refused } = await register.registered({ title: 'TUYỆT MẬT zq-trace', nameVi: 'zq-trace' });

    expect(refused).toEqual(['STATE_SECRET_NOT_ADMISSIBLE']);
    expect(await everything(register)).not.toContain('zq-trace');
  });
});

describe('the symbol of a document', () => {
  test('is refused a second time to one issuer in one year', async () => {
    const { node } = await register.registered();

    expect(await register.registered({ symbol: node.symbol, issuedOn: '2026-01-02' })).toEqual({
      node: null,
      refused: ['GUARD_FAILED one-record-of-a-document'],
    });
  });

  test('may repeat in another year, and with another issuer', async () => {
    const symbol = '31/KH-CAT';
    await register.registered({ symbol });

    expect((await register.registered({ symbol, issuedOn: '2025-12-31' })).refused).toEqual([]);
    expect(
      (await register.registered({ symbol, issuers: [idOf('PoliceOrganization', 'mps')] }, MINISTRY)).refused,
    ).toEqual([]);
    expect((await register.registered({ symbol })).refused).toEqual([
      'GUARD_FAILED one-record-of-a-document',
    ]);
  });

  test('of the Party may repeat within a year, since a term begins in any month', async () => {
    const party = {
      symbol: '12-KH/TU',
      preparedBy: [POLICE],
      issuers: [idOf('PublicBody', 'party-committee-bac-giang')],
    };
    await register.registered(party);

    expect((await register.registered({ ...party, issuedOn: '2026-09-02' })).refused).toEqual([]);
    expect((await register.registered(party)).refused).toEqual(['GUARD_FAILED one-record-of-a-document']);
  });

  test('whose number was left blank identifies nothing, and is not enough to issue it', async () => {
    const blank = { symbol: '/KH-CAT' };
    await register.registered(blank);
    const { node, refused } = await register.registered(blank);

    const issued = await register.change(OFFICER, 'issueDocument', of(node));

    expect({ refused, status: node.symbolStatus }).toEqual({ refused: [], status: 'INCOMPLETE' });
    expect(issued.refused).toEqual(['GUARD_FAILED issued-with-number']);
  });

  test('is known once however many officers register it at the same time', async () => {
    const draft = register.aDraft();
    const done = await Promise.all([1, 2, 3].map(() => register.change(OFFICER, 'registerDocument', draft)));

    expect(done.filter(({ node }) => node !== null)).toHaveLength(1);
  });
});

test('the public and other roles write nothing', async () => {
  expect((await register.registered({}, ANONYMOUS)).refused).toEqual(['FORBIDDEN_SCOPE role']);
});

function lettersAtRandom(count: number): string {
  const letters = Array.from({ length: count }, () => Math.floor(Math.random() * 26));
  return String.fromCharCode(...letters.map((letter) => 'a'.charCodeAt(0) + letter));
}
