import { text } from '../../../contract/text.js';
import type { Finding } from '../../checks/report.js';
import type { Law } from '../../ownership/law.js';
import { stringify } from 'yaml';

/** An agency of which the law does not speak yet. */
export interface Newcomer {
  readonly agency: string;
  readonly subgraph: string;
  readonly url: string;
  readonly titleVi?: string;
  readonly titleEn?: string;
}

/** The law as it would be with the newcomer in it. */
export function lawWith(law: Law, { agency: name, subgraph, url }: Newcomer): Law {
  const known = law.agencies.get(name);
  const unnamed = text(name, name);
  const agency = {
    name,
    title: known?.title ?? unnamed,
    contact: known?.contact ?? unnamed,
    subgraphs: [...(known?.subgraphs ?? []), subgraph],
    addresses: [...(known?.addresses ?? []), new URL(url).origin],
  };
  return { ...law, agencies: new Map([...law.agencies, [name, agency]]) };
}

/** Tells what the operator has to write into the law before the newcomer may publish. */
export function lawToCome(newcomer: Newcomer): Finding {
  const { agency } = newcomer;
  return {
    check: 'OWNERSHIP',
    code: 'NOT_IN_LAW_YET',
    severity: 'WARNING',
    agency,
    message: text(
      `Luật sở hữu chưa có cơ quan ${agency} với phân hệ và địa chỉ này; kiểm tra đã coi như có.`,
      `The law of ownership does not know the agency ${agency} with this subgraph and address; it was checked as if it did.`,
    ),
    remedy: text(
      'Gửi đơn vị vận hành các dòng sau cho ownership.yaml, cùng khoá công khai.',
      'Send the operator these lines for ownership.yaml, with the public key.',
    ),
    patch: patchOf(newcomer),
  };
}

function patchOf({ agency, subgraph, url, titleVi = agency, titleEn = agency }: Newcomer): string {
  const title = { vi: titleVi, en: titleEn };
  const entry = { title, contact: title, subgraphs: [subgraph], addresses: [new URL(url).origin] };
  const lines = stringify({ [agency]: entry }, { lineWidth: 0, flowCollectionPadding: true });
  return lines.trimEnd().replaceAll(/^/gm, '  ');
}
