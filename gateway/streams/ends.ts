import { HubError, type ErrorCode } from '../../schema/contract/errors.js';
import { text, type Text } from '../../schema/contract/text.js';

/** Why the hub ends a stream; clients read it as `extensions.reason`. */
const REASONS = {
  NEW_SCHEMA: text('Lược đồ đã thay đổi; hãy đăng ký lại.', 'The schema has changed; subscribe again.'),
  STOPPING: text('Máy chủ đang dừng; hãy đăng ký lại.', 'The server stops; subscribe again.'),
  SLOW_CLIENT: text(
    'Bên nhận đọc quá chậm; hãy đăng ký lại.',
    'The client reads too slowly; subscribe again.',
  ),
} satisfies Record<string, Text>;

/** One of the reasons for which the hub ends a stream. */
export type EndReason = keyof typeof REASONS;

/** The end of a stream before its time. @param retryAfter when its client is best to come again. Unit: seconds. */
export function streamEnded(reason: EndReason, retryAfter?: number): HubError {
  return new HubError('STREAM_ENDED', REASONS[reason], {
    reason,
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

/** Streams that may come again within one second. Unit: streams. */
const PER_SECOND = 50;
/** Shortest time over which clients are spread. Unit: seconds. */
const MIN_SPREAD_S = 5;

/** When one of so many clients comes again, so that not all do at once. Unit: seconds. */
export function jitteredReturn(clients: number, random = Math.random): number {
  return 1 + Math.floor(random() * Math.max(MIN_SPREAD_S, clients / PER_SECOND));
}

/** The refusal of one more stream. */
export function tooManyStreams(allowed: number): HubError {
  return new HubError(
    'TOO_MANY_STREAMS',
    text(
      `Hiện có quá nhiều đăng ký theo dõi hoặc câu trả lời nhiều phần (tối đa ${allowed}); hãy thử lại sau.`,
      `Too many subscriptions or answers in parts are open now (at most ${allowed}); try again later.`,
    ),
    { allowed },
  );
}

/** Codes whose reason says more than the code. */
const WITH_REASON: ReadonlySet<string> = new Set<ErrorCode>(['STREAM_ENDED', 'UNAUTHENTICATED']);

/** Why a stream ended before its time, in one of few words. */
export function endWord(error: unknown): string {
  if (!(error instanceof HubError)) return 'INTERNAL';
  const { reason } = error.details;
  return WITH_REASON.has(error.code) && typeof reason === 'string' ? reason : error.code;
}
