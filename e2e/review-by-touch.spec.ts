import { expect, signIn, test } from './product';

test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true });

test('a reviewer with a tablet approves and rejects by touch', async ({ page }) => {
  await signIn(page);
  const card = page.getByRole('article', { name: 'Lantern Tea Shop API' });
  await card.getByRole('link', { name: /^Review \d+/ }).tap();
  const bar = page.getByRole('toolbar', { name: 'Decision' });
  const title = bar.getByRole('paragraph');

  await test.step('what decides is as large as a finger', async () => {
    for (const name of ['Previous case', 'Next case', 'Reject', 'Approve']) {
      const box = await bar.getByRole('button', { name, exact: true }).boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
  });

  await test.step('approve and go on', async () => {
    const before = await title.innerText();
    await bar.getByRole('button', { name: 'Approve', exact: true }).tap();
    await expect(title).not.toHaveText(before);
  });

  await test.step('look at the document, then reject with a reason', async () => {
    await page.getByRole('tab', { name: 'Spec', exact: true }).tap();
    await expect(page.getByRole('region', { name: 'Document', exact: true })).toBeVisible();
    await bar.getByRole('button', { name: 'Reject', exact: true }).tap();
    await page.getByRole('radio', { name: /^Bad test data/ }).tap();
    await page.getByRole('button', { name: 'Reject case' }).tap();
    await page.getByRole('tab', { name: 'Cases', exact: true }).tap();
    await expect(page.getByRole('button', { name: 'Rejected: 1', exact: true })).toBeVisible();
  });

  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(sideways).toBe(false);
});
