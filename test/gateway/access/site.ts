import {
  AUTHENTICATION_SETTINGS,
  type AuthenticationSettings,
} from '../../../gateway/engine/authenticate/settings.js';
import { reachOverHttp } from '../../../gateway/reach/http.js';
import { LIMIT_DEFAULTS } from '../../../gateway/limits/settings.js';
import { CALLER_CHECK_SETTINGS, requireCallerToken } from '../../../schema/contract/caller-check.js';
import { CALLER_TOKEN_SETTINGS, callerTokens } from '../../../schema/contract/caller-token.js';
import { readSettings } from '../../../schema/contract/settings.js';
import type { FetchOrigin, LocalSubgraph } from '../../../schema/contract/subgraph.js';
import { keyPairIn } from '../../support/key-pair.js';
import {
  gatewayOn,
  served,
  SILENT,
  supergraphOf,
  untilTheEnd,
  type GatewayChanges,
  type TinyHub,
} from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';
import { aKeyServer, aPair, signed, type KeyServer, type Pair } from '../engine/authenticate/issuer.js';
import { SUBGRAPHS } from '../engine/filter/a-graph.js';
import { organization, ROOTS } from './world.js';
import { defaultFieldResolver, isObjectType, type GraphQLSchema } from 'graphql';
import type { JWTPayload } from 'jose';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ISSUER = 'https://issuer.test';
const AUDIENCE = 'hub';

/** Random operations are longer than any that people write. */
const GENEROUS = {
  ...LIMIT_DEFAULTS,
  QUERY_MAX_COST: 1e9,
  QUERY_MAX_TOKENS: 100_000,
  QUERY_MAX_ROOT_FIELDS: 1_000,
};

/** A gateway in front of the test graph, every part with keys and tokens as in production. */
export interface AccessSite {
  readonly hub: TinyHub;
  readonly keys: KeyServer;
  readonly pair: Pair;
  /** The fields that subgraphs were asked for since the last look, as `Type.field`. */
  asked(): readonly string[];
  /** Who asked the subgraphs, by all fetches so far. */
  readonly origins: readonly FetchOrigin[];
  /** The address of a subgraph. */
  urlOf(subgraph: string): string;
  /** Headers with a good token, except for these claims. */
  bearer(claims?: JWTPayload, pair?: Pair): Promise<{ readonly authorization: string }>;
}

/** Starts all of it; it is stopped after the test. */
export async function anAccessSite(changes: GatewayChanges = {}): Promise<AccessSite> {
  const keys = await aKeyServer();
  untilTheEnd({ stop: () => keys.close() });
  const pair = await aPair('first');
  keys.publish(pair);
  const { privateFile, check } = keyFiles();
  const asked: string[] = [];
  const origins: FetchOrigin[] = [];
  const subgraphs = [unionSubgraph(), reportsSubgraph()].map((each) => ({
    ...each,
    schema: telling(each.schema, asked),
    contextFor: (origin: FetchOrigin) => origins[origins.push(origin) - 1] ?? {},
  }));
  const urls = new Map<string, string>();
  for (const each of subgraphs) urls.set(each.name, (await served(each, undefined, check(each.name))).url);
  const urlOf = (name: string): string => urls.get(name) ?? '';
  const hub = await gatewayOn(supergraphOf(subgraphs, urlOf), reachOverHttp, {
    authentication: trusting(keys),
    tokens: callerTokens(readSettings(CALLER_TOKEN_SETTINGS, { SUBGRAPH_TOKEN_KEY_FILE: privateFile })),
    limits: GENEROUS,
    ...changes,
  });
  return {
    hub,
    keys,
    pair,
    origins,
    urlOf,
    asked: () => asked.splice(0),
    bearer: async (claims = {}, by = pair) => {
      const exp = Math.floor(Date.now() / 1_000) + 600;
      return { authorization: `Bearer ${await signed(by, { iss: ISSUER, aud: AUDIENCE, exp, ...claims })}` };
    },
  };
}

function trusting({ url }: KeyServer): AuthenticationSettings {
  const environment = { JWKS_URL: url, JWT_ISSUER: ISSUER, JWT_AUDIENCE: AUDIENCE, JWKS_COOLDOWN_MS: '50' };
  return readSettings(AUTHENTICATION_SETTINGS, environment);
}

/** The gateway's key, and what its subgraphs check with. */
function keyFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'lien-thong-access-'));
  untilTheEnd({ stop: async () => rmSync(folder, { recursive: true }) });
  const { privateFile, publicFile } = keyPairIn(folder);
  const settings = readSettings(CALLER_CHECK_SETTINGS, { GATEWAY_PUBLIC_KEY_FILE: publicFile });
  return {
    privateFile,
    check: (subgraph: string) => requireCallerToken(settings, { subgraph, log: SILENT }),
  };
}

const byId = { __resolveReference: ({ id }: { readonly id: unknown }) => ({ ...organization(id) }) };

function unionSubgraph(): LocalSubgraph {
  return local('union', SUBGRAPHS.union, {
    Query: fieldsOf('Query'),
    Mutation: fieldsOf('Mutation'),
    TradeUnion: byId,
    PoliceUnit: byId,
  });
}

function reportsSubgraph(): LocalSubgraph {
  const asOrganization = ({ id }: { readonly id: unknown }) => ({
    ...organization(id),
    __typename: 'Organization',
  });
  return local('reports', SUBGRAPHS.reports, { Organization: { __resolveReference: asOrganization } });
}

function fieldsOf(type: keyof typeof ROOTS) {
  const { __typename: _, ...fields } = ROOTS[type];
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, () => value]));
}

/** The same schema, which notes every field that is asked for. */
function telling(schema: GraphQLSchema, asked: string[]): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const { resolve = defaultFieldResolver } = field;
      field.resolve = (source, args, context, info) => {
        asked.push(`${type.name}.${field.name}`);
        return resolve(source, args, context, info);
      };
    }
  }
  return schema;
}
