import type { Door } from '../../schema/contract/http/door.js';
import type { Logger } from '../../schema/contract/log.js';
import type { GatewayContext } from '../context.js';
import { addressFrom } from '../rates/address.js';
import { ratesFor, type Rates, type StoreFor } from '../rates/rates.js';
import { openDocuments } from '../trusted/documents.js';
import type { SharedTexts } from '../trusted/registered.js';
import { batchesOf } from './batches.js';
import { schemaRights, type SchemaRights } from './schema-rights.js';
import type { DoorSettings } from './settings.js';

/** What decides how requests come in to a gateway, whatever supergraph it serves. */
export interface GatewayDoor {
  readonly rights: SchemaRights;
  /** Nothing where no rate is limited. */
  readonly rates?: Rates;
  /** What HTTP needs of it. @param allowedCost the dearest operation. Unit: objects. */
  http(allowedCost: number): Door<GatewayContext>;
  /** Lets go of the file of the trusted documents. */
  close(): void;
}

/** What a door is made with. */
export interface DoorOptions {
  /** Whether anybody may ask for the schema. */
  readonly introspection: boolean;
  readonly log: Logger;
  /** What is shared with other gateways; unless given, this one keeps to itself. */
  readonly shared?: DoorShares;
}

/** What the doors of several gateways share. */
export interface DoorShares {
  readonly storeFor: StoreFor;
  readonly texts: SharedTexts;
}

/**
 * Makes the door of a gateway, once for all supergraphs that it will serve.
 *
 * @throws HubError INVALID_SETTING when the file of the trusted documents is missing or wrong.
 */
export async function openDoor(
  settings: DoorSettings,
  { introspection, log, shared }: DoorOptions,
): Promise<GatewayDoor> {
  const { CORS_ORIGINS = [], CORS_MAX_AGE_S: maxAge, BATCH_MAX, TRUSTED_PROXIES = [] } = settings;
  const rates = ratesFor(settings, shared?.storeFor);
  const documents = await openDocuments(settings, log, shared?.texts);
  const lasting = {
    cors: CORS_ORIGINS.length > 0 ? { origins: new Set(CORS_ORIGINS), maxAge } : undefined,
    documentFor: documents?.find,
    addressOf: addressFrom(TRUSTED_PROXIES),
  };
  return {
    rights: schemaRights({ introspection, scopes: settings.INTROSPECTION_SCOPES ?? [] }),
    rates,
    http: (allowedCost) => ({
      ...lasting,
      batches: BATCH_MAX > 0 ? batchesOf(BATCH_MAX, allowedCost) : undefined,
    }),
    close: () => documents?.close(),
  };
}
