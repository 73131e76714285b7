import {
  aKeyServer,
  aPair,
  signed,
  type HostBehaviour,
  type KeyServer,
  type Pair,
} from '../../gateway/engine/authenticate/issuer.js';
import { BOUNDS, ENVIRONMENT } from '../environment.js';
import type { Occurrence } from '../judge/occurrences.js';
import { ROLES, type Role } from './roles.js';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

/** How long a token is good. Unit: seconds. */
const LIFETIME = 60;
/** How long one is good that is to expire within a stream. Unit: seconds. */
export const SHORT_LIFETIME = 4;
/** How often each role gets a new token, so that there are ever new callers. Unit: milliseconds. */
const TOKEN_EVERY = 250;
/** How long a key signs, and how long its host is ill each time. Units: milliseconds. */
const REIGN = 8_000;
const ILLNESS = 5_000;
/** What the host of the keys does while it is ill, one after the other. */
const ILLNESSES = [
  ['failing', 'a host of keys that is failing'],
  ['silent', 'a host of keys that is silent'],
  ['babbling', 'a host of keys that is babbling'],
  ['hangingUp', 'a host of keys that is hanging up'],
  ['redirecting', 'a host of keys that is redirecting'],
] as const satisfies readonly (readonly [HostBehaviour, Occurrence])[];

interface Kept {
  readonly token: string;
  readonly until: number;
}

/** Signs callers' tokens with keys that change, and publishes the keys at a host that is ill now and then. */
export class Issuer {
  private readonly kept = new Map<Role, Kept>();
  private stranger: Pair | undefined;
  /** Keys that were put in use. Unit: keys. */
  reigns = 1;

  private constructor(
    private readonly host: KeyServer,
    private pair: Pair,
  ) {}

  static async start(): Promise<Issuer> {
    const [host, pair] = await Promise.all([aKeyServer(), aPair('key-1')]);
    host.publish(pair);
    return new Issuer(host, pair);
  }

  get url(): string {
    return this.host.url;
  }

  /** A good token of a role; nothing for those who have none. */
  async tokenFor(role: Role): Promise<string | undefined> {
    const { scope } = ROLES[role];
    if (scope === undefined) return undefined;
    const known = this.kept.get(role);
    if (known && known.until > performance.now()) return known.token;
    const token = await this.sign(this.pair, scope, LIFETIME);
    this.kept.set(role, { token, until: performance.now() + TOKEN_EVERY });
    return token;
  }

  /** A good token of a role that expires soon. */
  async shortTokenFor(role: Role): Promise<string | undefined> {
    const { scope } = ROLES[role];
    return scope === undefined ? undefined : this.sign(this.pair, scope, SHORT_LIFETIME);
  }

  /** A token that claims a role and was signed with a key that nobody published. */
  async forgedToken(role: Role): Promise<string> {
    this.stranger ??= await aPair('stranger');
    return this.sign(this.stranger, ROLES[role].scope ?? '', LIFETIME);
  }

  /**
   * Changes keys and falls ill, again and again. A key is published before it signs, and until the next change, as issuers do.
   *
   * @param onMet told of each illness in which the keys were asked for
   */
  async rotateOn(over: AbortSignal, onMet: (illness: Occurrence) => void): Promise<void> {
    const rest = (milliseconds: number) => delay(milliseconds, undefined, { signal: over });
    while (!over.aborted) {
      await this.rotate(rest, onMet).catch(() => undefined);
      this.host.behave('well');
    }
  }

  stop(): Promise<void> {
    return this.host.close();
  }

  private async rotate(
    rest: (milliseconds: number) => Promise<void>,
    onMet: (illness: Occurrence) => void,
  ): Promise<void> {
    await rest(REIGN);
    const next = await aPair(`key-${this.reigns + 1}`);
    this.host.publish(this.pair, next);
    await rest(2 * BOUNDS.look);
    this.pair = next;
    this.kept.clear();
    this.reigns += 1;
    await rest(2 * BOUNDS.keys);
    await this.suffer(rest, onMet);
    await rest(2 * BOUNDS.look);
  }

  private async suffer(
    rest: (milliseconds: number) => Promise<void>,
    onMet: (illness: Occurrence) => void,
  ): Promise<void> {
    const [behaviour, occurrence] = ILLNESSES[this.reigns % ILLNESSES.length] ?? ILLNESSES[0];
    const { length: asked } = this.host.paths;
    this.host.behave(behaviour);
    await rest(ILLNESS);
    this.host.behave('well');
    if (this.host.paths.length > asked) onMet(occurrence);
  }

  private sign(pair: Pair, scope: string, lifetime: number): Promise<string> {
    const { JWT_ISSUER: iss, JWT_AUDIENCE: aud } = ENVIRONMENT;
    const exp = Math.floor(Date.now() / 1_000) + lifetime;
    return signed(pair, { iss, aud, exp, scope, sub: randomUUID() });
  }
}
