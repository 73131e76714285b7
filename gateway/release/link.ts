import { HubError } from '../../schema/contract/errors.js';
import { ADDRESS, type Address } from '../../schema/contract/release/address.js';
import type { SigningKey } from '../../schema/contract/release/keys.js';
import { RegistryLink as SignedLink, type RegistryRequest } from '../../schema/contract/release/link.js';
import type { ChannelRelease, TopOperation, UsageBatch } from '../../schema/contract/release/wire.js';
import { z } from 'zod';

/** How a registry is asked. */
export interface LinkOptions {
  readonly url: string;
  /** The name of the registry. */
  readonly registry: string;
  readonly channel: string;
  /** Signs each request. */
  readonly key: SigningKey;
  /** Time for an answer. Unit: milliseconds. */
  readonly timeoutMs: number;
  /** How long a question for a newer release waits. Unit: seconds. */
  readonly waitS: number;
}

/** The registry did not answer, or not with what was asked for. */
export class RegistryAway extends Error {
  /** @param code the registry's own code; nothing where no answer came, or one of another form */
  constructor(
    readonly why: string,
    readonly code?: string,
  ) {
    super(`The registry does not answer as it should: ${why}.`);
    this.name = 'RegistryAway';
  }

  /** Whether the same may go well later. */
  get isPassing(): boolean {
    return this.code === undefined || PASSING.has(this.code);
  }
}

/** What may be over soon: also a key that is not known yet. */
const PASSING: ReadonlySet<string> = new Set([
  'TRY_AGAIN',
  'INTERNAL',
  'UNAUTHENTICATED',
  'UNTRUSTED_STATEMENT',
]);

const CHANNEL_RELEASE = z.object({
  channel: z.string(),
  number: z.int().min(1),
  pointed: z.string(),
  composed: z.string(),
  supergraph: ADDRESS,
}) satisfies z.ZodType<ChannelRelease>;

const TOP = z.array(
  z.object({ signature: z.string(), text: z.string(), count: z.number(), lastSeen: z.string() }),
) satisfies z.ZodType<readonly TopOperation[]>;

/** Asks a registry what a gateway wants of it. All of it throws RegistryAway. */
export class RegistryLink {
  private readonly link: SignedLink;

  constructor(private readonly options: LinkOptions) {
    const { url, key, registry } = options;
    this.link = new SignedLink({ url: url.replace(/\/$/, ''), key, registry });
  }

  /**
   * What the channel serves, if its number is higher than `after`; nothing where none comes within the wait.
   *
   * @param isPatient whether one that is yet to come is waited for
   */
  async newer(after: number, isPatient: boolean, signal?: AbortSignal): Promise<ChannelRelease | undefined> {
    const wait = isPatient ? this.options.waitS : 0;
    const path = `/channels/${this.options.channel}?after=${after}&wait=${wait}`;
    const answer = await this.json({ method: 'GET', path, signal, timeoutMs: wait * 1_000 });
    return answer === undefined || answer === null ? undefined : formed(CHANNEL_RELEASE, answer);
  }

  /** What the registry says stands at an address; whether it does is for the caller to find out. */
  text(address: Address, signal?: AbortSignal): Promise<string> {
    return this.asked({ method: 'GET', path: `/texts/${address}`, signal }, (each) => this.link.text(each));
  }

  /** Sends a signed statement. */
  async say(jws: string): Promise<void> {
    await this.json({ method: 'POST', path: '/statements', body: { jws } });
  }

  /** Sends what was seen of the use of the graph. */
  async report(batch: UsageBatch): Promise<void> {
    await this.json({ method: 'POST', path: '/usage', body: batch });
  }

  /** The most used operations of the channel. @param top how many. Unit: operations. */
  async topOperations(top: number): Promise<readonly TopOperation[]> {
    const path = `/usage/operations?channel=${this.options.channel}&top=${top}`;
    return formed(TOP, await this.json({ method: 'GET', path }));
  }

  /** Ends what waits, and lets go of connections. */
  close(): Promise<void> {
    return this.link.close();
  }

  private json(asked: RegistryRequest): Promise<unknown> {
    return this.asked(asked, (each) => this.link.json(each));
  }

  /** Asks within the time for an answer, and for what it waits beyond that. */
  private async asked<Answer>(
    { signal, timeoutMs: waitMs = 0, ...asked }: RegistryRequest,
    ask: (asked: RegistryRequest) => Promise<Answer>,
  ): Promise<Answer> {
    const timeoutMs = this.options.timeoutMs + waitMs;
    const late = AbortSignal.timeout(timeoutMs);
    const until = signal ? AbortSignal.any([signal, late]) : late;
    try {
      return await ask({ ...asked, timeoutMs, signal: until });
    } catch (error) {
      throw awayBecause(error);
    }
  }
}

function awayBecause(error: unknown): RegistryAway {
  if (!(error instanceof HubError)) return new RegistryAway(wordOf(error));
  return new RegistryAway(`${error.code}: ${error.message}`, error.code);
}

function formed<Form>(form: z.ZodType<Form>, value: unknown): Form {
  const read = form.safeParse(value);
  if (read.success) return read.data;
  throw new RegistryAway('an answer has another form');
}

/** What happened, without any word that could hold an address. */
function wordOf(error: unknown): string {
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  return String(typeof code === 'string' ? code : name);
}
