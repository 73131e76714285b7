import { answerWith, FORBIDDEN, REFUSED, type TestsInBrowser } from '../browser.js';
import { LIVE } from './live.js';
import { EXAMPLES, PICTURES } from '../sandbox.js';
import { asked, PROBLEM, run, send, textOf, write } from './editors.js';
import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

const [BY_NAME] = EXAMPLES;

/** How long after the pointer has come to rest GraphiQL would have fetched a picture. Unit: milliseconds. */
const PICTURE_BY_MS = 1_500;

/** How long an explanation of what is under the pointer is waited for. Unit: milliseconds. */
const EXPLAINED_BY_MS = 5_000;

/** The sandbox, fed with hostile text and secrets. */
export const safety: TestsInBrowser = (bench) => {
  describe('in its schema', () => hostileSchema(bench));
  describe('in its answers', () => hostileAnswers(bench));
  describe('as a page that others attack', () => forbidden(bench));
  describe('with a token', () => secrets(bench));
};

const hostileSchema: TestsInBrowser = ({ sharedVisit }) => {
  const shared = sharedVisit(asked('{\n  hostile\n  old\n}'));

  test('EXP-01: a hostile description is text in the documentation, and where the pointer rests', async () => {
    const { page } = shared;

    await openQueryDocs(page);
    await page.locator('#docs').getByText('Hostile <').first().waitFor();
    await explained(page, 'hostile');

    expect((await textOf(page, '#docs')).replaceAll('\u2060', '')).toContain('<svg onload=');
    expect(await page.locator(LIVE).count()).toBe(0);
    expect(await page.locator('#docs a[href]:not([href="#"])').count()).toBe(0);
  });

  test('EXP-01: a hostile reason for a deprecation is text, of a field as of an argument', async () => {
    const { page } = shared;
    const docs = page.locator('#docs');

    await openQueryDocs(page);
    await docs.getByText('Hiện trường sắp bỏ').click();
    await docs.getByText('Hostile <').nth(1).waitFor();
    await docs.getByText('hostile', { exact: true }).click();
    await docs.getByText('Hiện đối số sắp bỏ').click();
    await docs.getByText('Hostile <').nth(1).waitFor();

    expect(await page.locator(LIVE).count()).toBe(0);
  });
};

const hostileAnswers: TestsInBrowser = ({ sharedVisit, hub }) => {
  const shared = sharedVisit(asked('{\n  hostile\n  pictures\n  unions {\n    name\n  }\n}'));

  test('EXP-01: hostile data are text, and what looks like the address of a picture is not fetched', async () => {
    const { page } = shared;
    const taken: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(`${hub.url}/assets/`)) taken.push(request.url());
    });

    await run(page);
    await answerWith(page, 'onerror');
    for (const picture of PICTURES) await rest(page, picture);

    expect(await page.locator(LIVE).count()).toBe(0);
    expect(await page.locator('#result .monaco-hover:visible').count()).toBe(0);
    expect(taken).toEqual([`${hub.url}/graphql`]);
  });

  test('EXP-01: a hostile message of an error is text, in the answer and in what is said of it', async () => {
    const { page } = shared;
    await write(page, '{ fails }');

    await run(page);
    await page.locator(PROBLEM).getByText('Hostile <img').waitFor();
    await answerWith(page, 'always fails');

    expect(await page.locator(LIVE).count()).toBe(0);
  });
};

