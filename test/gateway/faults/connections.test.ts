import { describe, expect, test } from '@jest/globals';
import { Connections } from '../../../gateway/reach/connections.js';
import { REACH_DEFAULTS } from '../../../gateway/reach/settings.js';
import { tlsRules } from '../../../gateway/reach/tls.js';
import { answering } from '../../support/faulty-server.js';
import { listening } from '../../support/listening.js';
import { untilTheEnd } from '../../support/tiny-hub.js';
import { selfSigned, type SelfSigned } from './certificate.js';
import { ALL_THREE, GOOD, httpText, rawServer, stormySite, WITHOUT_POLICE } from './site.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SecureVersion } from 'node:tls';

/** A server by https that answers well; its address. */
async function secureServer(identity: SelfSigned, maxVersion: SecureVersion = 'TLSv1.3'): Promise<string> {
  const options = { ...identity, maxVersion, minVersion: 'TLSv1' as const, ciphers: 'DEFAULT@SECLEVEL=0' };
  const server = createServer(options, answering(200, GOOD));
  return `https://127.0.0.1:${await listening(server, () => server.closeAllConnections())}`;
}

/** A file with a text; its path. */
function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'authorities-'));
  untilTheEnd({ stop: async () => rmSync(folder, { recursive: true }) });
  const path = join(folder, 'authorities.pem');
  writeFileSync(path, text);
  return path;
}

describe('a server reached by https', () => {
  test('is believed when those vouch for it whom the operator names', async () => {
    const identity = selfSigned(30);
    const url = await secureServer(identity);
    const { hub } = await stormySite(url, { SUBGRAPH_CA_FILE: fileWith(identity.cert) });

    const { data } = await hub.ask(ALL_THREE);

    expect(data).toEqual({ ...WITHOUT_POLICE, lateUnit: { name: 'Công an' } });
  });

  test.each([
    ['vouches for itself', selfSigned(30), undefined, 'TLSv1.3', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['has a certificate that expired', selfSigned(-2), 'itself', 'TLSv1.3', 'CERT_HAS_EXPIRED'],
    [
      'knows only TLS 1.1',
      selfSigned(30),
      'itself',
      'TLSv1.1',
      expect.stringMatching(/^(ERR_SSL|ECONNRESET)/),
    ],
  ] as const)('is not asked when it %s', async (_, identity, trusted, version, detail) => {
    const url = await secureServer(identity, version);
    const { hub, lines } = await stormySite(url, {
      SUBGRAPH_RETRIES: 0,
      ...(trusted && { SUBGRAPH_CA_FILE: fileWith(identity.cert) }),
    });

    const { data, errors, text } = await hub.ask(ALL_THREE);

    expect(data).toEqual(WITHOUT_POLICE);
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'police' } }]);
    expect(text).not.toMatch(/CERT|SSL|TLS|127\.0\.0\.1/i);
    expect(lines).toMatchObject([{ subgraph: 'police', detail }]);
  });
});

describe('the file of those who vouch', () => {
  test.each([
    ['is not there', () => '/nowhere/authorities.pem'],
    ['holds no certificate', () => fileWith('no certificate')],
  ])('stops the start when it %s', (_, file) => {
    expect(() => tlsRules({ ...REACH_DEFAULTS, SUBGRAPH_CA_FILE: file() })).toThrow(
      expect.objectContaining({ code: 'INVALID_SETTING', details: { setting: 'SUBGRAPH_CA_FILE' } }),
    );
  });
});

describe('connections', () => {
  test('are kept from one fetch to the next', async () => {
    let connections = 0;
    const url = await rawServer((socket, connection) => {
      connections = connection;
      socket.on('data', () => socket.write(httpText(GOOD)));
    });
    const { hub } = await stormySite(url);

    for (let n = 0; n < 3; n += 1) await hub.ask(ALL_THREE);

    expect(connections).toBe(1);
  });

  test('are replaced after a while, so that a changed address is followed', async () => {
    const connections = new Connections(
      { origin: 'http://127.0.0.1:9', tls: tlsRules(REACH_DEFAULTS) },
      { ...REACH_DEFAULTS, SUBGRAPH_CONNECTION_TTL_MS: 1_000 },
    );
    untilTheEnd({ stop: () => connections.destroy() });

    const [first, soon, later] = [connections.at(5), connections.at(1_004), connections.at(1_005)];

    expect([soon === first, later === first]).toEqual([true, false]);
  });

  test('that were closed are not replaced', async () => {
    const connections = new Connections(
      { origin: 'http://127.0.0.1:9', tls: tlsRules(REACH_DEFAULTS) },
      REACH_DEFAULTS,
    );
    const first = connections.at(0);

    await connections.destroy();

    expect(connections.at(1e9)).toBe(first);
  });

  test('that were replaced finish what runs on them', async () => {
    const asked = Promise.withResolvers<() => void>();
    const url = await rawServer((socket) =>
      socket.on('data', () => asked.resolve(() => socket.write(httpText('{"done":1}')))),
    );
    const connections = new Connections({ origin: url, tls: tlsRules(REACH_DEFAULTS) }, REACH_DEFAULTS);
    untilTheEnd({ stop: () => connections.destroy() });
    const running = connections.at(0).request({ method: 'POST', path: '/', body: '{}' });
    const answer = await asked.promise;

    connections.at(REACH_DEFAULTS.SUBGRAPH_CONNECTION_TTL_MS);
    answer();

    expect(await (await running).body.json()).toEqual({ done: 1 });
  });
});
