import type { Logger } from '../../schema/contract/log.js';
import type { Text } from '../../schema/contract/text.js';
import type { WriteStream } from 'node:tty';

/** Tells a person, or a log, what the hub is doing. */
export interface Announcer {
  /** Runs one step of the start and tells how long it took. Steps may run side by side. */
  step<Result>(what: Text, work: () => Promise<Result>): Promise<Result>;
  /** Something worth knowing within a step. */
  note(what: Text): void;
  /** The last word of a start: where the hub is, and what to ask it. */
  ready(place: Place): void;
}

/** Where the hub answers. */
export interface Place {
  /** Address without a path. */
  readonly url: string;
  /** A query to paste. */
  readonly query: string;
}

/** How often a running step shows its time. Unit: milliseconds. */
const TICK = 1_000;

/** Announces to whoever reads: lines for a person at a terminal, log events for a machine. */
export function announcerFor(stream: WriteStream, log: Logger): Announcer {
  return stream.isTTY ? terminalAnnouncer(stream) : logAnnouncer(log);
}

function logAnnouncer(log: Logger): Announcer {
  return {
    async step(what, work) {
      const started = performance.now();
      log.info(what, 'begun');
      const result = await work();
      log.info({ ...what, ms: msSince(started) }, 'done');
      return result;
    },
    note: (what) => log.info(what, 'note'),
    ready: ({ url }) => log.info({ url, graphql: `${url}/graphql`, sandbox: `${url}/` }, 'ready'),
  };
}

function terminalAnnouncer(stream: WriteStream): Announcer {
  return {
    async step(what, work) {
      const started = performance.now();
      const timer = setInterval(() => stream.write(`  … ${line(what)}  ${seconds(started)}\n`), TICK);
      try {
        const result = await work();
        stream.write(`  ✓ ${line(what)}  ${seconds(started)}\n`);
        return result;
      } finally {
        clearInterval(timer);
      }
    },
    note: (what) => void stream.write(`    ${line(what)}\n`),
    ready: (place) => void stream.write(readyText(place)),
  };
}

function readyText({ url, query }: Place): string {
  return [
    '',
    '  Liên thông',
    `    Đồ thị · graph      ${url}/graphql`,
    `    Hộp cát · sandbox   ${url}/`,
    '    Dừng · stop         Ctrl-C',
    '',
    '  Thử hỏi · try this:',
    query.replaceAll(/^/gm, '    '),
    '',
  ].join('\n');
}

function line({ vi, en }: Text): string {
  return `${vi} · ${en}`;
}

function msSince(started: number): number {
  return Math.round(performance.now() - started);
}

function seconds(started: number): string {
  return `${(msSince(started) / 1000).toFixed(1)} s`;
}
