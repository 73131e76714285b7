import { text } from '../../contract/text.js';
import { isAllowed } from '../ownership/address.js';
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
  const own = { reading: context.reading(), sdl: proposed.sdl };
  const fresh = context.former() ? [] : [own];
  return missingApprovals(judged, { ...context.world(), coming: [...context.coming(), ...fresh] });
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

/** How much of an address is told. Unit: characters. */
const SHOWN = 200;

/** No other address is ever asked, so that nobody can point the gateway at hosts that are not theirs. */
function wrongAddress({ law, proposed }: Input): readonly Found[] {
  const { url, agency } = proposed;
  const allowed = addressesOf(law, agency);
  if (isAllowed(url, allowed)) return [];
  const told = JSON.stringify(url.slice(0, SHOWN));
  const contact = contactOf(law, HUB);
  return [
    {
      code: 'ADDRESS_NOT_ALLOWED',
      message: text(
        `Phân hệ của ${agency} không được trả lời từ ${told}.`,
        `A subgraph of ${agency} may not answer from ${told}.`,
      ),
      remedy: text(
        `Hãy dùng một trong: ${allowed.join(', ') || '(chưa có)'}; hoặc đề nghị ${contact.vi} thêm địa chỉ.`,
        `Use one of ${allowed.join(', ') || '(none yet)'}, or ask ${contact.en} to add the address.`,
      ),
    },
  ];
}
