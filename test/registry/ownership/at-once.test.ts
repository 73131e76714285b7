import { describe, expect, test } from '@jest/globals';
import { check } from '../../../schema/registry/checks/check.js';
import type { CheckReport } from '../../../schema/registry/checks/report.js';
import { aCheckInput, anApproval, errorsOf, LAW_TEXT, LINK, OWNER_SDL_TEXT } from '../a-check.js';

const LAW = LAW_TEXT.replace('subgraphs: [guest]', 'subgraphs: [guest, helper]');
const STUB = `${LINK} type Query { g: Int } type Enterprise @key(fields: "id", resolvable: false) { id: ID! }`;

interface AtOnce {
  readonly guest: string;
  readonly served?: string;
  readonly coming: Readonly<Record<string, string>>;
  readonly isEmpty?: boolean;
}

/** Checks the guest's SDL where versions of other subgraphs come at once with it. */
function atOnce({ guest, served, coming, isEmpty = false }: AtOnce): CheckReport {
  const { former, ...input } = aCheckInput({ guest, law: LAW, ...(served !== undefined && { served }) });
  const fresh = Object.entries(coming).map(([name, sdl]) => ({ name, url: `http://${name}.test:1`, sdl }));
  const others = [...input.others.filter(({ name }) => !isEmpty && !(name in coming)), ...fresh];
  const servedOthers = isEmpty ? [] : input.others;
  return check({ ...input, ...(!isEmpty && former && { former }), others, servedOthers });
}

describe('of several subgraphs that change at once', () => {
  const WIDE = `${LINK} type Query { KIND: Int } type PageInfo @shareable { hasNextPage: Boolean! total: Int }`;

  test('none vouches for another of the same agency', () => {
    const report = atOnce({
      guest: WIDE.replace('KIND', 'g'),
      coming: { helper: WIDE.replace('KIND', 'h') },
    });

    expect(errorsOf(report)).toContain('OWNER_DEFINED PageInfo');
  });

  test('none may differ in what all share, though nobody serves it yet', () => {
    const report = atOnce({
      guest: WIDE.replace('KIND', 'g'),
      coming: { owner: OWNER_SDL_TEXT },
      isEmpty: true,
    });

    expect(errorsOf(report)).toContain('OWNER_DEFINED PageInfo');
  });

  test('none is charged with what the owner changes', () => {
    const owner = OWNER_SDL_TEXT.replace('rating: Rating', '"Its rating." rating: Rating size: Int').replace(
      'enum Rating { GOOD BAD }',
      'enum Rating { GOOD BAD UGLY }',
    );
    const guest = `${STUB} enum Rating { GOOD BAD UGLY } extend type Query { r: Rating }`;

    expect(errorsOf(atOnce({ guest, served: STUB, coming: { owner } }))).toEqual([]);
  });

  test('each is judged, and the graph that they make is composed once', () => {
    const extending = (field: string): string =>
      `${LINK} type Query { ${field}: Int } type Enterprise @key(fields: "id") { id: ID! ${field}: Int }`;
    const [guest, helper] = [extending('g'), extending('h')];
    const { former: _, ...input } = aCheckInput({ guest, law: LAW });
    const others = [...input.others, { name: 'helper', url: 'http://helper.test:1', sdl: helper }];
    const steps: string[] = [];

    const report = check(
      { ...input, others, servedOthers: input.others, together: [{ name: 'helper', agency: 'guest' }] },
      (step) => steps.push(step.check),
    );

    expect(errorsOf(report)).toEqual([
      'OWNER_EXTENDED Enterprise.g',
      'ADDRESS_NOT_ALLOWED',
      'OWNER_EXTENDED Enterprise.h',
    ]);
    expect(steps.filter((each) => each === 'COMPOSITION')).toHaveLength(1);
  });

  test('none takes away what another was allowed to take', () => {
    const base = OWNER_SDL_TEXT.replace('shops:', 'apart: Int @tag(name: "apart-from/x") shops:');
    const guest = `${LINK} type Query { g: Int }`;
    const input = aCheckInput({ guest, base });
    const owner = {
      name: 'owner',
      url: 'http://owner.test:1/graphql',
      sdl: base.replace(/ @tag\(.*?\)/, ''),
    };
    const report = (to: string) =>
      check({
        ...input,
        others: [owner],
        servedOthers: input.others,
        together: [{ name: 'owner', agency: 'owner' }],
        approvals: [anApproval('CONTRACT', 'Query.apart', { owner: 'hub', to })],
      });

    expect(errorsOf(report('owner'))).toEqual([]);
    expect(report('guest').findings).toContainEqual(
      expect.objectContaining({
        code: 'CONTRACT_TAG_REMOVED',
        approval: { owner: 'hub', to: 'owner', right: 'CONTRACT', coordinate: 'Query.apart' },
      }),
    );
  });

  test('each is charged with what it changes of the owner’s, though the owner changes something else', () => {
    const owner = OWNER_SDL_TEXT.replace('rating: Rating', '"Its rating." rating: Rating');
    const guest = STUB.replace('type Enterprise', '"Mine." type Enterprise');

    expect(errorsOf(atOnce({ guest, served: STUB, coming: { owner } }))).toEqual([
      'OWNER_ALTERED Enterprise',
    ]);
  });
});
