import { text } from '../../../contract/text.js';
import type { Command } from '../command.js';
import { instantOf } from '../instants.js';
import { KEY_OWNER_OPTIONS, keyOwnerOf, publicKeyOf } from '../key-owner.js';
import { DRY_RUN, reaching, REACH_OPTIONS, say } from '../reach.js';
import { answered } from '../show/answer.js';

/** `hub keys add`: makes a key known to the registry. */
export const KEYS_ADD: Command = {
  name: 'keys add',
  summary: text(
    'ghi nhận khoá công khai của cơ quan hay vai trò',
    'makes the public key of an agency or a role known',
  ),
  options: [
    { name: 'public', value: 'jwk|file', isNeeded: true, summary: text('khoá công khai', 'the public key') },
    ...KEY_OWNER_OPTIONS,
    {
      name: 'until',
      value: 'day',
      summary: text('hết hiệu lực từ ngày này', 'ends with the beginning of this day'),
    },
    ...REACH_OPTIONS,
    DRY_RUN,
  ],
  examples: [
    'keys add --agency insurance --public \'{"kty":"OKP",…}\' --key operator.key.json',
    'keys add --role GATEWAY --public gateway.public.json --until 2027-01-01',
  ],
  run: (call) =>
    reaching(call, async (reach) => {
      const until = call.option('until');
      const said = {
        kind: 'KEY_ADDED' as const,
        ...keyOwnerOf(call),
        publicJwk: await publicKeyOf(call, call.option('public') ?? ''),
        ...(until !== undefined && { until: instantOf(until) }),
      };
      return answered(await say(call, reach, said));
    }),
};
