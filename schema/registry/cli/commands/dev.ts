import { text } from '../../../contract/text.js';
import type { Command } from '../command.js';
import { OFFLINE_OPTIONS } from '../local/check-offline.js';
import { CHANNEL_OPTION, REACH_OPTIONS } from '../reach.js';

/** `hub dev`: the local subgraph on top of the real graph, recomposed at every save. */
export const DEV: Command = {
  name: 'dev',
  summary: text(
    'phân hệ ở đây trên nền đồ thị thật: hợp nhất lại mỗi lần lưu, lỗi chỉ đúng dòng, hỏi được ngay',
    'the local subgraph on top of the real graph: recomposed at every save, errors in place, ready to be asked',
  ),
  options: [
    {
      name: 'port',
      value: 'number',
      summary: text('cổng TCP của cổng liên thông; nếu không: 4000', 'TCP port of the gateway; else 4000'),
    },
    {
      name: 'no-subgraph',
      summary: text(
        'không tự chạy phân hệ (dev.command trong hub.yaml)',
        'does not run the subgraph itself (dev.command of hub.yaml)',
      ),
    },
    CHANNEL_OPTION,
    ...REACH_OPTIONS,
    ...OFFLINE_OPTIONS.filter(({ name }) => name !== 'law'),
  ],
  examples: ['dev', 'dev --offline --port 4100'],
  async run(call) {
    const { develop } = await import('../dev/develop.js');
    const composed = await develop(call);
    return { result: { composed }, page: () => '', isTold: true };
  },
};
