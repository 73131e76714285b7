import { BUILT_FOLDER, CODINGS, NONCE_PLACEHOLDER } from './built.js';
import { contentSecurityPolicy, SECURITY_HEADERS, type Headers } from './headers.js';
import { MISSING_PAGE } from './missing-page.js';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** An answer of the sandbox, ready to be written. For HEAD write everything but the body. */
export interface ExplorerAnswer {
  readonly status: 200 | 304 | 503;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** The request headers that matter here, as node:http gives them. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The built sandbox, held in memory. */
export interface Explorer {
  /** Whether there is a build; if not, `/` says how to make one. */
  readonly isBuilt: boolean;
  /** Answers GET or HEAD of a URL path without its query string; `null` for a path that is not the sandbox's. */
  respond(path: string, headers: RequestHeaders): ExplorerAnswer | null;
}

interface Asset {
  readonly headers: Headers;
  /** The body in each coding that exists, best first; the plain one last. */
  readonly bodies: readonly { readonly coding: string; readonly body: Buffer }[];
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

const EMPTY = Buffer.alloc(0);

/** Reads the built sandbox into memory, once; about 10 MB with its compressed forms. */
export function loadExplorer(folder: string = BUILT_FOLDER): Explorer {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return { isBuilt: false, respond: (path) => (path === '/' ? missing() : null) };
  const html = readFileSync(page, 'utf8');
  const assets = loadAssets(join(folder, 'assets'));
  return {
    isBuilt: true,
    respond(path, headers) {
      if (path === '/') return pageAnswer(200, html);
      const asset = assets.get(path);
      return asset ? assetAnswer(asset, headers) : null;
    },
  };
}

function loadAssets(folder: string): ReadonlyMap<string, Asset> {
  const names = readdirSync(folder).filter((name) => extname(name) in CONTENT_TYPES);
  return new Map(names.map((name) => [`/assets/${name}`, loadAsset(folder, name)]));
}

function loadAsset(folder: string, name: string): Asset {
  const plain = readFileSync(join(folder, name));
  const packed = CODINGS.map(({ coding, ending }) => ({ coding, path: join(folder, name + ending) }))
    .filter(({ path }) => existsSync(path))
    .map(({ coding, path }) => ({ coding, body: readFileSync(path) }));
  return {
    headers: {
      ...SECURITY_HEADERS,
      'content-security-policy': contentSecurityPolicy(),
      'content-type': CONTENT_TYPES[extname(name)] ?? 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
      vary: 'accept-encoding',
    },
    bodies: [...packed, { coding: 'identity', body: plain }],
  };
}

function assetAnswer({ headers, bodies }: Asset, asked: RequestHeaders): ExplorerAnswer {
  if (isKnown(headers['etag'], asked['if-none-match'])) return { status: 304, headers, body: EMPTY };
  const accepted = acceptedCodings(asked['accept-encoding']);
  const { coding, body } = bodies.find((each) => accepted.has(each.coding)) ?? {
    coding: 'identity',
    body: EMPTY,
  };
  return {
    status: 200,
    headers: { ...headers, ...lengthOf(body), ...(coding !== 'identity' && { 'content-encoding': coding }) },
    body,
  };
}

/** The page is never cached: it carries a nonce that is good for one answer. */
function pageAnswer(status: 200 | 503, html: string): ExplorerAnswer {
  const nonce = randomBytes(18).toString('base64url');
  const body = Buffer.from(html.replaceAll(NONCE_PLACEHOLDER, nonce));
  const headers = {
    ...SECURITY_HEADERS,
    'content-security-policy': contentSecurityPolicy(nonce),
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    ...lengthOf(body),
  };
  return { status, headers, body };
}

function missing(): ExplorerAnswer {
  return pageAnswer(503, MISSING_PAGE);
}

function lengthOf(body: Buffer): Headers {
  return { 'content-length': String(body.length) };
}

function isKnown(etag: string | undefined, ifNoneMatch: RequestHeaders[string]): boolean {
  const known = String(ifNoneMatch ?? '').split(',');
  return known.some((each) => each.trim().replace(/^W\//, '') === etag);
}

/** The codings a client takes, by `Accept-Encoding`; the plain form is always among them. */
function acceptedCodings(header: RequestHeaders[string]): ReadonlySet<string> {
  const offers = String(header ?? '')
    .toLowerCase()
    .split(',');
  const taken = offers.filter((offer) => !/;\s*q=0(\.0*)?\s*$/.test(offer));
  return new Set(['identity', ...taken.map((offer) => (offer.split(';')[0] ?? '').trim())]);
}
