import type { Logger } from '../../schema/contract/log.js';
import { HubError } from '../../schema/contract/errors.js';
import type { SigningKey } from '../../schema/contract/release/keys.js';
import type { KnownRegistry } from '../../schema/contract/release/known-registry.js';
import { text } from '../../schema/contract/text.js';
import { followChannel } from '../release/follow.js';
import { KeptReleases } from '../release/kept.js';
import { RegistryLink } from '../release/link.js';
import { Outcomes } from '../release/outcomes.js';
import type { ReleaseSettings } from '../release/settings.js';
import { ownKey, trustedRegistry } from '../release/trust.js';
import type { Gateway } from '../server.js';
import { WITHOUT_BREAKS } from '../supergraph/pace.js';
import { OperationBook } from '../usage/book.js';
import { UsageRecorder } from '../usage/recorder.js';
import { Reporting } from '../usage/reporting.js';
import { USAGE_DEFAULTS, type UsageSettings } from '../usage/settings.js';
import { FirstRelease } from './first.js';
import { Launcher } from './launcher.js';
import type { Present } from './present.js';
import { Reports } from './reports.js';
import { EditionRuns } from './runs.js';
import type { LaunchSettings } from './settings.js';
import type { OpenOn, SupergraphSource } from './source.js';
import { warm } from './warm.js';

/** What a gateway that follows a channel is told. */
export type ChannelSettings = ReleaseSettings & LaunchSettings & Partial<UsageSettings>;

/**
 * The releases of a registry's channel: the gateway starts on the last one that was found good, or else on the newest, and
 * puts each newer one in place.
 *
 * @throws HubError INVALID_SETTING when a file of keys is missing or wrong.
 */
export async function releasesFromChannel(settings: ChannelSettings, log: Logger): Promise<SupergraphSource> {
  const { REGISTRY_KEYS_FILE, REGISTRY_KEY_FILE } = settings;
  const registry = await trustedRegistry(needed('REGISTRY_KEYS_FILE', REGISTRY_KEYS_FILE));
  const key = ownKey(needed('REGISTRY_KEY_FILE', REGISTRY_KEY_FILE));
  return new ChannelSource({ settings, registry, key, log });
}

interface SourceParts {
  readonly settings: ChannelSettings;
  readonly registry: KnownRegistry;
  readonly key: SigningKey;
  readonly log: Logger;
}

class ChannelSource implements SupergraphSource {
  private readonly link: RegistryLink;
  private readonly kept: KeptReleases;
  private readonly outcomes: Outcomes;
  private readonly reports: Reports;
  private readonly book = new OperationBook();
  private readonly recorder: UsageRecorder | undefined;
  private readonly usage: UsageSettings;
  private reporting: Reporting | undefined;
  private launcher: Launcher | undefined;
  private present: Present | undefined;

  constructor(private readonly parts: SourceParts) {
    const { settings, registry, key, log } = parts;
    const { CHANNEL: channel, RELEASE_DIR: folder, REGISTRY_WAIT_S: waitS } = settings;
    const { REGISTRY_URL: url = '', REGISTRY_TIMEOUT_MS: timeoutMs } = settings;
    this.link = new RegistryLink({ url, registry: registry.name, channel, key, timeoutMs, waitS });
    this.kept = new KeptReleases({ folder, channel, registry, log });
    this.outcomes = new Outcomes({ link: this.link, key, registry: registry.name, channel, log });
    this.reports = new Reports({ log, channel, kept: this.kept, outcomes: this.outcomes });
    this.usage = { ...USAGE_DEFAULTS, ...settings };
    this.recorder = this.usage.USAGE_EVERY_S > 0 ? new UsageRecorder(this.usage) : undefined;
  }

  async open(make: OpenOn): Promise<Gateway> {
    const { link, kept, reports } = this;
    const first = new FirstRelease({
      ...this.parts,
      channel: this.parts.settings.CHANNEL,
      link,
      kept,
      reports,
    });
    const { gateway, present } = await first.open(make, () => this.runs());
    this.present = present;
    await this.warmFirst(gateway);
    return gateway;
  }

  follow(gateway: Gateway, signal: AbortSignal): void {
    const { present, link, kept, reports, book } = this;
    const { settings, registry, log } = this.parts;
    if (!present) throw new Error('A channel is followed after its first release.');
    const runs = (): EditionRuns => this.runs();
    const launcher = new Launcher(present, { gateway, kept, reports, book, settings, log, runs });
    this.launcher = launcher;
    const { CHANNEL: channel } = settings;
    const everyMs = this.usage.USAGE_EVERY_S * 1_000;
    this.reporting = this.recorder && new Reporting({ recorder: this.recorder, link, channel, everyMs, log });
    signal.addEventListener('abort', () => launcher.stop(), { once: true });
    void followChannel({
      link,
      registry,
      log,
      signal,
      channel: settings.CHANNEL,
      after: present.release.number,
      take: (release) => launcher.launch(release),
      refused: (number, error) => reports.refused(number, error),
    });
  }

  async close(): Promise<void> {
    this.launcher?.stop();
    await Promise.all([this.outcomes.close(), this.reporting?.close()]);
    await this.link.close();
  }

  private runs(): EditionRuns {
    return new EditionRuns(this.book, this.recorder);
  }

  /** A gateway that nobody asked yet learns from the registry what others are asked. */
  private async warmFirst(gateway: Gateway): Promise<void> {
    const { LAUNCH_WARM_OPERATIONS: count, LAUNCH_WARM_MS: ms } = this.parts.settings;
    if (count === 0) return;
    const top = await this.link.topOperations(count).catch(() => []);
    const operations = top.map(({ text: query }) => this.book.enter(query));
    const { signal } = new AbortController();
    const { warmed } = await warm(gateway.present, { operations, ms, pace: WITHOUT_BREAKS, signal });
    this.parts.log.info({ asked: operations.length, warmed }, 'the first plans are ready');
  }
}

function needed(setting: string, path: string | undefined): string {
  if (path !== undefined) return path;
  throw new HubError(
    'INVALID_SETTING',
    text(
      `Thiết lập ${setting} không hợp lệ: phải được đặt cùng REGISTRY_URL; xem docs/settings.md.`,
      `Setting ${setting} is wrong: it must be given with REGISTRY_URL; see docs/settings.md.`,
    ),
    { setting },
  );
}
