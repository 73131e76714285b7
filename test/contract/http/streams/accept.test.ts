import { expect, test } from '@jest/globals';
import { streamFormatsIn } from '../../../../schema/contract/http/streams/accept.js';

test.each([
  ['application/json', []],
  [undefined, []],
  ['*/*', []],
  ['multipart/mixed, application/json', []],
  ['text/event-stream', ['events']],
  ['text/event-stream;q=0', []],
  ['multipart/mixed;subscriptionSpec=1.0, application/json', ['multipart-subscription']],
  ['multipart/mixed; boundary="graphql"; subscriptionSpec="1.0"', ['multipart-subscription']],
  ['multipart/mixed;deferSpec=20220824,application/json', ['multipart-defer']],
  ['multipart/mixed;deferSpec=20990101', []],
  [
    'multipart/mixed;subscriptionSpec=1.0, multipart/mixed;deferSpec=20220824, text/event-stream',
    ['multipart-subscription', 'multipart-defer', 'events'],
  ],
])('%s asks for %j', (accept, formats) => {
  expect(streamFormatsIn(accept)).toEqual(formats);
});
