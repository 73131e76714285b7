import { addressOf } from '../../../schema/contract/release/address.js';
import { publicKeysOf, type SigningKey } from '../../../schema/contract/release/keys.js';
import { signStatement, statementIn, verifyStatement } from '../../../schema/contract/release/sign.js';
import type { Statement } from '../../../schema/contract/release/statements.js';
import { aKey, aStatement } from './a-statement.js';
import { describe, expect, test } from '@jest/globals';
import { createHmac, sign } from 'node:crypto';

const key = aKey();
const keys = publicKeysOf([key.publicJwk]);

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function signedAs(header: object, words: unknown = aStatement(), signer: SigningKey = key): string {
  const said = `${encoded(header)}.${encoded(words)}`;
  return `${said}.${sign(null, Buffer.from(said), signer.key).toString('base64url')}`;
}

const HEADER = { alg: 'EdDSA', typ: 'lien-thong+jws', kid: key.kid };

describe('a signed statement', () => {
  test('says what was signed, by whom, and is named by its own text', async () => {
    const jws = await signStatement(aStatement(), key);
    const signed = await verifyStatement(jws, keys);
    expect(signed).toEqual({ id: addressOf(jws), jws, kid: key.kid, statement: aStatement() });
    expect(statementIn(jws)).toEqual(aStatement());
  });

  test('is read as any tool writes it that keeps to the form', async () => {
    expect((await verifyStatement(signedAs(HEADER), keys)).statement).toEqual(aStatement());
  });

  test('of an unknown key is not trusted', async () => {
    const jws = await signStatement(aStatement(), aKey());
    await expect(verifyStatement(jws, keys)).rejects.toMatchObject({
      code: 'UNTRUSTED_STATEMENT',
      details: { reason: 'UNKNOWN_KEY' },
    });
  });

  test('that names a known key and was signed by another is not trusted', async () => {
    const jws = signedAs(HEADER, aStatement(), aKey());
    await expect(verifyStatement(jws, keys)).rejects.toMatchObject({ details: { reason: 'SIGNATURE' } });
  });

  test('of which a word was changed is not trusted', async () => {
    const [header, , signature] = (await signStatement(aStatement(), key)).split('.');
    const jws = `${header}.${encoded({ ...aStatement(), channel: 'production' })}.${signature}`;
    await expect(verifyStatement(jws, keys)).rejects.toMatchObject({ details: { reason: 'SIGNATURE' } });
  });

  test.each([
    ['none', { ...HEADER, alg: 'none' }],
    ['HS256', { ...HEADER, alg: 'HS256' }],
    ['an embedded key', { ...HEADER, jwk: key.publicJwk }],
    ['an address of keys', { ...HEADER, jku: 'http://attacker.test' }],
    ['an extension that must be understood', { ...HEADER, crit: ['b64'], b64: false }],
    ['no key', { alg: 'EdDSA', typ: HEADER.typ }],
  ])('with %s in its header is refused', async (_, header) => {
    const said = `${encoded(header)}.${encoded(aStatement())}`;
    const byKey = createHmac('sha256', key.publicJwk.x).update(said).digest('base64url');
    for (const jws of [signedAs(header), `${said}.${byKey}`])
      await expect(verifyStatement(jws, keys)).rejects.toMatchObject({ details: { reason: 'ALGORITHM' } });
  });

  test('of another sort does not pass for a statement', async () => {
    const jws = signedAs({ ...HEADER, typ: 'lien-thong-bearer+jws' });
    await expect(verifyStatement(jws, keys)).rejects.toMatchObject({ details: { reason: 'TYPE' } });
  });

  test.each(['', 'a.b', 'a.b.c.d', 'ä.b.c', `${'a'.repeat(70_000)}.b.c`])(
    'is no text of another form (%#)',
    async (jws) => {
      await expect(verifyStatement(jws, keys)).rejects.toMatchObject({ code: 'INVALID_STATEMENT' });
    },
  );

  test('has one form alone: the same signature written otherwise is another text, and refused', async () => {
    const jws = await signStatement(aStatement(), key);
    const last = jws.at(-1) ?? '';
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const other = alphabet[alphabet.indexOf(last) + 1] ?? '';
    const same = `${jws.slice(0, -1)}${other}`;
    await expect(verifyStatement(same, keys)).rejects.toMatchObject({ details: { reason: 'FORM' } });
  });

  test.each([
    { ...aStatement(), kind: 'ELECTED' },
    { ...aStatement(), more: 1 },
    { ...aStatement(), at: 'yesterday' },
    { ...aStatement(), nonce: 'short' },
    { ...aStatement(), channel: 'Pro duction' },
    { ...aStatement(), by: '__proto__' },
    'words',
    null,
  ])('says nothing else than a statement can say (%#)', async (words) => {
    await expect(verifyStatement(signedAs(HEADER, words), keys)).rejects.toMatchObject({
      code: 'INVALID_STATEMENT',
      details: { reason: 'CONTENT' },
    });
  });

  test('is not made of what nobody would accept', async () => {
    const wrong = { ...aStatement(), channel: '' } as Statement;
    await expect(signStatement(wrong, key)).rejects.toMatchObject({ code: 'INVALID_STATEMENT' });
  });
});
