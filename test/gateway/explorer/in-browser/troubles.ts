import { REFUSED, type TestsInBrowser } from '../browser.js';
import { BODY_LIMIT, EXAMPLES } from '../sandbox.js';
import { asked, PROBLEM, run, send } from './editors.js';
import { expect, test } from '@jest/globals';
import type { Page, Route } from 'playwright-core';

const [BY_NAME] = EXAMPLES;

const MULTIPART = { 'content-type': 'multipart/mixed; boundary="graphql"; subscriptionSpec="1.0"' };

type Answering = (route: Route) => Promise<void>;

/** What comes in place of the hub's answers, from something between it and the page, by what is told of it. */
const BETWEEN: readonly (readonly [name: string, answer: Answering, vi: RegExp, en: RegExp])[] = [
  [
    'the hub is away',
    (route) => route.abort('connectionrefused'),
    /Không kết nối được/,
    /could not be reached/,
  ],
  [
    'a proxy refuses for a while, without JSON',
    (route) => route.fulfill({ status: 429, headers: { 'retry-after': '7' }, body: '<h1>Slow down</h1>' }),
    /\(429\).*sau 7 giây/,
    /\(429\).*in 7 seconds/,
  ],
  [
    'a proxy finds no hub, without JSON',
    (route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' }),
    /\(502\)/,
    /\(502\)/,
  ],
  [
    'the answer is no JSON',
    (route) => route.fulfill({ status: 200, body: '<h1>Log in</h1>' }),
    /không đọc được/,
    /cannot be read/,
  ],
  [
    'the connection breaks between two events',
    (route) => route.fulfill({ headers: MULTIPART, body: '\r\n--graphql\r\n\r\n\r\n{}\r\n--graphql' }),
    /Mất kết nối/,
    /connection was lost/,
  ],
];

/** The sandbox when something is wrong. */
export const troubles: TestsInBrowser = ({ visit }) => {
  test('a token that is refused is told in both languages, with the reason and the id of the request', async () => {
    const { page } = await visit({ ...asked('{\n  hostile\n}'), expected: REFUSED });
    await send(page, { authorization: 'Bearer secret' });
    const answered = page.waitForResponse('**/graphql');

    await run(page);

    const id = (await answered).headers()['x-request-id'];
    expect(await toldIn(page, 'vi')).toMatch(/\(401\).*mã xác thực.*Mã yêu cầu/);
    expect(await toldIn(page, 'en')).toContain(`Request id: ${id}`);
    expect(await toldIn(page, 'en')).toMatch(/\(401\).*no keys/);
  });

  test('a request that is too large is told in both languages', async () => {
    const { page } = await visit({
      ...asked(`# ${'x'.repeat(BODY_LIMIT)}\n{\n  hostile\n}`),
      expected: REFUSED,
    });

    await run(page);

    expect(await toldIn(page, 'vi')).toMatch(/\(413\).*Mã yêu cầu: [\w-]{8,}/);
    expect(await toldIn(page, 'en')).toMatch(/\(413\).*Request id: [\w-]{8,}/);
  });

  test('an operation that does not fit the schema is told in words, above the answer', async () => {
    const { page } = await visit(asked('{\n  nothing\n}'));

    await run(page);

    expect(await toldIn(page, 'vi')).toMatch(/không hợp với lược đồ.*Mã yêu cầu/);
    expect(await toldIn(page, 'en')).toMatch(/Cannot query field "nothing".*Request id/);
  });

  test.each(BETWEEN)('%s: it is told in both languages', async (_, answer, vi, en) => {
    const { page } = await visit({ expected: REFUSED });
    await page.route('**/graphql', answer);

    await page.getByRole('button', { name: BY_NAME?.vi }).click();

    expect(await toldIn(page, 'vi')).toMatch(vi);
    expect(await toldIn(page, 'en')).toMatch(en);
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
    expect(await toldIn(page, 'vi')).toContain('60 giây');
    expect(await toldIn(page, 'en')).toContain('60 seconds');
  });

  test('a header that no request can carry is told before anything is sent', async () => {
    const { page } = await visit(asked('{\n  hostile\n}'));
    await send(page, { 'not a name': 'x' });

    await run(page);

    expect(await toldIn(page, 'vi')).toMatch(/Chưa gửi/);
    expect(await toldIn(page, 'en')).toMatch(/Not sent/);
  });
};

/** What is told of a run that failed, in a language. */
async function toldIn(page: Page, language: 'vi' | 'en'): Promise<string> {
  await page.locator(`header button[lang=${language}]`).click();
  await page.locator(PROBLEM).waitFor();
  return (await page.locator(PROBLEM).innerText()).replaceAll('\n', ' ');
}
