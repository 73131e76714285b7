import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A key pair of an issuer. */
export interface Pair {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly published: JWK;
}

/** Makes a key pair; a key id stands for nothing but itself. */
export async function aPair(kid: string, alg = 'ES256'): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, published: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

/** Signs claims; the header may be changed, an undefined member is left out. */
export function signed(pair: Pair, claims: JWTPayload, header: Readonly<Record<string, unknown>> = {}) {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: pair.alg, kid: pair.kid, ...header })
    .sign(pair.privateKey);
}

/** What a host of keys does with a request. */
type Behaviour = (response: ServerResponse, keys: readonly JWK[]) => void;

const BEHAVIOURS = {
  well: (response, keys) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys })),
  failing: (response) => response.writeHead(500).end(),
  redirecting: (response) => response.writeHead(302, { location: '/elsewhere' }).end(),
  silent: () => undefined,
  huge: (response) => response.end(JSON.stringify({ keys: [], filler: 'x'.repeat(2_000_000) })),
  babbling: (response) => response.end('<html>'),
  shapeless: (response) => response.end('{"keys":"none"}'),
  hangingUp: (response) => response.destroy(),
} satisfies Record<string, Behaviour>;

/** What a host of keys may do. */
export type HostBehaviour = keyof typeof BEHAVIOURS;

/** A server that publishes keys, on a port of its own. */
export interface KeyServer {
  readonly url: string;
  publish(...pairs: readonly Pick<Pair, 'published'>[]): void;
  behave(how: HostBehaviour): void;
  /** Requests so far, with their paths. */
  readonly paths: readonly string[];
  close(): Promise<void>;
}

/** Starts a server that publishes keys. */
export async function aKeyServer(): Promise<KeyServer> {
  let keys: readonly JWK[] = [];
  let behaviour: HostBehaviour = 'well';
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(String(request.url));
    BEHAVIOURS[behaviour](response, keys);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`,
    publish: (...pairs) => (keys = pairs.map(({ published }) => published)),
    behave: (how) => (behaviour = how),
    paths,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
