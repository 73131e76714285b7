import { STREAM_FORMATS } from '../../../../schema/contract/http/streams/format.js';
import { REFUSED, type TestsInBrowser } from '../browser.js';
import { BODY_LIMIT, EXAMPLES } from '../sandbox.js';
import { asked, PROBLEM, run, send } from './editors.js';
import { describe, test } from '@jest/globals';
import type { Page, Request, Route } from 'playwright-core';

const [BY_NAME] = EXAMPLES;

const MULTIPART = { 'content-type': 'multipart/mixed; boundary="graphql"; subscriptionSpec="1.0"' };

const DEFERRED = STREAM_FORMATS['multipart-defer'];

/** What comes in place of the hub's answer, and what is told of it. */
interface Between {
  readonly name: string;
  readonly answer: (route: Route) => Promise<void>;
  readonly state: string;
  readonly told: Told;
}

/** What comes from something between the hub and the page. */
const BETWEEN: readonly Between[] = [
  {
    name: 'the hub is away',
    answer: (route) => route.abort('connectionrefused'),
    state: 'Không có trả lời',
    told: { vi: /Không kết nối được/, en: /could not be reached/ },
  },
  {
    name: 'a proxy refuses for a while, without JSON',
    answer: (route) =>
      route.fulfill({ status: 429, headers: { 'retry-after': '7' }, body: '<h1>Slow down</h1>' }),
    state: 'Không có trả lời',
    told: { vi: /\(429\).*sau 7 giây/, en: /\(429\).*in 7 seconds/ },
  },
  {
    name: 'a proxy finds no hub, without JSON',
    answer: (route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' }),
    state: 'Không có trả lời',
    told: { vi: /\(502\)/, en: /\(502\)/ },
  },
  {
    name: 'the answer is no JSON',
    answer: (route) => route.fulfill({ status: 200, body: '<h1>Log in</h1>' }),
    state: 'Không có trả lời',
    told: { vi: /không đọc được/, en: /cannot be read/ },
  },
  {
    name: 'the connection breaks between two events',
    answer: (route) =>
      route.fulfill({ headers: MULTIPART, body: '\r\n--graphql\r\n\r\n\r\n{}\r\n--graphql' }),
    state: 'Bị ngắt · 0 sự kiện',
    told: { vi: /Mất kết nối/, en: /connection was lost/ },
  },
  {
    name: 'the connection breaks after the first part of a deferred answer',
    answer: (route) =>
      route.fulfill({
        headers: { 'content-type': DEFERRED.contentType },
        body: `${DEFERRED.begin}${DEFERRED.answer('{"data":{"unions":[]},"hasNext":true}')}`,
      }),
    state: 'Bị ngắt · ',
    told: { vi: /Mất kết nối/, en: /connection was lost/ },
  },
];

/** The sandbox when something is wrong. */
export const troubles: TestsInBrowser = ({ visit, sharedVisit }) => {
  describe('between the page and the agencies', () => {
    const shared = sharedVisit({ expected: REFUSED });

    test.each(BETWEEN)('$name: it is told in both languages', async ({ answer, state, told }) => {
      const { page } = shared;
      await page.route('**/graphql', answer);

      await page.getByRole('button', { name: BY_NAME?.vi }).click();

      await page.getByRole('status').getByText(state).waitFor();
      await isTold(page, told);
    });

    test('a token that is refused is told in both languages, with the reason and the id of the request', async () => {
      const { page } = shared;
      await send(page, { authorization: 'Bearer secret' });
      const answered = page.waitForResponse((response) => isSentWith(response.request(), 'Bearer secret'));

      await run(page);

      const id = (await answered).headers()['x-request-id'];
      await isTold(page, {
        vi: /\(401\).*mã xác thực.*Mã yêu cầu/,
        en: new RegExp(`\\(401\\).*no keys.*Request id: ${id}`),
      });
    });

    test('a header that no request can carry is told before anything is sent', async () => {
      const { page } = shared;
      await send(page, { 'not a name': 'x' });

      await run(page);

      await isTold(page, { vi: /Chưa gửi/, en: /Not sent/ });
    });
  });

  test('a request that is too large is told in both languages', async () => {
    const { page } = await visit({
      ...asked(`# ${'x'.repeat(BODY_LIMIT)}\n{\n  hostile\n}`),
      expected: REFUSED,
    });

    await run(page);

    await isTold(page, {
      vi: /\(413\).*Mã yêu cầu: [\w-]{8,}/,
      en: /\(413\).*Request id: [\w-]{8,}/,
    });
  });

  test('an operation that does not fit the schema is told in words, above the answer', async () => {
    const { page } = await visit(asked('{\n  nothing\n}'));

    await run(page);

    await isTold(page, {
      vi: /không hợp với lược đồ.*Mã yêu cầu/,
      en: /Cannot query field "nothing".*Request id/,
    });
  });

  test('a hub that says nothing for a minute is given up, and that is told', async () => {
    const { page } = await visit({ timezoneId: 'Asia/Ho_Chi_Minh' });
    await page.route('**/graphql', () => undefined);
    await page.clock.install();
    const sent = page.waitForRequest('**/graphql');
    await page.getByRole('button', { name: BY_NAME?.vi }).click();
    await sent;
    const failed = page.waitForEvent('requestfailed');

    await page.clock.fastForward(61_000);

    await failed;
    await isTold(page, { vi: /60 giây/, en: /60 seconds/ });
  });
};

function isSentWith(request: Request, authorization: string): boolean {
  return request.headers()['authorization'] === authorization;
}

/** What is told in each of the languages. */
interface Told {
  readonly vi: RegExp;
  readonly en: RegExp;
}

/** Waits until it is told of a run that it failed, and how; the page is in Vietnamese then. */
async function isTold(page: Page, told: Told): Promise<void> {
  for (const language of ['en', 'vi'] as const) {
    await page.locator(`header button[lang=${language}]`).click();
    await page.locator(PROBLEM).filter({ hasText: told[language] }).waitFor();
  }
}
