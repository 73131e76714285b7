import { newKey, writeKeyFile } from '../../../contract/release/keys.js';
import { text } from '../../../contract/text.js';
import type { Command } from '../command.js';

/** `hub keys make`: a new pair of keys; the private one stays in its file. */
export const KEYS_MAKE: Command = {
  name: 'keys make',
  summary: text(
    'tạo cặp khoá; khoá riêng nằm trong tệp, khoá công khai được in ra',
    'makes a pair of keys; the private one stays in its file, the public one is printed',
  ),
  options: [
    {
      name: 'out',
      value: 'file',
      isNeeded: true,
      summary: text(
        'tệp khoá riêng, chỉ chủ đọc được',
        'file of the private key, which only its owner reads',
      ),
    },
  ],
  examples: ['keys make --out hub.key.json', 'keys make --out gateway.key.json --format json'],
  run: async (call) => {
    const { kid, publicJwk, privateJwk } = newKey();
    const file = call.path(call.option('out') ?? '');
    writeKeyFile(file, privateJwk);
    return {
      result: { kid, file, publicJwk },
      page: (paper) =>
        [
          `${paper.mark('green', '✓')} ${kid}`,
          JSON.stringify(publicJwk),
          paper.mark('dim', paper.say(NEXT)),
        ].join('\n'),
    };
  },
};

const NEXT = text(
  'Gửi dòng trên (khoá công khai) cho đơn vị vận hành; tệp khoá riêng không bao giờ rời máy này.',
  'Send the line above (the public key) to the operator; the file of the private key never leaves this machine.',
);
