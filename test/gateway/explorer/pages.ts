import { BUILT_FOLDER } from '../../../gateway/explorer/built.js';
import { globSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Browser, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core';

const STEP_TIMEOUT_MS = 15_000;

/** What no console says. */
const NOTHING = /$^/;

const USUAL = { locale: 'vi-VN', viewport: { width: 1280, height: 800 } } as const;

/** A page of the sandbox under test, with everything suspicious that it did since it was last asked. */
export interface Visit {
  readonly page: Page;
  readonly origin: string;
  /** What the console may say, since the tests bring it about. */
  readonly expected: RegExp;
  /** URLs asked of any host but the sandbox's own. */
  readonly outsideRequests: string[];
  /** Console errors (broken content policies among them) and uncaught exceptions. */
  readonly troubles: string[];
}

/** How a page is opened. */
export interface VisitOptions extends BrowserContextOptions {
  /** What the browser remembers from earlier. */
  readonly kept?: Readonly<Record<string, string>>;
  /** What the console may say, since the test brings it about. */
  readonly expected?: RegExp;
}

/**
 * One page for each of the settings that tests want, since a new one takes three times as long. Each visit loads the
 * sandbox anew, into a browser that remembers nothing but what the test wants it to.
 */
export class Pages {
  private readonly pages = new Map<string, Promise<Page>>();

  constructor(private readonly browser: Browser) {}

  async open(
    origin: string,
    { kept = {}, expected = NOTHING, viewport, colorScheme, ...settings }: VisitOptions = {},
  ): Promise<Visit> {
    const page = await this.pageFor({ ...USUAL, ...settings });
    page.removeAllListeners();
    await page.setViewportSize(viewport ?? USUAL.viewport);
    await page.emulateMedia({ colorScheme: colorScheme ?? null });
    await page.goto(`${origin}/${quietPath()}`);
    await page.evaluate(forget, kept);
    const visit: Visit = { page, origin, expected, outsideRequests: [], troubles: [] };
    watch(visit);
    await page.goto(origin);
    await page.locator('.graphiql-query-editor textarea').waitFor({ state: 'attached' });
    return visit;
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  private pageFor(settings: BrowserContextOptions): Promise<Page> {
    const key = JSON.stringify(settings);
    const page = this.pages.get(key) ?? this.newPage(settings);
    this.pages.set(key, page);
    return page;
  }

  private async newPage(settings: BrowserContextOptions): Promise<Page> {
    const context = await this.browser.newContext(settings);
    context.setDefaultTimeout(STEP_TIMEOUT_MS);
    return context.newPage();
  }
}

/** A file of the sandbox that runs no script; looked up once the sandbox is built. */
const quietPath = (): string => globSync('assets/*.svg', { cwd: BUILT_FOLDER })[0] ?? '';

/** What a browser asks for once with a file that names no icon, as that one; the sandbox names its own. */
const ICON_PATH = '/favicon.ico';

/** Runs in the page: what earlier visits left is forgotten. */
function forget(kept: Readonly<Record<string, string>>): void {
  localStorage.clear();
  sessionStorage.clear();
  Object.assign(localStorage, kept);
}

function watch({ page, origin, expected, outsideRequests, troubles }: Visit): void {
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:'))
      outsideRequests.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() !== 'error' || expected.test(message.text())) return;
    if (message.location().url !== `${origin}${ICON_PATH}`) troubles.push(wordsOf(message));
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
}

function wordsOf(message: ConsoleMessage): string {
  return `${message.text()} (${message.location().url})`;
}

/**
 * Ends what a test began on a page, which must have asked no other host, raised no error, run no foreign script and set
 * no cookie. The page stays as it is, and is watched anew.
 */
export async function settle(visit: Visit): Promise<void> {
  const { page, outsideRequests, troubles } = visit;
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  page.removeAllListeners();
  watch(visit);
  const seen = { outsideRequests: outsideRequests.splice(0), troubles: troubles.splice(0) };
  expect(seen).toEqual({ outsideRequests: [], troubles: [] });
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
  expect(await page.context().cookies()).toEqual([]);
}
