import { text } from '../../contract/text.js';
import type { CheckReport, Finding } from '../checks/report.js';
import { addressesOf, type Law } from '../ownership/law.js';

/** Where a subgraph would answer, and whose it is. */
export interface Routing {
  readonly agency: string;
  readonly url: string;
}

/**
 * The report with what is wrong with the routing address: the law names the origins from which an agency may answer, and
 * no other one is ever asked, so that nobody can point the gateway at hosts that are not theirs.
 */
export function withAddressChecked(report: CheckReport, law: Law, routing: Routing): CheckReport {
  const allowed = addressesOf(law, routing.agency);
  if (isAllowed(routing.url, allowed)) return report;
  return { ...report, passed: false, findings: [finding(routing, allowed), ...report.findings] };
}

/** Whether an address lies at one of the origins: the same scheme, host and port, with no name or password in it. */
export function isAllowed(url: string, origins: readonly string[]): boolean {
  const parsed = PLAIN.test(url) ? URL.parse(url) : null;
  if (!parsed || !SCHEMES.has(parsed.protocol)) return false;
  if (parsed.username !== '' || parsed.password !== '' || parsed.hash !== '') return false;
  return origins.includes(parsed.origin);
}

/** What no two readers of addresses understand differently. */
const PLAIN = /^[\x21-\x5b\x5d-\x7e]+$/;
const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:']);

function finding({ agency, url }: Routing, allowed: readonly string[]): Finding {
  const told = JSON.stringify(url.slice(0, 200));
  const list = allowed.join(', ') || '—';
  return {
    check: 'OWNERSHIP',
    code: 'ADDRESS_NOT_ALLOWED',
    severity: 'ERROR',
    agency,
    message: text(
      `Địa chỉ ${told} không nằm trong danh sách của ${agency}.`,
      `The address ${told} is not one of ${agency}'s.`,
    ),
    remedy: text(
      `Dùng một trong các địa chỉ: ${list}; hoặc đề nghị đơn vị vận hành (hub) bổ sung vào schema/ownership.yaml.`,
      `Use one of: ${list}; or ask the operator (hub) to add it to schema/ownership.yaml.`,
    ),
  };
}
