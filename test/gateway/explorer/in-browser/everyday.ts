import { answerWith, buildAgain, type TestsInBrowser } from '../browser.js';
import { textOf } from './editors.js';
import { EXAMPLES } from '../sandbox.js';
import { expect, test } from '@jest/globals';

const [BY_NAME, , FAILS] = EXAMPLES;

/** What everybody does with the sandbox. */
export const everyday: TestsInBrowser = ({ visit }) => {
  test('is not built again while its sources stay the same', async () => {
    expect(await buildAgain()).toBe(false);
  });

  test('runs an example with one click and shows question, query, variables and answer', async () => {
    const { page } = await visit();

    await page.getByRole('button', { name: BY_NAME?.vi }).click();

    await answerWith(page, '288396');
    expect(await textOf(page, '#query')).toContain('query ByName');
    expect(await textOf(page, '#tool-variables')).toContain('"Bắc Giang"');
    expect(await textOf(page, '#result')).toContain(BY_NAME?.vi);
    await page.getByRole('status').getByText('Đã trả lời').waitFor();
  });

  test('groups the examples by who asks, in a fixed order', async () => {
    const { page } = await visit();

    const groups = await page.locator('#examples summary').allTextContents();

    expect(groups).toEqual(['Lập trình viên giao diện 1', 'Cán bộ công đoàn 1', 'Nhà báo, người dân 1']);
  });

  test('says how many errors an answer holds', async () => {
    const { page } = await visit();

    await page.getByRole('button', { name: FAILS?.vi }).click();

    await answerWith(page, 'This field always fails.');
    await page.getByRole('status').getByText('Có 1 lỗi').waitFor();
  });

  test('says so when variables that are not JSON keep a query from being sent', async () => {
    const { page } = await visit({ kept: { 'graphiql:variables': '{"name":' } });

    await page.getByRole('button', { name: 'Chạy' }).click();

    await page.getByRole('status').getByText('Chưa gửi').waitFor();
    expect(await page.getByText('Kết quả sẽ hiện ở đây.').count()).toBe(0);
  });

  test('runs one example after another, each under its own operation', async () => {
    const { page } = await visit();

    for (const [name, answer] of [
      [BY_NAME?.vi, '288396'],
      [FAILS?.vi, 'always fails'],
      [EXAMPLES[1]?.vi, 'onerror'],
    ] as const) {
      await page.getByRole('button', { name }).click();
      await answerWith(page, answer);
    }
  });

  test('changes its language, shows the questions in it, and remembers it', async () => {
    const { page } = await visit({ locale: 'vi-VN' });
    expect(await page.getAttribute('html', 'lang')).toBe('vi');

    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: BY_NAME?.en }).waitFor();
    await page.reload();

    await page.getByRole('button', { name: BY_NAME?.en }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
  });

  test.each([
    ['en-GB', 'en'],
    ['fr-FR', 'vi'],
  ])('greets a browser set to %s in %s', async (locale, language) => {
    const { page } = await visit({ locale });

    expect(await page.getAttribute('html', 'lang')).toBe(language);
  });

  test('shows the documentation of the schema, the chosen language first', async () => {
    const { page } = await visit({ locale: 'en-GB' });

    await page.getByRole('button', { name: 'Docs' }).click();
    await page.locator('#docs').getByText('Query', { exact: true }).click();
    await page.locator('#docs').getByText('Trade unions, by their name.').waitFor();
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();

    await page.locator('#docs').getByText('Tổ chức công đoàn theo tên.').waitFor();
    await page.locator('#docs').getByText('Trường', { exact: true }).waitFor();
  });
};
