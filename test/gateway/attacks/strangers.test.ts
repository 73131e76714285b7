import { describe, expect, test } from '@jest/globals';
import { createServer } from 'node:https';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answering } from '../../support/faulty-server.js';
import { listening } from '../../support/listening.js';
import { untilTheEnd } from '../../support/tiny-hub.js';
import { selfSigned } from '../faults/certificate.js';
import { ALL_THREE, GOOD, stormySite, WITHOUT_POLICE } from '../faults/site.js';
import { INTERNAL, UNHURRIED } from './site.js';

describe('FLT-08: a server is not asked', () => {
  /** A server by https that says it is 127.0.0.1; its port. */
  async function secure(days: number, maxVersion: 'TLSv1.1' | 'TLSv1.3' = 'TLSv1.3') {
    const identity = selfSigned(days);
    const options = { ...identity, maxVersion, minVersion: 'TLSv1' as const, ciphers: 'DEFAULT@SECLEVEL=0' };
    const server = createServer(options, answering(200, GOOD));
    const port = await listening(server, () => server.closeAllConnections());
    const folder = mkdtempSync(join(tmpdir(), 'authorities-'));
    untilTheEnd({ stop: async () => rmSync(folder, { recursive: true }) });
    const file = join(folder, 'authorities.pem');
    writeFileSync(file, identity.cert);
    return { port, file };
  }

  const refused = async (url: string, file?: string) => {
    const { hub, lines } = await stormySite(url, {
      ...UNHURRIED,
      SUBGRAPH_RETRIES: 0,
      ...(file !== undefined && { SUBGRAPH_CA_FILE: file }),
    });
    const { data, errors, text } = await hub.ask(ALL_THREE);
    expect(data).toEqual(WITHOUT_POLICE);
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'police' } }]);
    expect(text).not.toMatch(INTERNAL);
    return lines[0];
  };

  test('whose name nobody knows', async () => {
    const line = await refused('http://police.invalid:4000');

    expect(line).toMatchObject({
      level: 40,
      subgraph: 'police',
      // Who looks names up may be as slow as the machine.
      detail: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/),
    });
  });

  test('whose certificate is for another name', async () => {
    const { port, file } = await secure(30);

    expect(await refused(`https://localhost:${port}`, file)).toMatchObject({
      detail: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });

  test('whose certificate has expired', async () => {
    const { port, file } = await secure(-2);

    expect(await refused(`https://127.0.0.1:${port}`, file)).toMatchObject({ detail: 'CERT_HAS_EXPIRED' });
  });

  test('that vouches for itself', async () => {
    const { port } = await secure(30);

    expect(await refused(`https://127.0.0.1:${port}`)).toMatchObject({
      detail: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
  });

  test('that knows no newer TLS than 1.1', async () => {
    const { port, file } = await secure(30, 'TLSv1.1');

    expect(await refused(`https://127.0.0.1:${port}`, file)).toMatchObject({
      detail: expect.stringMatching(/^(ERR_SSL|ECONNRESET)/),
    });
  });

  test('unless it can show who it is', async () => {
    const { port, file } = await secure(30);
    const { hub } = await stormySite(`https://127.0.0.1:${port}`, { ...UNHURRIED, SUBGRAPH_CA_FILE: file });

    expect((await hub.ask(ALL_THREE)).data).toEqual({
      ...WITHOUT_POLICE,
      lateUnit: { name: 'Công an' },
    });
  });
});
