import { HubError } from '../../schema/contract/errors.js';
import type { ReleaseRefusal } from '../../schema/contract/release/release.js';
import { text, type Text } from '../../schema/contract/text.js';

/** What a gateway itself refuses a release for, beside what its signatures say. */
export const LAUNCH_REFUSALS = {
  DAMAGED: text('tệp đang giữ bị cắt cụt hoặc bị sửa', 'the file that is kept was cut or altered'),
  DOES_NOT_LOAD: text('siêu đồ thị không nạp được', 'the supergraph does not load'),
  ADDRESS: text(
    'một phân hệ nằm ở địa chỉ không được phép',
    'a subgraph is at an address where none may be, or at none',
  ),
  PROTECTION: text('nó gỡ bảo vệ mà không nêu rõ', 'it strips protection that it does not name as opened'),
  RETURNED: text('cổng đã phải quay lui khỏi nó', 'the gateway returned from it before'),
} as const satisfies Readonly<Record<string, Text>>;

/** Why a release is not served: what its signatures say, or what the gateway found. */
export type Refusal = ReleaseRefusal | keyof typeof LAUNCH_REFUSALS;

/** A refusal with what it was found by. */
export interface RefusalDetails {
  /** What was found, for operators. */
  readonly found?: Text;
  readonly [name: string]: unknown;
}

/** The refusal of a release that the gateway itself found no good; its `reason` is the code. */
export function releaseRefused(
  reason: keyof typeof LAUNCH_REFUSALS,
  { found, ...details }: RefusalDetails = {},
): HubError {
  const { vi, en } = LAUNCH_REFUSALS[reason];
  return new HubError(
    'RELEASE_REFUSED',
    text(
      `Bản phát hành bị từ chối: ${vi}${found ? ` (${found.vi})` : ''}.`,
      `The release is refused: ${en}${found ? ` (${found.en})` : ''}.`,
    ),
    { reason, ...details },
  );
}

/** Whether a release was found no good, rather than that it could not be had. */
export function isRefusal(error: unknown): error is HubError {
  return error instanceof HubError && error.code === 'RELEASE_REFUSED';
}

/** The code of a refusal. */
export function reasonOf({ details }: HubError): string {
  const { reason } = details;
  return typeof reason === 'string' ? reason : 'REFUSED';
}
