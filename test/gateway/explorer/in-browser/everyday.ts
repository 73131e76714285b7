import { answerWith, buildAgain, type TestsInBrowser } from '../browser.js';
import { textOf } from './editors.js';
import { EXAMPLES } from '../sandbox.js';
import { describe, expect, test } from '@jest/globals';

const [BY_NAME, , FAILS] = EXAMPLES;

/** What everybody does with the sandbox. */
export const everyday: TestsInBrowser = ({ visit, sharedVisit }) => {
  test('is not built again while its sources stay the same', async () => {
    expect(await buildAgain()).toBe(false);
  });

  describe('from its first moment on', () => {
    const shared = sharedVisit();

    test('groups the examples by who asks, in a fixed order', async () => {
      const { page } = shared;
      await page.getByRole('button', { name: BY_NAME?.vi }).waitFor();

      const groups = await page.locator('#examples summary').allTextContents();

      expect(groups).toEqual(['Lập trình viên giao diện 1', 'Cán bộ công đoàn 1', 'Nhà báo, người dân 1']);
    });

    test('says which role a question needs', async () => {
      const { page } = shared;
      const question = page.getByRole('button', { name: EXAMPLES[1]?.vi });

      expect(await question.locator('small').textContent()).toBe(
        'Cần vai trò UNION_OFFICER (cán bộ công đoàn)',
      );
      expect(await page.locator('#examples small').count()).toBe(1);
    });

    test('runs an example with one click and shows question, query, variables and answer', async () => {
      const { page } = shared;

      await page.getByRole('button', { name: BY_NAME?.vi }).click();

      await answerWith(page, '288396');
      expect(await textOf(page, '#query')).toContain('query ByName');
      expect(await textOf(page, '#tool-variables')).toContain('"Bắc Giang"');
      expect(await textOf(page, '#result')).toContain(BY_NAME?.vi);
      await page.getByRole('status').getByText('Đã trả lời').waitFor();
    });

    test('says how many errors an answer holds', async () => {
      const { page } = shared;

      await page.getByRole('button', { name: FAILS?.vi }).click();

      await answerWith(page, 'This field always fails.');
      await page.getByRole('status').getByText('Có 1 lỗi').waitFor();
    });

    test('runs one example after another, each under its own operation', async () => {
      const { page } = shared;

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
      const { page } = shared;
      expect(await page.getAttribute('html', 'lang')).toBe('vi');

      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('button', { name: BY_NAME?.en }).waitFor();
      await page.reload();

      await page.getByRole('button', { name: BY_NAME?.en }).waitFor();
      expect(await page.getAttribute('html', 'lang')).toBe('en');
    });
  });

  test('says so when variables that are not JSON keep a query from being sent', async () => {
    const { page } = await visit({ kept: { 'graphiql:variables': '{"name":' } });

    await page.getByRole('button', { name: 'Chạy' }).click();

    await page.getByRole('status').getByText('Chưa gửi').waitFor();
    expect(await page.getByText('Kết quả sẽ hiện ở đây.').count()).toBe(0);
  });

  test('greets a browser set to fr-FR in vi', async () => {
    const { page } = await visit({ locale: 'fr-FR' });

    expect(await page.getAttribute('html', 'lang')).toBe('vi');
  });

  describe('in English', () => {
    const shared = sharedVisit({ locale: 'en-GB' });

    test('greets a browser set to en-GB in en', async () => {
      expect(await shared.page.getAttribute('html', 'lang')).toBe('en');
    });

    test('shows the documentation of the schema, the chosen language first', async () => {
      const { page } = shared;

      await page.getByRole('button', { name: 'Docs' }).click();
      await page.locator('#docs').getByText('Query', { exact: true }).click();
      await page.locator('#docs').getByText('Trade unions, by their name.').waitFor();
      await page.getByRole('button', { name: 'Tiếng Việt' }).click();

      await page.locator('#docs').getByText('Tổ chức công đoàn theo tên.').waitFor();
      await page.locator('#docs').getByText('Trường', { exact: true }).waitFor();
    });
  });
};
