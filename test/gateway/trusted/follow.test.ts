import { describe, expect, test } from '@jest/globals';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { openKnown } from '../../../gateway/trusted/known.js';
import { aTellingLog } from '../../support/telling-log.js';
import { untilTheEnd } from '../../support/tiny-hub.js';
import { tinyId } from '../../support/tiny-subgraphs.js';
import { aDoor, codesIn, post } from '../door/a-door.js';
import { hub } from '../http/send.js';
import { aFile, replaceFile, sha256 } from './a-manifest.js';

const ONE = 'query One { __typename }';
const TWO = 'query Two { two: __typename }';
const TAKEN = 'newer trusted documents were taken over';
const REFUSED = 'newer trusted documents were refused';
const UNREADABLE = 'the trusted documents cannot be read';

/** The documents of a file that is looked at all the time, and the log of that. */
async function followed(path: string, every = '5') {
  const telling = aTellingLog();
  const settings = aDoor({ TRUSTED_DOCUMENTS: path, TRUSTED_DOCUMENTS_POLL_MS: every });
  const known = await openKnown(settings, telling.log);
  untilTheEnd({ stop: async () => known.close() });
  return { known, ...telling };
}

describe('newer trusted documents', () => {
  test('take the place of all former ones', async () => {
    const path = aFile({ one: ONE });
    const { known, lines, said } = await followed(path);

    replaceFile(path, { two: TWO });
    await said(TAKEN);

    expect([known.get('one'), known.get(sha256(ONE)), known.get('two')]).toEqual([undefined, undefined, TWO]);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      level: 30,
      documents: 1,
      manifest: sha256(JSON.stringify({ two: TWO })).slice(0, 16),
    });
  });

  test.each([
    ['are no JSON', '{ "two": '],
    ['have a text under the hash of another', { [sha256(ONE)]: TWO }],
    ['are not there any more, but an empty file', ''],
  ])('that %s are refused, and the former ones stay', async (_, content) => {
    const path = aFile({ one: ONE });
    const { known, lines, said } = await followed(path);

    replaceFile(path, content);
    await said(REFUSED);

    expect([known.get('one'), known.get('two')]).toEqual([ONE, undefined]);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      level: 50,
      code: 'INVALID_SETTING',
      former: sha256(JSON.stringify({ one: ONE })).slice(0, 16),
      reason: expect.stringContaining('TRUSTED_DOCUMENTS'),
    });
  });

  test('that were written by half are taken over once they are whole', async () => {
    const path = aFile({ one: ONE });
    const { known, said } = await followed(path);
    const whole = JSON.stringify({ two: TWO });

    writeFileSync(path, whole.slice(0, 8));
    await said(REFUSED);
    appendFileSync(path, whole.slice(8));
    await said(TAKEN);

    expect(known.get('two')).toBe(TWO);
  });

  test('may follow a file that was away for a while', async () => {
    const path = aFile({ one: ONE });
    const { known, said } = await followed(path);

    rmSync(path);
    await said(UNREADABLE);
    const meanwhile = known.get('one');
    replaceFile(path, { two: TWO });
    await said(TAKEN);

    expect([meanwhile, known.get('two')]).toEqual([ONE, TWO]);
  });
});

describe('a gateway that follows its trusted documents', () => {
  const query = 'query Name($id: ID!) { org(id: $id) { name } }';
  const variables = { id: tinyId('Org', 2) };

  test('answers new ones and refuses those that are gone, without a new start', async () => {
    const path = aFile({ type: ONE });
    const { log, said } = aTellingLog();
    const door = aDoor({
      TRUSTED_DOCUMENTS: path,
      TRUSTED_DOCUMENTS_MODE: 'strict',
      TRUSTED_DOCUMENTS_POLL_MS: '5',
    });
    const { url } = await hub({ door, log });
    const asked = [{ documentId: 'type' }, { documentId: 'name', variables }];
    const ask = () => Promise.all(asked.map((body) => post(url, body)));
    const before = await ask();

    replaceFile(path, { name: query });
    await said(TAKEN);
    const after = await ask();

    expect(before.map(codesIn)).toEqual([[], ['DOCUMENT_NOT_TRUSTED']]);
    expect(after.map(codesIn)).toEqual([['DOCUMENT_NOT_TRUSTED'], []]);
    expect(JSON.parse(after[1]?.body ?? '')).toMatchObject({ data: { org: { name: 'Công đoàn 2' } } });
  });
});
