import { firstDataKey, globalId } from '../../../../schema/contract/ids.js';
import { REFUSED, type TestsInBrowser } from '../browser.js';
import { run } from './editors.js';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

const ORGANIZATION = globalId({
  type: 'UnionOrganization',
  key: firstDataKey('UnionOrganization', 'trial'),
});

/** The sandbox of a hub that issues trial tokens. */
export const offices: TestsInBrowser = ({ sharedVisit }) => {
  const shared = sharedVisit({ expected: REFUSED });

  test('takes a role and an organisation, and sends what is asked then in that office', async () => {
    const { page } = shared;
    await askFor(page, ORGANIZATION);
    await page.locator('#tool-headers').getByText('Bearer').waitFor();

    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await run(page);

    const { authorization = '' } = (await sent).headers();
    const claims = JSON.parse(Buffer.from(String(authorization.split('.')[1]), 'base64url').toString());
    expect(claims).toMatchObject({ trial: true, role: 'AUDITOR', organization: ORGANIZATION });
  });

  test('says in the language of the page what is wrong with an office', async () => {
    const { page } = shared;

    await askFor(page, 'vgcl');

    await page.getByRole('status').getByText('Tổ chức (organization) phải là mã').waitFor();
  });
};

async function askFor(page: Page, organization: string): Promise<void> {
  await page.getByRole('tab', { name: 'Tiêu đề yêu cầu' }).click();
  await page.getByLabel('Vai trò').selectOption('AUDITOR');
  await page.getByLabel('Mã tổ chức (id)').fill(organization);
  await page.getByRole('button', { name: 'Lấy mã' }).click();
}
