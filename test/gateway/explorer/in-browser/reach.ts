import { answerWith, type TestsInBrowser } from '../browser.js';
import { EXAMPLES } from '../sandbox.js';
import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

const PHONE = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true };
const [BY_NAME] = EXAMPLES;

/** The sandbox on other screens, and without a mouse. */
export const reach: TestsInBrowser = ({ visit, sharedVisit }) => {
  test('runs an example by the keyboard alone, and shows where the focus is', async () => {
    const { page } = await visit();

    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatchObject({ text: 'Đến câu hỏi mẫu', isSeen: true });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatchObject({ text: BY_NAME?.vi, isSeen: true });
    await page.keyboard.press('Enter');

    await answerWith(page, '288396');
  });

  test('lets the keyboard through every part and out of the editors again', async () => {
    const { page } = await visit();
    const parts = new Set<string>();

    await page.keyboard.press('Tab');
    for (let step = 0; step < 60 && !parts.has('end'); step += 1) {
      const { part, isEditor } = await focused(page);
      parts.add(part);
      if (isEditor) await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
    }

    expect([...parts]).toEqual(['top', 'examples', 'query', 'result', 'end']);
  });

  test('on a phone shows one part at a time, and the answer once an example is chosen', async () => {
    const { page } = await visit(PHONE);
    expect(await shownPanes(page)).toEqual(['examples']);

    await page.getByRole('button', { name: BY_NAME?.vi }).tap();
    await answerWith(page, '288396');
    expect(await shownPanes(page)).toEqual(['result']);

    await page.getByRole('button', { name: 'Truy vấn' }).tap();
    expect(await shownPanes(page)).toEqual(['query']);
    await page.getByRole('button', { name: 'Chạy' }).tap();
    expect(await shownPanes(page)).toEqual(['result']);
  });

  describe('of any width and colour', () => {
    const shared = sharedVisit({ colorScheme: 'light' });

    test('never scrolls sideways, whatever the width', async () => {
      const { page } = shared;
      const overflows = [];

      for (const width of [360, 390, 759, 760, 1100, 1280]) {
        await page.setViewportSize({ width, height: 780 });
        overflows.push(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth));
      }

      expect(overflows).toEqual([0, 0, 0, 0, 0, 0]);
    });

    test('follows the system from light to dark', async () => {
      const { page } = shared;
      const light = await colours(page);

      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('.monaco-editor.vs-dark').first().waitFor();

      expect(await colours(page)).not.toEqual(light);
    });
  });
};

function shownPanes(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.pane')]
      .filter((pane) => pane.offsetWidth > 0)
      .map(({ id }) => id),
  );
}

function colours(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    ['body', '.pane', '.monaco-editor .mtk1'].flatMap((selector) => {
      const { color, backgroundColor } = getComputedStyle(document.querySelector(selector) as Element);
      return [color, backgroundColor];
    }),
  );
}

interface Focused {
  readonly text: string;
  /** Whether an outline shows the focus. */
  readonly isSeen: boolean;
  /** Whether it is the frame of an editor, which Enter opens. */
  readonly isEditor: boolean;
  /** Part of the page: a pane's id, `top`, or `end` past the last one. */
  readonly part: string;
}

function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      text: element.textContent ?? '',
      isSeen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      isEditor: element.matches('.graphiql-editor'),
      part: element === document.body ? 'end' : (element.closest('.pane')?.id ?? 'top'),
    };
  });
}
