import { buildExplorer } from '../../../gateway/explorer/build.js';
import { BUILT_FOLDER } from '../../../gateway/explorer/built.js';
import { projectPath } from '../../../schema/contract/project.js';
import { sharedHub, type TinyHub } from '../../support/tiny-hub.js';
import { World } from './sandbox.js';
import { execFile } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, jest } from '@jest/globals';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** The Chromium to test with; `null` where there is none. */
const CHROMIUM = [process.env['CHROMIUM_PATH'] || '/usr/bin/chromium'].find(existsSync) ?? null;

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const BUILD_TIMEOUT_MS = 180_000;
const TEST_TIMEOUT_MS = 60_000;
const STEP_TIMEOUT_MS = 15_000;

/** What Chromium says in its console of every answer that is a refusal, and of every connection that fails. */
export const REFUSED = /^Failed to load resource/;
/** What it says of all that a content policy forbids. */
export const FORBIDDEN = /Content Security Policy/;
/** What no console says. */
const NOTHING = /$^/;

/** A page of the sandbox under test, with everything suspicious that it did. */
interface Visit {
  readonly page: Page;
  /** URLs asked of any host but the sandbox's own. */
  readonly outsideRequests: readonly string[];
  /** Console errors (broken content policies among them) and uncaught exceptions. */
  readonly troubles: readonly string[];
}

/** How a page is opened. */
interface VisitOptions extends BrowserContextOptions {
  /** What the browser remembers from earlier. */
  readonly kept?: Readonly<Record<string, string>>;
  /** What the console may say, since the test brings it about. */
  readonly expected?: RegExp;
}

/** Opens the sandbox as in a browser of its own. */
export type Visitor = (options?: VisitOptions) => Promise<Visit>;

/** What tests in the browser work with. */
export interface Bench {
  readonly visit: Visitor;
  readonly world: World;
  readonly hub: Pick<TinyHub, 'url'>;
}

/** Tests of one side of the sandbox. */
export type TestsInBrowser = (bench: Bench) => void;

/**
 * Tests of the built sandbox in a real browser, started once for all of them as is the hub; skipped, with a word about
 * it, where there is no browser.
 *
 * After each test every page it opened must have asked no other host, raised no error, run no foreign script and set
 * no cookie.
 */
export function describeInBrowser(name: string, groups: Readonly<Record<string, TestsInBrowser>>): void {
  if (CHROMIUM === null) process.stderr.write(`${name}: skipped, set CHROMIUM_PATH or install chromium.\n`);
  (CHROMIUM === null ? describe.skip : describe)(name, () => {
    jest.setTimeout(TEST_TIMEOUT_MS);
    const world = new World();
    const visits: Visit[] = [];
    let browser: Browsers;
    beforeAll(async () => {
      await build();
      browser = new Browsers(await chromium.launch({ executablePath: CHROMIUM ?? '', args: ARGUMENTS }));
    }, BUILD_TIMEOUT_MS);
    const hub = sharedHub(() => world.open());
    afterEach(() => Promise.all(visits.splice(0).map(leave)));
    afterAll(() => browser.close());
    const visit: Visitor = async (options) => {
      const opened = await browser.open(hub.url, options);
      visits.push(opened);
      return opened;
    };
    for (const [group, tests] of Object.entries(groups)) describe(group, () => tests({ visit, world, hub }));
  });
}

/** Builds the sandbox as `npm run build` does, in a process of its own. */
async function build(): Promise<void> {
  await promisify(execFile)(
    process.execPath,
    ['--import', '@oxc-node/core/register', projectPath('gateway/explorer/build.ts')],
    { cwd: projectPath(), timeout: BUILD_TIMEOUT_MS },
  );
}

/** Builds the sandbox if its sources have changed. @returns whether it did */
export function buildAgain(): Promise<boolean> {
  return buildExplorer();
}

async function leave({ page, outsideRequests, troubles }: Visit): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  page.removeAllListeners();
  expect({ outsideRequests, troubles }).toEqual({ outsideRequests: [], troubles: [] });
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
  expect(await page.context().cookies()).toEqual([]);
}

/** Waits until the result pane shows a text. */
export function answerWith(page: Page, text: string): Promise<void> {
  return page.locator('.result-window').getByText(text).first().waitFor();
}

const USUAL = { locale: 'vi-VN', viewport: { width: 1280, height: 800 } } as const;

/** A file of the sandbox that runs no script; looked up once the sandbox is built. */
const quietPath = (): string => globSync('assets/*.svg', { cwd: BUILT_FOLDER })[0] ?? '';

/**
 * One page for each of the settings that tests want, since a new one takes three times as long. Each visit loads the
 * sandbox anew, into a browser that remembers nothing but what the test wants it to.
 */
class Browsers {
  private readonly pages = new Map<string, Promise<Page>>();

  constructor(private readonly browser: Browser) {}

  async open(
    origin: string,
    { kept = {}, expected = NOTHING, ...options }: VisitOptions = {},
  ): Promise<Visit> {
    const settings = { ...USUAL, ...options };
    const page = await this.pageFor(settings);
    await page.setViewportSize(settings.viewport ?? USUAL.viewport);
    await page.emulateMedia({ colorScheme: settings.colorScheme ?? null });
    await page.goto(`${origin}/${quietPath()}`);
    await page.evaluate(forget, kept);
    const visit = watch(page, { origin, expected });
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

/** Runs in the page: what earlier visits left is forgotten. */
function forget(kept: Readonly<Record<string, string>>): void {
  localStorage.clear();
  sessionStorage.clear();
  Object.assign(localStorage, kept);
}

interface Watched {
  readonly origin: string;
  readonly expected: RegExp;
}

function watch(page: Page, { origin, expected }: Watched): Visit {
  const outsideRequests: string[] = [];
  const troubles: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:'))
      outsideRequests.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() !== 'error' || expected.test(message.text())) return;
    troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  return { page, outsideRequests, troubles };
}
