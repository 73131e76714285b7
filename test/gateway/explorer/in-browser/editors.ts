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

/** Runs what stands in the editors. */
export async function run(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Chạy' }).click();
}

/** Writes the request headers. */
export async function send(page: Page, headers: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('tab', { name: 'Tiêu đề yêu cầu' }).click();
  await page.locator('#tool-headers textarea').fill(JSON.stringify(headers));
}
