import { openGateway } from '../../gateway/process.js';
import { gatewaySettings } from '../../gateway/settings.js';
import { ask, untilTheEnd, type Answer, type AskOptions } from './tiny-hub.js';
import { aTellingLog, type TellingLog } from './telling-log.js';
import type { GatewayFiles } from './a-registry.js';

/** A gateway that follows a channel, as its own process would have it. */
export interface AFollower extends Pick<TellingLog, 'lines'> {
  readonly url: string;
  ask(query: string, options?: AskOptions): Promise<Answer>;
  /** The events of the log that begin with these words. */
  logged(words: string): readonly Readonly<Record<string, unknown>>[];
  /** Waits until something was logged that begins with these words, so many times. */
  heard(words: string, times?: number): Promise<Readonly<Record<string, unknown>>>;
  stop(): Promise<void>;
}

/** A thread takes a second to start from the sources: supergraphs of tests are small enough to do without. */
const QUICK = { PORT: '0', HTTP_DRAIN_MS: '0', LAUNCH_WATCH_S: '0', PLANNER_THREADS: '0' };

/** Opens a gateway on a channel; one that the test does not stop is stopped after it. */
export async function aFollower(
  { settings }: GatewayFiles,
  changes: Readonly<Record<string, string>> = {},
): Promise<AFollower> {
  const { log, lines, listen } = listeningLog();
  const environment = { ...QUICK, ...settings, ...changes };
  const running = await openGateway(gatewaySettings([], environment), { log });
  const logged: AFollower['logged'] = (words) =>
    lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ msg }) => String(msg).startsWith(words));
  const url = String(logged('the gateway answers')[0]?.['url']);
  let stopping: Promise<void> | undefined;
  return untilTheEnd({
    url,
    lines,
    logged,
    ask: (query: string, options?: AskOptions) => ask(url, query, options),
    async heard(words: string, times = 1) {
      for (;;) {
        const found = logged(words)[times - 1];
        if (found) return found;
        await listen();
      }
    },
    stop: () => (stopping ??= running.stop()),
  });
}

function listeningLog() {
  const { log, lines, said } = aTellingLog();
  let count = 0;
  const listen = async (): Promise<void> => {
    if (lines.length === count) await new Promise((resolve) => setTimeout(resolve, 10));
    count = lines.length;
  };
  return { log, lines, listen, said };
}
