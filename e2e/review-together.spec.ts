import type { Page } from '@playwright/test';

import { expect, signIn, test } from './product';

test('two reviewers see each other decide, and neither overwrites the other', async ({ page, browser }) => {
  await signIn(page);
  const card = page.getByRole('article', { name: 'Lantern Tea Shop API' });
  await card.getByRole('link', { name: /^Review \d+/ }).click();
  await expect(approve(page)).toBeVisible();
  const elsewhere = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const other = await elsewhere.newPage();
  await signIn(other);
  await other.goto(page.url());
  await expect(approve(other)).toBeVisible();

  await test.step('what one approves appears in the other without a reload', async () => {
    const title = await currentTitle(page);
    await expect(caseIn(other, 'Undecided', title)).toBeVisible();
    await approve(page).click();
    await expect(caseIn(other, 'Approved', title)).toBeVisible();
  });

  await test.step('a decision on what moved on meanwhile is refused and explained', async () => {
    const title = await currentTitle(page);
    await caseIn(other, 'Undecided', title).click();
    // From here on the other browser can no longer read what changes.
    await other.route('**/data/review/**', (route) => route.abort());
    await approve(page).click();
    await expect(caseIn(page, 'Approved', title)).toBeVisible();
    await other.getByRole('button', { name: 'Reject', exact: true }).click();
    await other.getByRole('radio', { name: /^Duplicate/ }).check();
    await other.getByRole('button', { name: 'Reject case' }).click();
    await expect(other.getByText(`Your decision on “${title}” was not applied.`).first()).toBeVisible();
    await expect(caseIn(other, 'Approved', title)).toBeVisible();
  });
  await elsewhere.close();
});

function approve(page: Page) {
  return page.getByRole('button', { name: 'Approve', exact: true });
}

function caseList(page: Page) {
  return page.getByRole('navigation', { name: 'Test cases' });
}

async function currentTitle(page: Page): Promise<string> {
  return (await caseList(page).locator('[aria-current="true"]').getAttribute('title')) ?? '';
}

function caseIn(page: Page, state: 'Undecided' | 'Approved', title: string) {
  return caseList(page).getByTitle(title, { exact: true }).filter({ hasText: state }).first();
}
