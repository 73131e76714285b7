import { loadExplorer, type Explorer } from '../../../gateway/explorer/files.js';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';

const SCRIPT = 'export const answer = 42;';
const SCRIPT_PATH = '/assets/app-Ab12.js';

describe('a built sandbox', () => {
  test('answers / with the page, a fresh nonce each time, and is never cached', () => {
    const explorer = aBuiltSandbox();

    const [first, second] = [explorer.respond('/', {}), explorer.respond('/', {})];

    const nonce = /nonce="([\w-]{24})"/.exec(String(first?.body))?.[1];
    expect(first?.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(String(second?.body)).not.toContain(nonce);
    expect(first).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
  });

  test('lets scripts, workers and connections come from itself alone', () => {
    const policy = aBuiltSandbox().respond('/', {})?.headers['content-security-policy']?.split('; ') ?? [];

    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src-attr 'none'",
        "worker-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ]),
    );
    expect(policy.join(' ')).not.toContain('unsafe');
  });

  test.each(['/', SCRIPT_PATH])('sends the other security headers with %s', (path) => {
    expect(aBuiltSandbox().respond(path, {})?.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=()'),
    });
  });

  test('answers an asset with its type, to be kept for ever', () => {
    expect(aBuiltSandbox().respond(SCRIPT_PATH, {})).toMatchObject({
      status: 200,
      body: Buffer.from(SCRIPT),
      headers: {
        'content-type': 'text/javascript; charset=utf-8',
        'content-length': String(SCRIPT.length),
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
      },
    });
  });

  test.each([
    ['gzip, deflate, br', 'gzip'],
    ['br;q=1.0, gzip;q=0', undefined],
    ['identity', undefined],
    [undefined, undefined],
  ])('answers a client that accepts %p in coding %p, as far as it has it', (accepted, coding) => {
    const answer = aBuiltSandbox().respond(SCRIPT_PATH, { 'accept-encoding': accepted });

    expect(answer?.headers['content-encoding']).toBe(coding);
    expect(answer?.body).toEqual(coding === 'gzip' ? gzipSync(SCRIPT) : Buffer.from(SCRIPT));
  });

  test('answers 304 without a body to a client that has the asset', () => {
    const explorer = aBuiltSandbox();
    const etag = explorer.respond(SCRIPT_PATH, {})?.headers['etag'];

    const answer = explorer.respond(SCRIPT_PATH, { 'if-none-match': `"other", W/${etag}` });

    expect(answer).toMatchObject({ status: 304, body: Buffer.alloc(0), headers: { etag } });
  });

  test.each([
    '/assets/none.js',
    '/assets/../index.html',
    '/assets/%2e%2e/index.html',
    '/index.html',
    '/assets',
  ])('leaves %s to others', (path) => {
    expect(aBuiltSandbox().respond(path, {})).toBeNull();
  });
});

test('a sandbox that is not built says in both languages how to build it', () => {
  const explorer = loadExplorer(join(tmpdir(), 'no-such-folder'));

  const answer = explorer.respond('/', {});

  expect(explorer.isBuilt).toBe(false);
  expect(answer?.status).toBe(503);
  expect(String(answer?.body)).toMatch(/chưa được dựng[^]*npm run build[^]*not built yet[^]*npm run build/);
  expect(explorer.respond(SCRIPT_PATH, {})).toBeNull();
});

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function aBuiltSandbox(): Explorer {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  folders.push(folder);
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<meta property="csp-nonce" nonce="STYLE-NONCE">');
  writeFileSync(join(folder, SCRIPT_PATH), SCRIPT);
  writeFileSync(join(folder, `${SCRIPT_PATH}.gz`), gzipSync(SCRIPT));
  return loadExplorer(folder);
}
