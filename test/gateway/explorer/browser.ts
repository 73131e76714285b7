import { buildExplorer, isUpToDate } from '../../../gateway/explorer/build.js';
import { projectPath } from '../../../schema/contract/project.js';
import { sharedHub, type TinyHub } from '../../support/tiny-hub.js';
import { Pages, settle, type Visit, type VisitOptions } from './pages.js';
import { World } from './sandbox.js';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, jest } from '@jest/globals';
import { chromium, type Page } from 'playwright-core';

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

/** What Chromium says in its console of every answer that is a refusal, and of every connection that fails. */
export const REFUSED = /^Failed to load resource/;
/** What it says of all that a content policy forbids. */
export const FORBIDDEN = /Content Security Policy/;

/** Opens the sandbox as in a browser of its own. */
type Visitor = (options?: VisitOptions) => Promise<Visit>;

/** What tests in the browser work with. */
export interface Bench {
  /** A page for one test, which has to itself all that other pages with its settings would show. */
  readonly visit: Visitor;
  /**
   * One page for all tests of a `describe`, opened before the first of them. Each finds it as the one before left it, so
   * it brings about all that it relies on. None of them may visit another page with the same settings.
   */
  readonly sharedVisit: (options?: VisitOptions) => Pick<Visit, 'page'>;
  readonly world: World;
  readonly hub: Pick<TinyHub, 'url'>;
}

/** Tests of one side of the sandbox. */
export type TestsInBrowser = (bench: Bench) => void;

/**
 * Tests of the built sandbox in a real browser, started once for all of them as is the hub; skipped, with a word about
 * it, where there is no browser.
 *
 * After each test every page it used must have asked no other host, raised no error, run no foreign script and set no
 * cookie.
 */
export function describeInBrowser(name: string, groups: Readonly<Record<string, TestsInBrowser>>): void {
  if (CHROMIUM === null) process.stderr.write(`${name}: skipped, set CHROMIUM_PATH or install chromium.\n`);
  (CHROMIUM === null ? describe.skip : describe)(name, () => {
    jest.setTimeout(TEST_TIMEOUT_MS);
    const world = new World();
    let pages: Pages;
    beforeAll(async () => {
      await build();
      pages = new Pages(await chromium.launch({ executablePath: CHROMIUM ?? '', args: ARGUMENTS }));
    }, BUILD_TIMEOUT_MS);
    const hub = sharedHub(() => world.open());
    afterAll(() => pages.close());
    const open: Visitor = (options) => pages.open(hub.url, options);
    const bench = { visit: settlingAfterEach(open), sharedVisit: sharing(open), world, hub };
    for (const [group, tests] of Object.entries(groups)) describe(group, () => tests(bench));
  });
}

/** Opens pages that are settled after the test. */
function settlingAfterEach(open: Visitor): Visitor {
  const visits: Visit[] = [];
  afterEach(() => Promise.all(visits.splice(0).map(settle)));
  return async (options) => {
    const visit = await open(options);
    visits.push(visit);
    return visit;
  };
}

/** Opens pages that are settled after each test, and stay. */
function sharing(open: Visitor): Bench['sharedVisit'] {
  return (options) => {
    let shared: Visit | undefined;
    beforeAll(async () => {
      shared = await open(options);
    }, TEST_TIMEOUT_MS);
    afterEach(() => shared && settle(shared));
    return {
      get page() {
        if (!shared) throw new Error('The page did not open.');
        return shared.page;
      },
    };
  };
}

/** Builds the sandbox as `npm run build` does, in a process of its own, if its sources have changed. */
async function build(): Promise<void> {
  if (isUpToDate()) return;
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

/** Waits until the result pane shows a text. */
export function answerWith(page: Page, text: string): Promise<void> {
  return page.locator('.result-window').getByText(text).first().waitFor();
}
