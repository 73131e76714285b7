import { text } from '../../contract/text.js';
import type { Acceptance } from '../checks/input.js';
import type { CheckQuestion } from '../client/registry-client.js';
import { wrongUse, type Call } from './call.js';
import type { CommandOption } from './command.js';
import { channelOf, CHANNEL_OPTION, projectOf } from './reach.js';
import { projectFile } from './project-file.js';
import { relative } from 'node:path';

/** Names breaking changes that are accepted. */
export const ACCEPT: CommandOption = {
  name: 'accept',
  value: 'coordinate=reason',
  isMany: true,
  summary: text(
    'nhận trách nhiệm về một thay đổi gây hỏng mà chưa biết ai dùng',
    'takes a breaking change upon oneself of which nobody knows the use',
  ),
};

/** How a command is told which SDL is meant; `hub.yaml` says what is left out. */
export const PROPOSAL_OPTIONS: readonly CommandOption[] = [
  CHANNEL_OPTION,
  { name: 'schema', value: 'file', summary: text('tệp SDL', 'file of the SDL') },
  { name: 'subgraph', value: 'name', summary: text('tên phân hệ', 'name of the subgraph') },
  {
    name: 'url',
    value: 'url',
    summary: text('nơi cổng gọi phân hệ', 'where the gateway reaches the subgraph'),
  },
  ACCEPT,
];

/** A proposed SDL, and the file it came from. */
export interface Proposed extends Required<CheckQuestion> {
  /** As people write it. */
  readonly file: string;
}

/** What is proposed: as the options say, else as `hub.yaml` does. @throws HubError INVALID_INPUT */
export async function proposalOf(call: Call): Promise<Proposed> {
  const project = projectOf(call);
  const schema = call.option('schema') ?? (project && projectFile(project, project.schema));
  const subgraph = call.option('subgraph') ?? project?.subgraph;
  const url = call.option('url') ?? project?.url;
  if (schema === undefined || subgraph === undefined || url === undefined) throw wrongUse(MISSING);
  return {
    subgraph,
    url,
    sdl: await call.file(schema),
    channel: channelOf(call),
    accepts: acceptancesOf(call),
    file: relative(call.desk.cwd, call.path(schema)),
  };
}

const MISSING = text(
  'Cần biết tệp SDL, tên và địa chỉ phân hệ: hãy nêu --schema, --subgraph, --url hoặc chạy trong thư mục có hub.yaml.',
  'The SDL, the name and the address of the subgraph are needed: give --schema, --subgraph, --url or run it in a folder with hub.yaml.',
);

/** The breaking changes that a command accepts. @throws HubError INVALID_INPUT */
export function acceptancesOf(call: Call): readonly Acceptance[] {
  return call.list('accept').map(acceptanceIn);
}

function acceptanceIn(given: string): Acceptance {
  const [coordinate = '', ...reason] = given.split('=');
  if (reason.join('=').trim() === '')
    throw wrongUse(
      text(
        `--accept ${given}: cần một lý do sau dấu =.`,
        `--accept ${given}: a reason is needed after the =.`,
      ),
    );
  return { coordinate, reason: reason.join('=') };
}
