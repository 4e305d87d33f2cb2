import { expect, signIn, test } from './product';

test('a key pressed right after Escape opens its dialog, and it stays', async ({ page }) => {
  await signIn(page);
  const card = page.getByRole('article', { name: 'Lantern Tea Shop API' });
  await card.getByRole('link', { name: /^Review \d+/ }).click();
  await expect(page.getByRole('region', { name: 'Test', exact: true })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();

  // Both in one task, so that the first dialog's `close` event comes after the key.
  await page.evaluate(() => {
    document.querySelector<HTMLDialogElement>('dialog[open]')?.close();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'd' }));
  });

  await expect(page.getByRole('dialog', { name: 'Reject' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Reject' })).toBeHidden();
});
