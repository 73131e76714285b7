import { text } from '../../../contract/text.js';
import { wrongUse, type Call } from '../call.js';
import { writeWhole } from '../files.js';
import { projectFile, type Project } from '../project-file.js';
import { ended } from '../processes.js';
import { projectOf } from '../reach.js';
import { startGateway, startSubgraph } from './children.js';
import { Composing } from './composing.js';
import { tell } from './news.js';
import { realSubgraphs } from './others.js';
import { watchFile } from './watch.js';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** Where one subgraph is developed. */
interface Workshop {
  readonly call: Call;
  readonly project: Project;
  /** File of its SDL. */
  readonly schema: string;
  /** File of the supergraph that the gateway follows. */
  readonly supergraph: string;
  /** Composes with the real graph's other subgraphs. */
  readonly composing: Composing;
}

/** What runs meanwhile. */
interface Running {
  subgraph?: ChildProcess;
  gateway?: ChildProcess;
}

/** Serves the local subgraph on top of the real graph until the command is ended; answers how often it was composed. */
export async function develop(call: Call): Promise<number> {
  const shop = await workshopOf(call);
  const running: Running = { subgraph: subgraphOf(shop) };
  let composed = 0;
  const compose = async (sdl: string): Promise<void> => {
    if (!(await composedTo(shop, sdl))) return;
    composed += 1;
    if (composed > 1) await renew(running, shop);
    running.gateway ??= gatewayOf(shop);
  };
  let last = compose(readFileSync(shop.schema, 'utf8'));
  watchFile(shop.schema, {
    signal: call.desk.signal,
    onText: (sdl) => (last = last.then(() => compose(sdl))),
  });
  await aborted(call.desk.signal);
  await last;
  await Promise.all([running.subgraph, running.gateway].map(async (child) => child && ended(child)));
  await shop.composing.close();
  return composed;
}

/** A subgraph reads its schema when it starts, and nobody else looks after that file. */
async function renew(running: Running, shop: Workshop): Promise<void> {
  if (running.subgraph) await ended(running.subgraph);
  if (!shop.call.desk.signal.aborted) running.subgraph = subgraphOf(shop);
}

async function workshopOf(call: Call): Promise<Workshop> {
  const project = projectOf(call);
  if (!project)
    throw wrongUse(text('Hãy chạy trong thư mục có hub.yaml.', 'Run it in a folder with hub.yaml.'));
  const schema = projectFile(project, project.schema);
  const supergraph = projectFile(project, '.hub/supergraph.graphql');
  const composing = new Composing(await realSubgraphs(call));
  return { call, project, schema, supergraph, composing };
}

/** Whether the graph composes with this SDL; if so, the gateway takes it over. */
async function composedTo(
  { call, project, schema, supergraph, composing }: Workshop,
  sdl: string,
): Promise<boolean> {
  const started = performance.now();
  const local = { name: project.subgraph, url: localUrl(project), sdl };
  const result = await composing.recompose(local);
  const ms = Math.round(performance.now() - started);
  if (!('supergraphSdl' in result)) {
    tell(call, { event: 'REFUSED', ms, file: relative(call.desk.cwd, schema), faults: result.faults });
    return false;
  }
  await writeWhole(supergraph, result.supergraphSdl);
  tell(call, { event: 'COMPOSED', ms });
  return true;
}

function localUrl({ dev, url }: Project): string {
  return dev?.url ?? url;
}

function gatewayOf({ call, project, supergraph }: Workshop): ChildProcess {
  const { env } = call.desk;
  const onLine = (line: string): void => {
    const url = addressIn(line);
    if (url !== undefined) tell(call, { event: 'GATEWAY', url });
    else if (isGrave(line)) tell(call, { event: 'SAID', by: 'gateway', line });
  };
  return startGateway(supergraph, call.option('port') ?? '4000', { cwd: project.folder, env, onLine });
}

function subgraphOf({ call, project }: Workshop): ChildProcess | undefined {
  if (!project.dev?.command || call.flag('no-subgraph')) return undefined;
  const onLine = (line: string): void => tell(call, { event: 'SAID', by: project.subgraph, line });
  const port = new URL(localUrl(project)).port;
  return startSubgraph(project.dev.command, port, { cwd: project.folder, env: call.desk.env, onLine });
}

const WARNING = 40;

function addressIn(line: string): string | undefined {
  const { msg, url } = eventIn(line);
  return msg === 'the gateway answers' && typeof url === 'string' ? url : undefined;
}

/** Of the gateway's log only what is amiss. */
function isGrave(line: string): boolean {
  const { level } = eventIn(line);
  return typeof level !== 'number' || level >= WARNING;
}

function eventIn(line: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(line) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
