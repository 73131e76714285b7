import { ANONYMOUS } from '../../schema/contract/caller.js';
import {
  aDocumentRegister,
  DECREE,
  ELSEWHERE,
  IN_FORCE,
  ISSUED,
  MINISTRY,
  OFFICER,
  PUBLISHED,
  type DocumentRegister,
} from './papers.js';
import { idOf, of, unionOfficer } from './practice.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let register: DocumentRegister;
beforeAll(async () => {
  register = await aDocumentRegister();
});
afterAll(() => register.close());

const ONE = 'query ($id: ID!) { document(id: $id) { state relations { nodes { kind } } } }';
const seenBy = async (id: string, caller = ANONYMOUS) =>
  (await register.ask(ONE, { id }, caller)).data.document;

describe('the life of a document', () => {
  test('leads from the draft over its amendment to its successor, on whose first day it ends', async () => {
    const amending = await register.aDocument(PUBLISHED);
    const successor = await register.aDocument(PUBLISHED, ['bringDocumentIntoForce', { from: '2026-09-20' }]);

    const { node } = await register.aDocument(
      PUBLISHED,
      IN_FORCE,
      ['amendDocument', { amendedBy: amending.node.id }],
      ['replaceDocument', { replacedBy: successor.node.id }],
    );

    expect(node).toMatchObject({
      state: 'REPLACED',
      version: 5,
      validity: { from: '2026-09-10', to: '2026-09-20' },
    });
    const { data } = await register.ask(
      `query ($id: ID!) { document(id: $id) { relations(direction: INCOMING) { nodes { kind from { id } } } } }`,
      { id: node.id },
    );
    expect(data.document.relations.nodes).toEqual([
      { kind: 'AMENDS', from: { id: amending.node.id } },
      { kind: 'REPLACES', from: { id: successor.node.id } },
    ]);
  });

  test.each([
    ['revokeDocument', 'REVOKED'],
    ['expireDocument', 'EXPIRED'],
  ])('may end with %s', async (mutation, state) => {
    const { node } = await register.aDocument(ISSUED, IN_FORCE, [mutation, { endsOn: '2026-09-30' }]);

    expect(node).toMatchObject({ state, validity: { from: '2026-09-10', to: '2026-09-30' } });
  });

  test.each([
    [
      'force before the day of issue',
      [ISSUED],
      ['bringDocumentIntoForce', { from: '2026-08-31' }],
      'in-force-day',
    ],
    ['force after today', [ISSUED], ['bringDocumentIntoForce', { from: '2026-10-02' }], 'in-force-day'],
    ['a day of issue after today', [], ['issueDocument', { issuedOn: '2026-10-02' }], 'issued-by-today'],
    [
      'an end before its beginning',
      [ISSUED, IN_FORCE],
      ['revokeDocument', { endsOn: '2026-09-10' }],
      'ends-after-it-begins',
    ],
    [
      'an end after today',
      [ISSUED, IN_FORCE],
      ['expireDocument', { endsOn: '2026-10-02' }],
      'ended-by-today',
    ],
    [
      'a successor that is not in force',
      [ISSUED],
      ['replaceDocument', { replacedBy: idOf('Document', 'regulation-mps-vgcl-2017') }],
      'replaced-by-one-in-force',
    ],
  ] as const)('is refused %s', async (_, steps, last, rule) => {
    expect(await register.aDocument(...steps, last)).toEqual({
      node: null,
      refused: [`GUARD_FAILED ${rule}`],
    });
  });

  test('does not lead to itself', async () => {
    const { node } = await register.aDocument(ISSUED, IN_FORCE);

    expect(
      (await register.change(OFFICER, 'amendDocument', { ...of(node), amendedBy: node.id })).refused,
    ).toEqual(['GUARD_FAILED two-documents']);
  });

  test('is taken from the version that the officer read', async () => {
    const { node } = await register.aDocument(ISSUED);

    const late = await register.change(OFFICER, 'bringDocumentIntoForce', {
      id: node.id,
      expectedVersion: 1,
      from: '2026-09-10',
    });

    expect(late.refused).toEqual(['STALE_VERSION expectedVersion']);
  });
});

describe('an internal document', () => {
  test('is seen by officers in its scope alone, and by everybody once it is published', async () => {
    const { node } = await register.registered();
    const seen = async () =>
      Promise.all(
        [ANONYMOUS, ELSEWHERE, unionOfficer('vgcl'), OFFICER, MINISTRY].map(
          async (caller) => (await seenBy(node.id, caller)) !== null,
        ),
      );

    expect(await seen()).toEqual([false, false, false, true, true]);
    await register.change(OFFICER, 'issueDocument', { ...of(node), publish: true });
    expect(await seen()).toEqual([true, true, true, true, true]);
  });

  test('keeps its relations internal until both documents are public', async () => {
    const [one, other] = [await register.registered(), await register.registered()];
    const relation = { from: one.node.id, to: other.node.id, kind: 'CITES' };
    const { node } = await register.change(OFFICER, 'relateDocuments', relation);
    const relations = async () => (await seenBy(one.node.id))?.relations.nodes;
    const history = () =>
      register.owner(
        `select content->>'classification' as classification from record_version where content->>'kind' = 'CITES' and content->>'from_key' = (select key::text from document where symbol = ?) order by version`,
        [one.node.symbol],
      );

    expect(node.classification).toBe('INTERNAL');
    await register.change(OFFICER, 'issueDocument', { ...of(one.node), publish: true });
    expect(await relations()).toEqual([]);
    await register.change(OFFICER, 'issueDocument', { ...of(other.node), publish: true });
    expect(await relations()).toEqual([{ kind: 'CITES' }]);
    expect(await history()).toEqual([{ classification: 'INTERNAL' }, { classification: 'PUBLIC' }]);
  });

  test('does not exist for an officer of another province; a public one is not theirs to change', async () => {
    const { node } = await register.registered();
    const open = await register.aDocument(PUBLISHED);

    expect((await register.change(ELSEWHERE, 'issueDocument', of(node))).refused).toEqual(['NOT_FOUND id']);
    expect(
      (await register.change(ELSEWHERE, 'bringDocumentIntoForce', { ...of(open.node), from: '2026-09-10' }))
        .refused,
    ).toEqual(['FORBIDDEN_SCOPE id']);
    expect(
      (await register.change(ELSEWHERE, 'relateDocuments', { from: open.node.id, to: DECREE, kind: 'CITES' }))
        .refused,
    ).toEqual(['FORBIDDEN_SCOPE id']);
  });

  test('cannot be related to by somebody who may not read it', async () => {
    const { node } = await register.registered();

    const done = await register.registered(
      { issuers: [idOf('UnionOrganization', 'vgcl')], relations: [{ kind: 'CITES', to: node.id }] },
      unionOfficer('vgcl'),
    );

    expect(done.refused).toEqual(['NOT_FOUND id']);
  });
});

test('a relation is recorded once, between two documents', async () => {
  const { node } = await register.aDocument(PUBLISHED);
  const relate = (to: string) =>
    register.change(OFFICER, 'relateDocuments', { from: node.id, to, kind: 'IMPLEMENTS' });

  expect((await relate(DECREE)).node).toMatchObject({
    kind: 'IMPLEMENTS',
    classification: 'PUBLIC',
    to: { id: DECREE },
  });
  expect((await relate(DECREE)).refused).toEqual(['GUARD_FAILED relation-once']);
  expect((await relate(node.id)).refused).toEqual(['GUARD_FAILED two-documents']);
});
