import { readKeyFile } from '../../../contract/release/keys.js';
import { text } from '../../../contract/text.js';
import type { Command } from '../command.js';
import { keyPath, REACH_OPTIONS } from '../reach.js';

/** `hub keys show`: the public half of the own key, to give to the operator. */
export const KEYS_SHOW: Command = {
  name: 'keys show',
  summary: text('khoá công khai của khoá đang dùng', 'the public half of the own key'),
  options: REACH_OPTIONS.filter(({ name }) => name === 'key'),
  examples: ['keys show > insurance.public.json'],
  run: async (call) => {
    const { kid, publicJwk } = readKeyFile(keyPath(call));
    return { result: { kid, publicJwk }, page: () => JSON.stringify(publicJwk) };
  },
};
