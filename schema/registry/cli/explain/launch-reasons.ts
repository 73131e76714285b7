import { text } from '../../../contract/text.js';
import type { Explanation } from './explanations.js';

const LAUNCHED = text(
  'Cổng tự kiểm tra từng bản; bản trước vẫn phục vụ.',
  'A gateway checks each release itself; the former one serves on.',
);
const TELL = text(
  'Báo đơn vị vận hành; hub history cho biết cổng nói gì.',
  'Tell the operator; hub history shows what the gateway said.',
);

/** What is said of the reasons for which a gateway refuses a release, or returns from it. */
export const LAUNCH_REASONS: Readonly<Record<string, Explanation>> = {
  SIGNATURE: {
    what: text(
      'Bản phát hành không có chữ ký của sổ đăng ký mà cổng tin.',
      'The release is not signed by a registry that the gateway trusts.',
    ),
    why: LAUNCHED,
    right: text('Kiểm tra REGISTRY_KEYS_FILE của cổng.', 'Look at REGISTRY_KEYS_FILE of the gateway.'),
  },
  NOT_A_RELEASE: {
    what: text('Điều được ký không phải bản phát hành.', 'What was signed is no release.'),
    why: LAUNCHED,
    right: TELL,
  },
  REGISTRY: {
    what: text(
      'Bản phát hành, tệp xuất hay nơi trả lời là của sổ đăng ký khác.',
      'The release, the archive or what answers is of another registry.',
    ),
    why: text(
      'Mọi phát biểu nêu tên sổ đăng ký của nó, để bản diễn tập không bao giờ thành bản chính thức.',
      'Every statement names its registry, so that what is meant for a rehearsal never counts in earnest.',
    ),
    right: text(
      'Đối chiếu địa chỉ với tệp tên và khoá của sổ đăng ký.',
      'Compare the address with the file of the registry’s name and keys.',
    ),
  },
  CHANNEL: {
    what: text('Bản phát hành thuộc kênh khác.', 'The release belongs to another channel.'),
    why: LAUNCHED,
    right: TELL,
  },
  NUMBER: {
    what: text(
      'Bản nhận được không mang số đã hỏi.',
      'The release that came is not of the number that was asked for.',
    ),
    why: text(
      'Điều được ký phải đúng điều đã hỏi, để không ai đổi nó trên đường.',
      'What was signed has to be what was asked for, so that nobody exchanges it on the way.',
    ),
    right: text(
      'Không ký gì; kiểm tra đường tới sổ đăng ký rồi báo đơn vị vận hành.',
      'Sign nothing; look at the way to the registry, and tell the operator.',
    ),
  },
  OTHER_COMPOSITION: {
    what: text('Kênh trỏ tới bản hợp nhất khác.', 'The channel points at another composition.'),
    why: LAUNCHED,
    right: TELL,
  },
  TEXT: {
    what: text('Siêu đồ thị không đúng văn bản đã ký.', 'The supergraph is not the text that was signed.'),
    why: LAUNCHED,
    right: TELL,
  },
  NOT_NEWER: {
    what: text('Bản phát hành không mới hơn bản đang giữ.', 'The release is not newer than the one held.'),
    why: LAUNCHED,
    right: text(
      'Không cần làm gì, trừ khi có người phát lại bản cũ.',
      'Nothing, unless somebody replays old ones.',
    ),
  },
  DAMAGED: {
    what: text('Bản giữ trên đĩa bị cắt cụt hoặc bị sửa.', 'What is kept on disk was cut or altered.'),
    why: LAUNCHED,
    right: TELL,
  },
  DOES_NOT_LOAD: {
    what: text('Siêu đồ thị không nạp được vào cổng.', 'The supergraph does not load in the gateway.'),
    why: LAUNCHED,
    right: text('hub rollback, rồi báo đơn vị vận hành.', 'hub rollback, then tell the operator.'),
  },
  ADDRESS: {
    what: text(
      'Một phân hệ nằm ở địa chỉ cổng không được gọi.',
      'A subgraph is at an address that the gateway may not call.',
    ),
    why: LAUNCHED,
    right: text('Phát hành lại với địa chỉ đúng.', 'Publish it again with the right address.'),
  },
  PROTECTION: {
    what: text(
      'Bản phát hành gỡ bảo vệ mà không nêu rõ.',
      'The release strips protection that it does not name as opened.',
    ),
    why: LAUNCHED,
    right: TELL,
  },
  RETURNED: {
    what: text(
      'Cổng đã quay lui khỏi bản này và không thử lại.',
      'The gateway returned from this release and does not try it again.',
    ),
    why: LAUNCHED,
    right: text('Sửa nguyên nhân rồi phát hành bản mới.', 'Put the cause right and publish a new one.'),
  },
  ERRORS_ROSE: {
    what: text(
      'Lỗi tăng sau khi khởi chạy; cổng đã quay lui.',
      'Errors rose after the launch; the gateway returned.',
    ),
    why: LAUNCHED,
    right: text(
      'Xem measures trong hub history --format json, sửa rồi phát hành lại.',
      'See measures in hub history --format json, put it right and publish again.',
    ),
  },
  LATENCY_ROSE: {
    what: text(
      'Trả lời chậm hẳn sau khi khởi chạy; cổng đã quay lui.',
      'Answers became slow after the launch; the gateway returned.',
    ),
    why: LAUNCHED,
    right: text(
      'Xem measures trong hub history --format json, sửa rồi phát hành lại.',
      'See measures in hub history --format json, put it right and publish again.',
    ),
  },
};
