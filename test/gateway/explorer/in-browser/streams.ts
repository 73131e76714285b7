import { answerWith, type TestsInBrowser } from '../browser.js';
import { EXAMPLES, HOSTILE, type World } from '../sandbox.js';
import { asked, PROBLEM, run, textOf, write } from './editors.js';
import { LIVE } from './live.js';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

const [BY_NAME] = EXAMPLES;

const DISPUTE = 'subscription { dispute { title } }';
const DEFERRED = '{\n  unions(name: "Bắc") {\n    name\n    ... @defer {\n      medals\n    }\n  }\n}';

/** Answers of the hub that come bit by bit. */
export const streams: TestsInBrowser = (bench) => {
  describe('one event after the other', () => events(bench));
  describe('one part after the other', () => parts(bench));

  test('an end by an error is told in both languages, with the id of the request', async () => {
    const { page } = await bench.visit(asked('subscription {\n  brokenOff {\n    title\n  }\n}'));

    await run(page);

    await page.getByRole('status').getByText('Bị ngắt · 1 sự kiện').waitFor();
    const note = page.locator(PROBLEM);
    const vietnamese = await note.textContent();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('status').getByText('Broken off · 1 event').waitFor();
    expect(vietnamese).toMatch(/Mã yêu cầu: [\w-]{8,}/);
    expect(await note.textContent()).toMatch(/Request id: [\w-]{8,}/);
    expect(await note.textContent()).not.toContain('secret');
  });
};

const events: TestsInBrowser = ({ sharedVisit, world: { feed } }) => {
  const shared = sharedVisit(asked(DISPUTE));
  afterEach(async () => {
    if (feed.count > 0) await stopped(shared.page, feed);
  });
  const listening = async (): Promise<Page> => {
    const { page } = shared;
    const came = feed.someone();
    await run(page);
    await came;
    return page;
  };

  test('shows the events of a subscription one below the other, each with its time', async () => {
    const page = await listening();
    await page.getByText('Đang chờ sự kiện đầu tiên').waitFor();

    feed.tell('A strike');
    feed.tell('A meeting');

    await page.getByRole('status').getByText('Đang theo dõi · 2 sự kiện').waitFor();
    expect(await page.locator('.events pre').allTextContents()).toEqual([
      expect.stringContaining('A strike'),
      expect.stringContaining('A meeting'),
    ]);
    expect(await page.locator('.events time').allTextContents()).toEqual([
      expect.stringMatching(/^\d\d:\d\d:\d\d$/),
      expect.stringMatching(/^\d\d:\d\d:\d\d$/),
    ]);
  });

  test('EXP-01: a hostile event is text', async () => {
    const page = await listening();

    feed.tell(HOSTILE);
    await page.locator('.events').getByText('Hostile <img').waitFor();

    expect(await page.locator(LIVE).count()).toBe(0);
  });

  test('keeps the newest hundred events, and says how many are gone', async () => {
    const page = await listening();

    for (let number = 1; number <= 103; number += 1) feed.tell(`Event ${number}`);

    await page.locator('.events').getByText('"Event 103"').waitFor();
    expect(await page.locator('.events li').count()).toBe(100);
    expect(await textOf(page, '.events li:first-child')).toContain('"Event 4"');
    await page.getByText('3 sự kiện cũ hơn không còn được giữ').waitFor();
    expect(await page.locator('.events li:last-child').isVisible()).toBe(true);
  });

  test('a stop ends the subscription at the agency at once, and leaves the events and the focus', async () => {
    const page = await listening();
    feed.tell('A strike');
    await page.locator('.events').getByText('A strike').waitFor();

    await stopped(page, feed);

    await page.getByRole('status').getByText('Đã dừng · 1 sự kiện').waitFor();
    expect(await textOf(page, '.events')).toContain('A strike');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('result');
    expect(await page.getByRole('button', { name: 'Dừng' }).count()).toBe(0);
  });

  test('the end of a subscription is told, without an error', async () => {
    const page = await listening();
    feed.tell('A strike');

    feed.end();

    await page.getByRole('status').getByText('Đã kết thúc · 1 sự kiện').waitFor();
    expect(await page.locator(PROBLEM).count()).toBe(0);
  });

  test('another question ends the subscription before it', async () => {
    const page = await listening();
    const left = feed.nobody();

    await page.getByRole('button', { name: BY_NAME?.vi }).click();

    await answerWith(page, '288396');
    await left;
    await page.getByRole('status').getByText('Đã trả lời').waitFor();
  });

  test('a page that is left ends its subscription', async () => {
    await write(shared.page, DISPUTE);
    const page = await listening();
    const left = feed.nobody();

    await page.goto('about:blank');

    await left;
  });
};

const parts: TestsInBrowser = ({ sharedVisit, world }) => {
  const shared = sharedVisit(asked(DEFERRED));

  test('shows what is there of a deferred answer, and adds the rest when it comes', async () => {
    const { page } = shared;
    const release = world.holdHonours();

    await run(page);
    await answerWith(page, 'Liên đoàn Lao động');
    await page.getByRole('status').getByText('Đã nhận 1 phần').waitFor();
    const before = await textOf(page, '#result');
    release();

    await answerWith(page, '1975');
    await page.getByRole('status').getByText('Đã trả lời').waitFor();
    expect(before).not.toContain('medals');
    expect(await textOf(page, '#result')).toContain('Liên đoàn Lao động');
  });

  test('a stop keeps what has come of a deferred answer', async () => {
    const { page } = shared;
    const release = world.holdHonours();
    await run(page);
    await page.getByRole('status').getByText('Đã nhận 1 phần').waitFor();

    await page.getByRole('button', { name: 'Dừng' }).click();
    release();

    await page.getByRole('status').getByText('Đã dừng').waitFor();
    expect(await textOf(page, '#result')).toContain('Liên đoàn Lao động');
  });
};

/** Stops the subscription, until the agency has noticed. */
async function stopped(page: Page, feed: World['feed']): Promise<void> {
  const left = feed.nobody();
  await page.getByRole('button', { name: 'Dừng' }).press('Enter');
  await left;
}
