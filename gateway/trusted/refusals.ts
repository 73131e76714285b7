import { HubError } from '../../schema/contract/errors.js';
import { text } from '../../schema/contract/text.js';

/** The refusal of an operation that the operator does not know beforehand. */
export function notTrusted(): HubError {
  return new HubError(
    'DOCUMENT_NOT_TRUSTED',
    text(
      'Ở đây chỉ chạy các thao tác đã đăng ký trước; hãy gửi mã (documentId) của thao tác.',
      'Only operations that were registered beforehand run here; send the id (documentId) of one.',
    ),
  );
}

/** The refusal of a text that is not the one of its id, or of two ids that differ. */
export function mismatch(): HubError {
  return new HubError(
    'DOCUMENT_MISMATCH',
    text(
      'Văn bản gửi kèm không phải của mã (documentId, sha256Hash) đã nêu; hãy chỉ gửi mã.',
      'The text is not the one of the id (documentId, sha256Hash) that came with it; send the id alone.',
    ),
  );
}

/** The refusal of an id under which nothing is known. Clients of Apollo know it by these English words. */
export function notFound(): HubError {
  return new HubError(
    'PERSISTED_QUERY_NOT_FOUND',
    text('Chưa có thao tác nào ứng với mã này; hãy gửi toàn văn một lần.', 'PersistedQueryNotFound'),
  );
}

/** The refusal of an extension `persistedQuery` in another form than Apollo's. */
export function malformedExtension(): HubError {
  return new HubError(
    'INVALID_INPUT',
    text(
      'extensions.persistedQuery phải có dạng {"version": 1, "sha256Hash": "<64 chữ số hex>"}.',
      'extensions.persistedQuery must be {"version": 1, "sha256Hash": "<64 hex digits>"}.',
    ),
  );
}
