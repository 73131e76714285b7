import type { Logger } from '../../../schema/contract/log.js';
import { text } from '../../../schema/contract/text.js';
import { timeLimit } from '../../../schema/contract/time-limit.js';
import { serverFailed } from './failure.js';
import { freePort } from './free-port.js';
import { LastLines } from './last-lines.js';
import { launch, type Launched } from './launch.js';
import { optionsFor } from './server-options.js';
import type { Site } from './site.js';
import { STOPPING } from './stopping.js';

/** What the server's own lines are told to; a `Logger` is one. */
export type ServerLog = Pick<Logger, 'debug' | 'warn'>;

/** A server that accepts connections. */
export interface Server {
  /** Its port on 127.0.0.1. */
  readonly port: number;
  isAlive(): boolean;
  /** Settles when the server has ended, whatever the reason. */
  readonly ended: Promise<void>;
  /** Ends it and loses nothing. */
  stop(): Promise<void>;
}

/** A server may first have to recover what it had not yet written to its tables. Unit: milliseconds. */
const PATIENCE = 120_000;

/** How the server says that it is ready; its messages are in English whatever the machine's language. */
const READY = 'database system is ready to accept connections';

/** How often another port is tried when somebody took it meanwhile. */
const TRIES = 5;

/** How long the last lines of an ended server may take to arrive. Unit: milliseconds. */
const LAST_WORDS = 1_000;

/** Starts the server of a complete cluster. @throws HubError DATABASE_FAILED with its last words when it does not start. */
export async function startServer(
  site: Site,
  log?: ServerLog,
  choosePort: () => Promise<number> = freePort,
): Promise<Server> {
  const lastLines = new LastLines();
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const port = await choosePort();
    const program = await serve(site, port, (line) => (tell(log, line), lastLines.add(line)));
    if (program) return serverOf(program, port);
    if (!lastLines.all.some((line) => line.includes('could not bind'))) break;
  }
  throw serverFailed(
    text('PostgreSQL không khởi động được.', 'PostgreSQL could not be started.'),
    lastLines.all,
  );
}

/** The server at this port once it accepts connections, `null` when it ended or stayed silent instead. */
async function serve(
  { binaries, owner, folder }: Site,
  port: number,
  onLine: (line: string) => void,
): Promise<Launched | null> {
  const ready = Promise.withResolvers<'READY'>();
  const program = launch({
    command: binaries.postgres,
    arguments: ['-D', folder.cluster, ...optionsFor(port)],
    folder: folder.cluster,
    owner,
    whenHubDies: 'INTERRUPT_IT',
    onLine: (line) => (onLine(line), line.endsWith(READY) && ready.resolve('READY')),
  });
  if ((await timeLimit(Promise.race([ready.promise, program.ended]), PATIENCE, 'LATE')) === 'READY')
    return program;
  await stopProgram(program);
  await timeLimit(program.silent, LAST_WORDS, undefined);
  return null;
}

function serverOf(program: Launched, port: number): Server {
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= stopProgram(program));
  return { port, isAlive: () => program.isAlive(), ended: program.ended, stop };
}

async function stopProgram(program: Launched): Promise<void> {
  for (const { signal, patience } of STOPPING) {
    if (!program.isAlive()) return;
    program.signal(signal);
    await timeLimit(program.ended, patience, undefined);
  }
}

function tell(log: ServerLog | undefined, line: string): void {
  if (line.startsWith('LOG:')) log?.debug(line);
  else log?.warn(line);
}
