import { answerWith, FORBIDDEN, REFUSED, type TestsInBrowser } from '../browser.js';
import { EXAMPLES, HOSTILE, PICTURES } from '../sandbox.js';
import { asked, PROBLEM, run, send, textOf } from './editors.js';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

const [BY_NAME] = EXAMPLES;

/** What a text that is taken for more than text would leave in the page. */
const LIVE = [
  'img:not(.brand img)',
  'script:not([src^="/assets/"])',
  'svg[onload]',
  'iframe',
  'a[href^="javascript:"]',
  'a[href*="evil"]',
  'a[data-href]',
  '[onerror]',
].join(',');

/** The sandbox, fed with hostile text and secrets. */
export const safety: TestsInBrowser = ({ visit, world, hub }) => {
  test('EXP-01: a hostile description is text in the documentation, and where the pointer rests', async () => {
    const { page } = await visit(asked('{\n  hostile\n}'));

    await page.getByRole('button', { name: 'Tài liệu' }).click();
    await page.locator('#docs').getByText('Query', { exact: true }).click();
    await page.locator('#docs').getByText('Hostile <').first().waitFor();
    await page.locator('#query').getByText('hostile').first().hover();
    await page.locator('#query .monaco-hover').getByText('Hostile <').waitFor();

    expect((await textOf(page, '#docs')).replaceAll('\u2060', '')).toContain('<svg onload=');
    expect(await page.locator(LIVE).count()).toBe(0);
    expect(await page.locator('#docs a[href]:not([href="#"])').count()).toBe(0);
  });

  test('EXP-01: a hostile reason for a deprecation is text, of a field as of an argument', async () => {
    const { page } = await visit(asked('{\n  old\n}'));
    const docs = page.locator('#docs');

    await page.getByRole('button', { name: 'Tài liệu' }).click();
    await docs.getByText('Query', { exact: true }).click();
    await docs.getByText('Hiện trường sắp bỏ').click();
    await docs.getByText('Hostile <').nth(1).waitFor();
    await docs.getByText('hostile', { exact: true }).click();
    await docs.getByText('Hiện đối số sắp bỏ').click();
    await docs.getByText('Hostile <').nth(1).waitFor();

    expect(await page.locator(LIVE).count()).toBe(0);
  });

  test('EXP-01: hostile data are text, and what looks like the address of a picture is not fetched', async () => {
    const { page } = await visit(asked('{\n  hostile\n  pictures\n  unions {\n    name\n  }\n}'));
    const taken: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(`${hub.url}/assets/`)) taken.push(request.url());
    });

    await run(page);
    await answerWith(page, 'onerror');
    for (const picture of PICTURES) await page.locator('#result').getByText(picture).hover();

    expect(await page.locator(LIVE).count()).toBe(0);
    expect(await page.locator('#result .monaco-hover:visible').count()).toBe(0);
    expect(taken).toEqual([`${hub.url}/graphql`]);
  });

  test('EXP-01: a hostile message of an error is text, in the answer and in what is said of it', async () => {
    const { page } = await visit(asked('{\n  fails\n}'));

    await run(page);
    await page.locator(PROBLEM).getByText('Hostile <img').waitFor();
    await answerWith(page, 'always fails');

    expect(await page.locator(LIVE).count()).toBe(0);
  });

  test('EXP-01: a hostile event is text', async () => {
    const { page } = await visit(asked('subscription {\n  dispute {\n    title\n  }\n}'));
    const came = world.feed.someone();
    await run(page);
    await came;

    world.feed.tell(HOSTILE);
    await page.locator('.events').getByText('Hostile <img').waitFor();

    expect(await page.locator(LIVE).count()).toBe(0);
  });

  test('EXP-01: the browser is told to run no script, and to take no style, that stands in a text', async () => {
    const { page } = await visit({ expected: FORBIDDEN });
    const response = await page.request.get(hub.url);
    const policy = response.headers()['content-security-policy'] ?? '';

    const ran = await page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<p id="bad" style="background: red" onclick="hacked = 1">x</p>',
      );
      const bad = document.getElementById('bad');
      bad?.click();
      return { background: bad && getComputedStyle(bad).backgroundColor, isHacked: 'hacked' in globalThis };
    });

    expect(ran).toEqual({ background: 'rgba(0, 0, 0, 0)', isHacked: false });
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test('EXP-03: a token lives in the page alone: no store, no address, no cookie has it, and a reload forgets it', async () => {
    const { page } = await visit({ expected: REFUSED });
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
    const { page } = await visit();
    const headers = encodeURIComponent('{"authorization":"Bearer planted"}');

    await page.goto(`${hub.url}/?query={planted}&headers=${headers}&url=https://evil.example#planted`);
    await page.locator('#query .view-line').first().waitFor();

    expect(await textOf(page, '#query')).not.toContain('planted');
    expect(await page.locator('#tool-headers textarea').inputValue()).toBe('');
  });

  test('EXP-03: no page can put the sandbox into a frame, nor hold on to its window', async () => {
    const { page } = await visit({ expected: FORBIDDEN });
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

/** Everything that outlives the page, or leaves it. */
function whatIsKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const stores = [localStorage, sessionStorage].map((store) => JSON.stringify(store));
    const databases = JSON.stringify(await indexedDB.databases());
    return [...stores, databases, document.cookie, location.href, JSON.stringify(history.state)].join('\n');
  });
}
