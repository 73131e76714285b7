import { text } from '../../contract/text.js';
import { addressesOf, agencyOf, HUB } from '../ownership/law.js';
import { denials, missingApprovals, silentDenials } from '../ownership/judge.js';
import { contactOf } from '../ownership/words.js';
import type { CheckContext } from './context.js';
import { findingsOf, type Found } from './finding.js';
import type { Finding } from './report.js';

/** Whether the agency may publish this subgraph, from this address, with what others own in it. */
export function checkOwnership(context: CheckContext): readonly Finding[] {
  const { sdl } = context.input.proposed;
  return [
    ...findingsOf('OWNERSHIP', context, standing(context)),
    ...denials({ reading: context.reading(), sdl }, context.world()),
    ...missing(context),
  ];
}

/** What the proposal changes for others in the supergraph, beside what `told` says. */
export function checkAlterations(context: CheckContext, told: readonly Finding[]): readonly Finding[] {
  const before = context.before();
  if (!before) return [];
  const { sdl } = context.input.proposed;
  const graphs = { before: before.document, after: context.after().document };
  return silentDenials({ reading: context.reading(), sdl }, context.world(), { graphs, told });
}

function missing(context: CheckContext): readonly Finding[] {
  const { proposed, others } = context.input;
  const served = context.others().filter(({ agency }) => agency !== proposed.agency);
  const judged = served.map((reading) => ({
    reading,
    sdl: others.find(({ name }) => name === reading.subgraph)?.sdl ?? '',
  }));
  const coming = context.former() ? {} : { coming: context.reading() };
  return missingApprovals(judged, { ...context.world(), ...coming });
}

function standing({ input }: CheckContext): readonly Found[] {
  return [...wrongSubgraph(input), ...wrongAddress(input)];
}

type Input = CheckContext['input'];

function wrongSubgraph({ law, proposed }: Input): readonly Found[] {
  const { subgraph, agency } = proposed;
  const owner = agencyOf(law, subgraph);
  if (owner === agency) return [];
  const contact = contactOf(law, owner ?? HUB);
  return [
    {
      code: 'SUBGRAPH_NOT_YOURS',
      agency: owner ?? HUB,
      message: text(
        `Phân hệ ${subgraph} ${owner ? `thuộc chủ quản ${owner}` : 'chưa có trong schema/ownership.yaml'}, không phải của ${agency}.`,
        `Subgraph ${subgraph} ${owner ? `belongs to ${owner}` : 'is not in schema/ownership.yaml'}; it is not of ${agency}.`,
      ),
      remedy: text(
        `Hãy liên hệ ${contact.vi} để ghi ${subgraph} vào danh sách của ${agency}.`,
        `Ask ${contact.en} to write ${subgraph} into the list of ${agency}.`,
      ),
    },
  ];
}

function wrongAddress({ law, proposed }: Input): readonly Found[] {
  const { url, agency } = proposed;
  const allowed = addressesOf(law, agency);
  const parsed = URL.parse(url);
  const isAllowed = parsed !== null && parsed.username === '' && allowed.includes(parsed.origin);
  if (isAllowed) return [];
  const contact = contactOf(law, HUB);
  return [
    {
      code: 'ADDRESS_NOT_ALLOWED',
      message: text(
        `Phân hệ của ${agency} không được trả lời từ ${url}.`,
        `A subgraph of ${agency} may not answer from ${url}.`,
      ),
      remedy: text(
        `Hãy dùng một trong: ${allowed.join(', ') || '(chưa có)'}; hoặc đề nghị ${contact.vi} thêm địa chỉ.`,
        `Use one of ${allowed.join(', ') || '(none yet)'}, or ask ${contact.en} to add the address.`,
      ),
    },
  ];
}
