import { HubError } from '../../contract/errors.js';
import { AGENCY_NAME, CHANNEL_NAME, SUBGRAPH_NAME } from '../../contract/release/terms.js';
import { text } from '../../contract/text.js';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** What the file is called that says what an agency's folder is about. */
export const PROJECT_FILE = 'hub.yaml';

const FILE = z.strictObject({
  /** The agency's name in the law of ownership. */
  agency: AGENCY_NAME,
  /** The subgraph's name in the supergraph. */
  subgraph: SUBGRAPH_NAME,
  /** File of its SDL. */
  schema: z.string(),
  /** Where the gateway reaches it. */
  url: z.url({ protocol: /^https?$/ }),
  /** Address of the registry; also HUB_REGISTRY. */
  registry: z.url({ protocol: /^https?$/ }).optional(),
  /** The channel that is meant where none is said. */
  channel: CHANNEL_NAME.default('production'),
  /** File of the agency's private key; also HUB_KEY_FILE. */
  key: z.string().default('hub.key.json'),
  /** File of the registry's name and public keys, which the operator hands out; also HUB_TRUST_FILE. */
  trust: z.string().default('registry.jwks.json'),
  /** How the subgraph runs while it is developed. */
  dev: z.strictObject({ url: z.url(), command: z.string().optional() }).optional(),
});

/** What `hub.yaml` says, with its folder: paths in it are relative to that. */
export interface Project extends z.infer<typeof FILE> {
  readonly folder: string;
}

/** The project of a folder, or of the nearest one above; nothing where there is none. @throws HubError INVALID_INPUT */
export function projectIn(folder: string): Project | undefined {
  const file = join(folder, PROJECT_FILE);
  if (existsSync(file)) return { ...read(file), folder };
  const above = dirname(folder);
  return above === folder ? undefined : projectIn(above);
}

/** A path of the project file as an absolute one. */
export function projectFile({ folder }: Project, path: string): string {
  return resolve(folder, path);
}

function read(file: string): z.infer<typeof FILE> {
  const parsed = FILE.safeParse(contents(file));
  if (!parsed.success) throw wrong(file, z.prettifyError(parsed.error));
  return parsed.data;
}

function contents(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw wrong(file, (error as Error).message);
  }
}

function wrong(file: string, reason: string): HubError {
  return new HubError(
    'INVALID_INPUT',
    text(`Tệp ${file} không hợp lệ: ${reason}`, `The file ${file} is wrong: ${reason}`),
    { file },
  );
}
