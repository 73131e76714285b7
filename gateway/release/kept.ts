import type { Logger } from '../../schema/contract/log.js';
import { ADDRESS, addressOf, type Address } from '../../schema/contract/release/address.js';
import { verifyRelease } from '../../schema/contract/release/release.js';
import type { KnownRegistry } from '../../schema/contract/release/known-registry.js';
import { putFile } from './atomic.js';
import type { HeldRelease, Returned, Trial } from './held.js';
import { isRefusal, releaseRefused } from './refusal.js';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const HELD = { format: z.literal(1), pointed: z.string(), composed: z.string(), supergraph: ADDRESS };
const GOOD = z.object(HELD);
const TRIAL = z.object({ ...HELD, since: z.iso.datetime(), baseline: z.unknown().optional() });
const WORDS = z.object({ vi: z.string(), en: z.string() });
/** No signature ties it to its registry, whose releases are numbered anew: the name of the registry does. */
const RETURNED = z.object({
  format: z.literal(1),
  registry: z.string(),
  number: z.int(),
  composed: z.string(),
  at: z.iso.datetime(),
  reason: z.object({ code: z.string(), text: WORDS }),
});

/** Where releases are kept, and whose they are: they are verified again. */
export interface KeptOptions {
  readonly folder: string;
  readonly channel: string;
  readonly registry: KnownRegistry;
  readonly log: Logger;
}

type Part = 'good' | 'trial' | 'returned';

/** How old a text is that nothing leads to before it is taken away: another process may be about to need it. Unit: milliseconds. */
const TEXT_KEPT_MS = 86_400_000;

/** Releases of which it is remembered that their outcomes were told. Unit: releases. */
const TOLD_KEPT = 20;

/**
 * What a gateway knows across restarts, in a folder that the processes of one host share: the last release that was found
 * good, the one that is being watched, and the one that it returned from. Each is a file that is put there whole; texts
 * stand beside under their addresses. What was cut or altered is refused.
 */
export class KeptReleases {
  constructor(private readonly options: KeptOptions) {}

  /** The last release that was found good; nothing where there is none that can be trusted. */
  async good(): Promise<HeldRelease | undefined> {
    const kept = await this.read('good', GOOD);
    return kept && this.verified('good', kept);
  }

  /** The release that is being watched. */
  async trial(): Promise<Trial | undefined> {
    const kept = await this.read('trial', TRIAL);
    const release = kept && (await this.verified('trial', kept));
    return release && { release, since: kept.since, baseline: kept.baseline };
  }

  /** The release that was left, until another one is served. */
  async returned(): Promise<Returned | undefined> {
    const kept = await this.read('returned', RETURNED);
    return kept?.registry === this.options.registry.name ? kept : undefined;
  }

  /** The release stays until a newer one is found good; it is watched no more. */
  async keepGood(release: HeldRelease): Promise<void> {
    await this.put('good', formOf(release), release);
    await this.forget('trial');
  }

  /** The release is served from now on, and not yet known to be good. */
  async keepTrial({ release, ...watched }: Trial): Promise<void> {
    await this.put('trial', { ...formOf(release), ...watched }, release);
  }

  /** A release was left, for one that is good. */
  async keepReturned(returned: Returned, good: HeldRelease): Promise<void> {
    await this.put('returned', { format: 1, registry: this.options.registry.name, ...returned });
    await this.keepGood(good);
  }

  /** Whether no process of this host has told of this outcome of this release. */
  async isFirstToTell(number: number, outcome: string): Promise<boolean> {
    const name = (of: number): string => this.toldPath(of, outcome);
    try {
      await mkdir(this.options.folder, { recursive: true, mode: 0o700 });
      await (await open(name(number), 'wx')).close();
    } catch (error) {
      return (error as NodeJS.ErrnoException).code !== 'EEXIST';
    }
    await rm(name(number - TOLD_KEPT), { force: true });
    return true;
  }

  private async put(part: Part, form: object, release?: HeldRelease): Promise<void> {
    await mkdir(join(this.options.folder, TEXTS), { recursive: true, mode: 0o700 });
    if (release) await this.putText(release);
    await putFile(this.pathOf(part), JSON.stringify(form));
    if (part === 'good') await this.sweep();
  }

  private async putText({ supergraph, supergraphSdl }: HeldRelease): Promise<void> {
    const path = this.textPath(supergraph);
    const present = await readFile(path, 'utf8').catch(() => undefined);
    if (present !== supergraphSdl) await putFile(path, supergraphSdl);
  }

  private async forget(part: Part): Promise<void> {
    await rm(this.pathOf(part), { force: true });
  }

  private async read<Form>(part: Part, form: z.ZodType<Form>): Promise<Form | undefined> {
    const written = await readFile(this.pathOf(part), 'utf8').catch(() => undefined);
    if (written === undefined) return undefined;
    const read = form.safeParse(jsonOf(written));
    if (!read.success) this.tell(part, releaseRefused('DAMAGED'));
    return read.data;
  }

  private async verified(part: Part, kept: z.infer<typeof GOOD>): Promise<HeldRelease | undefined> {
    const { channel, registry } = this.options;
    const { pointed, composed, supergraph } = kept;
    try {
      const supergraphSdl = await readFile(this.textPath(supergraph), 'utf8').catch(() => {
        throw releaseRefused('DAMAGED');
      });
      const verified = await verifyRelease({ pointed, composed, supergraphSdl }, { channel, registry });
      return { ...verified, signed: { pointed, composed } };
    } catch (error) {
      this.tell(part, error);
      return undefined;
    }
  }

  private tell(part: Part, error: unknown): void {
    const { log, channel } = this.options;
    const told = isRefusal(error)
      ? { code: error.code, ...error.details, words: error.message }
      : { err: error };
    log.error({ channel, part, ...told }, 'a release that was kept on disk is not used');
  }

  /** Takes away texts that nothing leads to any more. */
  private async sweep(): Promise<void> {
    const folder = join(this.options.folder, TEXTS);
    const oldest = Date.now() - TEXT_KEPT_MS;
    for (const name of await readdir(folder).catch(() => [])) {
      const path = join(folder, name);
      const isOld = await stat(path).then(
        ({ mtimeMs }) => mtimeMs < oldest,
        () => false,
      );
      if (isOld && !(await this.isWanted(name))) await rm(path, { force: true });
    }
  }

  private async isWanted(name: string): Promise<boolean> {
    const files = await readdir(this.options.folder);
    for (const file of files.filter((each) => each.endsWith('.json'))) {
      const written = await readFile(join(this.options.folder, file), 'utf8').catch(() => '');
      if (written.includes(name.replace(/\.graphql$/, ''))) return true;
    }
    return false;
  }

  private pathOf(part: Part): string {
    return join(this.options.folder, `${this.options.channel}.${part}.json`);
  }

  /** An empty file, which can say by its name alone of which registry it is. */
  private toldPath(number: number, outcome: string): string {
    const { folder, channel, registry } = this.options;
    const name = addressOf(registry.name).slice('sha256:'.length);
    return join(folder, `${channel}.${name}.told.${number}.${outcome}`);
  }

  private textPath(supergraph: Address): string {
    return join(this.options.folder, TEXTS, `${supergraph.slice('sha256:'.length)}.graphql`);
  }
}

const TEXTS = 'texts';

function formOf({ signed, supergraph }: HeldRelease): z.infer<typeof GOOD> {
  return { format: 1, ...signed, supergraph };
}

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
