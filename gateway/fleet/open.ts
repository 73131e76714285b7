import type { Logger } from '../../schema/contract/log.js';
import type { Fleet } from './fleet.js';
import type { FleetSettings } from './settings.js';

/** Joins other gateways where the settings say so; nothing is loaded for a gateway that keeps to itself. */
export async function openFleet(settings: FleetSettings, log: Logger): Promise<Fleet | undefined> {
  const { REDIS_URL: url } = settings;
  if (url === undefined) return undefined;
  const { joinFleet } = await import('./fleet.js');
  return joinFleet({ url, settings, log });
}
