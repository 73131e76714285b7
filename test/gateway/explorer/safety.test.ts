import { answerWith, describeInBrowser } from './browser.js';
import { EXAMPLES } from './sandbox.js';
import { expect, test } from '@jest/globals';

const [BY_NAME] = EXAMPLES;

describeInBrowser('the sandbox, fed with hostile text and secrets,', (visit) => {
  test('keeps a hostile description as text, in the documentation and in the editor', async () => {
    const { page } = await visit({}, { 'graphiql:query': '{\n  hostile\n}' });

    await page.getByRole('button', { name: 'Tài liệu' }).click();
    await page.locator('#docs').getByText('Query', { exact: true }).click();
    await page.locator('#docs').getByText('Hostile <').waitFor();
    await page.locator('#query').getByText('hostile').first().hover();
    await page.locator('#query .monaco-hover').getByText('Hostile <').waitFor();

    expect(
      await page.locator('#docs img, #docs script, #query img, #query .monaco-hover a[data-href]').count(),
    ).toBe(0);
    expect(await page.locator('#docs a[href]:not([href="#"])').count()).toBe(0);
  });

  test('keeps hostile data as text', async () => {
    const { page } = await visit();

    await page.getByRole('button', { name: EXAMPLES[1]?.vi }).click();

    await answerWith(page, 'onerror');
    expect(await page.locator('#result img').count()).toBe(0);
  });

  test('keeps the query over a reload, but never a request header', async () => {
    const { page } = await visit();
    await page.getByRole('button', { name: BY_NAME?.vi }).click();
    await answerWith(page, '288396');

    await page.getByRole('tab', { name: 'Tiêu đề yêu cầu' }).click();
    await page.locator('#tool-headers textarea').fill('{"authorization": "Bearer secret"}');
    await page.getByRole('button', { name: 'Chạy' }).click();
    await page.waitForFunction(() => localStorage.getItem('graphiql:query')?.includes('ByName'));
    const kept = await page.evaluate(() =>
      [localStorage, sessionStorage].map((store) => JSON.stringify(store)).join(''),
    );

    expect(kept).not.toContain('secret');
    await page.reload();
    await page.locator('#query').getByText('ByName').waitFor();
  });
});