const forbidden: TestsInBrowser = ({ sharedVisit, hub }) => {
  const shared = sharedVisit({ expected: FORBIDDEN });

  test('EXP-01: the browser is told to run no script, and to take no style, that stands in a text', async () => {
    const { page } = shared;
    const response = await page.request.get(hub.url);
    const policy = response.headers()['content-security-policy'] ?? '';
    const said: string[] = [];
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()));

    const ran = await page.evaluate(() => {
      const bad = document.createElement('p');
      bad.setAttribute('style', 'background: red');
      bad.setAttribute('onclick', 'hacked = 1');
      document.body.append(bad);
      bad.click();
      return { background: getComputedStyle(bad).backgroundColor, isHacked: 'hacked' in globalThis };
    });

    expect(ran).toEqual({ background: 'rgba(0, 0, 0, 0)', isHacked: false });
    expect(said).toEqual([
      expect.stringContaining("style-src-attr 'none'"),
      expect.stringContaining("script-src-attr 'none'"),
    ]);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test('EXP-03: no page can put the sandbox into a frame, nor hold on to its window', async () => {
    const { page } = shared;
    const { headers } = await fetch(hub.url);

    const isFramed = await page.evaluate(async (url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      document.body.append(frame);
      await loaded;
      return frame.contentDocument !== null;
    }, hub.url);

    expect(isFramed).toBe(false);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });
};

const secrets: TestsInBrowser = ({ sharedVisit, hub }) => {
  const shared = sharedVisit({ expected: REFUSED });

  test('EXP-03: a token lives in the page alone: no store, no address, no cookie has it, and a reload forgets it', async () => {
    const { page } = shared;
    await page.getByRole('button', { name: BY_NAME?.vi }).click();
    await answerWith(page, '288396');

    await send(page, { authorization: 'Bearer s3cr3t-t0k3n' });
    const sent = page.waitForRequest(
      (request) => request.headers()['authorization'] === 'Bearer s3cr3t-t0k3n',
    );
    await run(page);
    await sent;
    await page.waitForFunction(() => localStorage.getItem('graphiql:query')?.includes('ByName'));

    expect(await whatIsKept(page)).not.toContain('s3cr3t-t0k3n');
    await page.reload();
    await page.locator('#query').getByText('ByName').waitFor();
    expect(await page.content()).not.toContain('s3cr3t-t0k3n');
    expect(await page.locator('#tool-headers textarea').inputValue()).toBe('');
  });

  test('EXP-03: nothing in the address fills in a query, a header or an address to send them to', async () => {
    const { page } = shared;
    const headers = encodeURIComponent('{"authorization":"Bearer planted"}');

    await page.goto(`${hub.url}/?query={planted}&headers=${headers}&url=https://evil.example#planted`);
    await page.locator('#query .view-line').first().waitFor();

    expect(await textOf(page, '#query')).not.toContain('planted');
    expect(await page.locator('#tool-headers textarea').inputValue()).toBe('');
  });
};

/** Shows what is documented of the query type, from wherever the documentation was left. */
async function openQueryDocs(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tài liệu' }).click();
  const back = page.locator('.graphiql-doc-explorer-back');
  while (await back.isVisible()) await back.click();
  await page.locator('#docs').getByText('Query', { exact: true }).click();
}

/** Lets the pointer rest on a field of the query until it is explained; an editor that still starts misses a pointer. */
async function explained(page: Page, field: string): Promise<void> {
  const explanation = page.locator('#query .monaco-hover').getByText('Hostile <');
  for (let attempt = 0; attempt < 5 && !(await explanation.isVisible()); attempt += 1) {
    await page.locator('#query-title').hover();
    await page.locator('#query').getByText(field).first().hover();
    await explanation.waitFor({ timeout: EXPLAINED_BY_MS }).catch(() => undefined);
  }
  expect(await explanation.isVisible()).toBe(true);
}

/** Lets the pointer rest on a text of the answer; that nothing comes of it, only time can show. */
async function rest(page: Page, text: string): Promise<void> {
  await page.locator('#result').getByText(text).hover();
  await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), PICTURE_BY_MS);
}

/** Everything that outlives the page, or leaves it. */
function whatIsKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const stores = [localStorage, sessionStorage].map((store) => JSON.stringify(store));
    const databases = JSON.stringify(await indexedDB.databases());
    return [...stores, databases, document.cookie, location.href, JSON.stringify(history.state)].join('\n');
  });
}
