import type { Page } from 'playwright-core';

/** Where it is said what went wrong; the editors have alerts of their own. */
export const PROBLEM = '.problem[role=alert]';

/** Text of a part of the page; the editors write spaces as no-break spaces. */
export async function textOf(page: Page, selector: string): Promise<string> {
  return ((await page.locator(selector).textContent()) ?? '').replaceAll('\u00A0', ' ');
}

/** What the page remembers when the query is this one. */
export function asked(query: string): { readonly kept: Readonly<Record<string, string>> } {
  return { kept: { 'graphiql:query': query } };
}

/**
 * Writes a query in the place of the one that stands there, and waits until the page has taken note of it.
 *
 * @param query one line: the editor would indent others, and close their braces
 */
export async function write(page: Page, query: string): Promise<void> {
  await replaceText(page, { within: '.graphiql-query-editor', by: query });
  await page.waitForFunction((written) => localStorage.getItem('graphiql:query') === written, query);
}

/** Runs what stands in the editors. */
export async function run(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Chạy' }).click();
}

/** Writes the request headers. */
export async function send(page: Page, headers: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('tab', { name: 'Tiêu đề yêu cầu' }).click();
  await replaceText(page, { within: '#tool-headers', by: JSON.stringify(headers) });
}

interface Replacement {
  readonly within: string;
  readonly by: string;
}

/** Deletes what stands there first, since the editor would put what is selected between the new braces. */
async function replaceText(page: Page, { within, by }: Replacement): Promise<void> {
  await page.locator(`${within} .view-lines`).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(by);
}
