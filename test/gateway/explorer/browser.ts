import { loadExplorer } from '../../../gateway/explorer/files.js';
import { projectPath } from '../../../schema/contract/project.js';
import { originOf, serve } from './sandbox.js';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
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

/** Builds the sandbox as `npm run build` does, in a process of its own. @returns the line it prints */
export async function build(): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', '@oxc-node/core/register', projectPath('gateway/explorer/build.ts')],
    { cwd: projectPath(), timeout: BUILD_TIMEOUT_MS },
  );
  return stdout;
}

/** A page of the sandbox under test, with everything suspicious that it did. */
interface Visit {
  readonly page: Page;
  /** URLs asked of any host but the sandbox's own. */
  readonly outsideRequests: readonly string[];
  /** Console errors (broken content policies among them) and uncaught exceptions. */
  readonly troubles: readonly string[];
}

/** Opens the sandbox in a browser of its own; `kept` is what the browser remembers from earlier. */
type Visitor = (options?: BrowserContextOptions, kept?: Readonly<Record<string, string>>) => Promise<Visit>;

interface Bench {
  readonly visit: Visitor;
  readonly close: () => Promise<void>;
}

/**
 * Tests of the built sandbox in a real browser; skipped, with a word about it, where there is no browser.
 *
 * After each test every page it opened must have asked no other host, raised no error, run no foreign script and set
 * no cookie.
 */
export function describeInBrowser(name: string, tests: (visit: Visitor) => void): void {
  if (CHROMIUM === null) process.stderr.write(`${name}: skipped, set CHROMIUM_PATH or install chromium.\n`);
  (CHROMIUM === null ? describe.skip : describe)(name, () => {
    jest.setTimeout(TEST_TIMEOUT_MS);
    let bench: Bench;
    const visits: Visit[] = [];
    beforeAll(async () => {
      await build();
      bench = await openBench();
    }, BUILD_TIMEOUT_MS);
    afterAll(() => bench.close());
    afterEach(() => Promise.all(visits.splice(0).map(leave)));
    tests(async (...options) => {
      const visit = await bench.visit(...options);
      visits.push(visit);
      return visit;
    });
  });
}

async function leave({ page, outsideRequests, troubles }: Visit): Promise<void> {
  expect({ outsideRequests, troubles }).toEqual({ outsideRequests: [], troubles: [] });
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
  expect(await page.context().cookies()).toEqual([]);
  await page.context().close();
}

/** Waits until the result pane shows a text. */
export function answerWith(page: Page, text: string): Promise<void> {
  return page.locator('.result-window').getByText(text).first().waitFor();
}

async function openBench(): Promise<Bench> {
  const server = await serve(loadExplorer());
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ARGUMENTS });
  return {
    visit: (options, kept = {}) => open(browser, originOf(server), { ...options, kept }),
    async close() {
      await browser.close();
      server.close();
    },
  };
}

interface OpenOptions extends BrowserContextOptions {
  readonly kept: Readonly<Record<string, string>>;
}

async function open(browser: Browser, origin: string, { kept, ...options }: OpenOptions): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'vi-VN',
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  context.setDefaultTimeout(STEP_TIMEOUT_MS);
  await context.addInitScript((entries) => Object.assign(localStorage, entries), kept);
  const visit = watch(await context.newPage(), origin);
  await visit.page.goto(origin);
  await visit.page.locator('.graphiql-query-editor textarea').waitFor({ state: 'attached' });
  return visit;
}

function watch(page: Page, origin: string): Visit {
  const outsideRequests: string[] = [];
  const troubles: string[] = [];
  page.context().on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:'))
      outsideRequests.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  return { page, outsideRequests, troubles };
}
