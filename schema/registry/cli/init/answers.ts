import { AGENCY_NAME, CHANNEL_NAME } from '../../../contract/release/terms.js';
import { text, type Text } from '../../../contract/text.js';
import { wrongUse, type Call } from '../call.js';
import { registryUrl } from '../reach.js';
import type { Blanks } from './template.js';
import { basename } from 'node:path';
import { z } from 'zod';

const PORT = '4020';

/** What a new folder is filled in with: as the options say, else as the person at the terminal does, else as is usual. */
export async function blanksOf(call: Call, folder: string): Promise<Blanks> {
  const agency = await answer(call, { option: 'agency', question: QUESTIONS.agency, usual: nameFor(folder) });
  const titleVi = await answer(call, { option: 'title-vi', question: QUESTIONS.titleVi, usual: agency });
  const titleEn = await answer(call, { option: 'title-en', question: QUESTIONS.titleEn, usual: agency });
  const port = call.option('port') ?? PORT;
  const usual = `http://127.0.0.1:${port}/graphql`;
  const url = await answer(call, { option: 'url', question: QUESTIONS.url, usual });
  const subgraph = call.option('subgraph') ?? agency;
  return required({
    agency,
    subgraph,
    titleVi,
    titleEn,
    url,
    port,
    registry: registryUrl(call),
    channel: channelOf(call),
  });
}

interface Asked {
  readonly option: string;
  readonly question: Text;
  readonly usual: string;
}

async function answer(call: Call, { option, question, usual }: Asked): Promise<string> {
  const given = call.option(option);
  if (given !== undefined || !call.desk.ask || call.flag('yes')) return given ?? usual;
  return (await call.desk.ask(`${call.paper.say(question)} [${usual}] `)).trim() || usual;
}

function channelOf(call: Call): string {
  return call.option('channel') ?? 'production';
}

/** A name from that of the folder, as far as it gives one. */
function nameFor(folder: string): string {
  const name = basename(folder)
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, '-')
    .replace(/^[^a-z]+/, '');
  return name || 'agency';
}

const BLANKS = z.object({
  agency: AGENCY_NAME,
  subgraph: AGENCY_NAME,
  url: z.url({ protocol: /^https?$/ }),
  port: z.coerce.number().int().min(1).max(65_535).transform(String),
  channel: CHANNEL_NAME,
});

function required(blanks: Blanks): Blanks {
  const read = BLANKS.safeParse(blanks);
  if (read.success) return { ...blanks, ...read.data };
  const { path, message } = read.error.issues[0] ?? { path: [], message: '' };
  throw wrongUse(
    text(`Giá trị ${path.join('.')} sai: ${message}`, `The value of ${path.join('.')} is wrong: ${message}`),
  );
}

const QUESTIONS = {
  agency: text('Tên ngắn của cơ quan (chữ thường không dấu):', 'Short name of the agency (small letters):'),
  titleVi: text('Tên tiếng Việt:', 'Title in Vietnamese:'),
  titleEn: text('Tên tiếng Anh:', 'Title in English:'),
  url: text('Cổng sẽ gọi phân hệ ở đâu:', 'Where the gateway will reach the subgraph:'),
};
