import { readKeyFile, type PublicJwk } from '../contract/release/keys.js';
import { PUBLIC_JWK } from '../contract/release/terms.js';
import { HubError } from '../contract/errors.js';
import type { Logger } from '../contract/log.js';
import { text } from '../contract/text.js';
import { CHECK_LIMITS } from './checks/input.js';
import { Composer } from './composing/composer.js';
import { foundOnce, signAnew, type Founding } from './founding.js';
import { Releases } from './ledger/answers.js';
import { Ledger } from './ledger/ledger.js';
import { Texts } from './ledger/texts.js';
import type { RegistryParts } from './parts.js';
import { Registry } from './registry.js';
import { serveRegistry, type RunningRegistryServer } from './server/server.js';
import type { RegistrySettings } from './settings.js';
import { Store } from './store/store.js';
import { UsageStore } from './usage/store/usage-store.js';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Opens the registry's log, founds it at the first start, and serves it. */
export async function openRegistry(settings: RegistrySettings, log: Logger): Promise<RunningRegistryServer> {
  const key = readKeyFile(settings.REGISTRY_KEY_FILE);
  const store = await Store.open(settings.DATABASE_URL, ({ error }) =>
    log.error({ err: error }, 'the database of the registry failed'),
  );
  const composer = composerOf(settings, log);
  try {
    const ledger = await Ledger.open(store);
    await foundOnce(ledger, { key, name: settings.REGISTRY_NAME }, () => foundingOf(settings));
    await signAnew(ledger, store, key);
    const usage = new UsageStore(store);
    const parts = {
      store,
      ledger,
      texts: new Texts(store),
      releases: new Releases(store),
      usage,
      composer,
      key,
    };
    const server = await serve({ ...parts, limits: limitsOf(settings) }, settings, log);
    const forgetting = setInterval(() => void usage.forget().catch(() => undefined), FORGET_MS).unref();
    const stop = async (): Promise<void> => {
      clearInterval(forgetting);
      await server.stop();
      await composer.close();
      await store.close();
    };
    return { ...server, stop };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** How often old use is forgotten. Unit: milliseconds. */
const FORGET_MS = 3_600_000;
/** Checks of one agency that may wait. Unit: checks. */
const WAITING_PER_AGENCY = 8;

function serve(
  parts: RegistryParts,
  settings: RegistrySettings,
  log: Logger,
): Promise<RunningRegistryServer> {
  const { HOST: host, PORT: port } = settings;
  return serveRegistry({ parts, registry: new Registry(parts) }, { host, port, settings, log });
}

function composerOf(settings: RegistrySettings, log: Logger): Composer {
  return new Composer({
    timeMs: settings.CHECK_TIMEOUT_MS,
    heapMb: settings.CHECK_HEAP_MB,
    idleMs: settings.CHECK_IDLE_MS,
    waitingPerAgency: WAITING_PER_AGENCY,
    onFailure: (reason) => log.error({ reason }, 'a check failed by itself'),
  });
}

function limitsOf(settings: RegistrySettings): RegistryParts['limits'] {
  const { CHECK_SDL_BYTES: sdlBytes, CHECK_MAX_TYPES: types, CHECK_USAGE_DAYS: usageDays } = settings;
  return { ...CHECK_LIMITS, sdlBytes, types, usageDays };
}

function foundingOf(settings: RegistrySettings): Founding {
  const { OPERATOR_KEYS_FILE: file, OWNERSHIP_FILE: ownership } = settings;
  return { operatorKeys: operatorKeysIn(file), law: readFileSync(ownership, 'utf8') };
}

const KEY_SET = z.object({ keys: z.array(PUBLIC_JWK).min(1) });

function operatorKeysIn(file: string | undefined): readonly PublicJwk[] {
  try {
    return KEY_SET.parse(JSON.parse(readFileSync(file ?? '', 'utf8'))).keys;
  } catch {
    throw new HubError('INVALID_SETTING', NO_OPERATORS, { setting: 'OPERATOR_KEYS_FILE' });
  }
}

const NO_OPERATORS = text(
  'Lần khởi động đầu tiên cần OPERATOR_KEYS_FILE: tệp JWKS chứa khoá công khai Ed25519 của đơn vị vận hành; xem docs/settings.md.',
  'The first start needs OPERATOR_KEYS_FILE: a JWKS file with the public Ed25519 keys of the operators; see docs/settings.md.',
);
