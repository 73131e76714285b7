import { text, type Text } from '../../contract/text.js';
import type { ApprovalNeeded, Finding } from '../checks/report.js';
import type { Law } from './law.js';
import type { Need } from './needs.js';
import { RIGHT_WORDS } from './right.js';
import { RULES } from './rule-words.js';

/** The command by which an owner approves. */
export function approveCommand({ owner, to, right, coordinate }: ApprovalNeeded): string {
  return `hub approve --agency ${owner} --to ${to} --right ${right} --on '${coordinate}' --reason '…'`;
}

/** Where an agency is to be asked. */
export function contactOf(law: Law, agency: string): Text {
  const { title, contact } = law.agencies.get(agency) ?? {};
  if (!title || !contact) return text(agency, agency);
  return text(`${title.vi} (${contact.vi})`, `${title.en} (${contact.en})`);
}

/** How to ask an owner for a right. */
export function asking(law: Law, needed: ApprovalNeeded): Text {
  const contact = contactOf(law, needed.owner);
  const command = approveCommand(needed);
  return text(`Đề nghị ${contact.vi} chạy: ${command}`, `Ask ${contact.en} to run: ${command}`);
}

/** The finding for something that an agency does to what another owns, without its leave. */
export function denial(need: Need, agency: string, law: Law): Finding {
  const { rule, owner, right, coordinate, line } = need;
  const approval = { owner, to: agency, right, coordinate };
  const isClaim = rule === 'OWNER_CLAIMED';
  return {
    check: 'OWNERSHIP',
    code: rule,
    severity: 'ERROR',
    agency: owner,
    coordinate,
    ...(line !== undefined && { line }),
    message: deniedWords(need, agency),
    remedy: isClaim ? claimWords(need) : asking(law, approval),
    ...(!isClaim && { approval }),
  };
}

function deniedWords({ rule, owner, right, coordinate }: Need, agency: string): Text {
  const [does, takes] = [RULES[rule], RIGHT_WORDS[right]];
  return text(
    `${coordinate} thuộc chủ quản ${owner}; phân hệ của ${agency} ${does.vi}. Cần quyền ${right}: ${takes.vi}.`,
    `${coordinate} belongs to ${owner}; the subgraph of ${agency} ${does.en}. This takes the right ${right}: ${takes.en}.`,
  );
}

function claimWords({ owner, coordinate }: Need): Text {
  return text(
    `Ghi @owner(agency: "${owner}") hoặc bỏ chỉ thị tại ${coordinate}; đổi chủ quản là việc của schema/ownership.yaml, với sự đồng ý của ${owner}.`,
    `Write @owner(agency: "${owner}") at ${coordinate} or leave it out; another owner is for schema/ownership.yaml to say, with the consent of ${owner}.`,
  );
}
