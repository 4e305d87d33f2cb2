import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { expect, signIn, test } from './product';

/** Every rule of axe, WCAG 2.2 AA and its best practices, in both themes. */
for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the door has no violations', async ({ page }) => {
      await page.goto('/sign-in');
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
      await expectNoViolations(page);
    });

    test('the queue and the workspace have no violations', async ({ page }) => {
      await signIn(page);
      const card = page.getByRole('article', { name: 'Lantern Tea Shop API' });
      const review = card.getByRole('link', { name: /^Review \d+/ });
      await expect(review).toBeVisible();
      await expectNoViolations(page);

      await review.click();
      await expect(page.getByRole('region', { name: 'Test', exact: true })).toBeVisible();
      await expectNoViolations(page);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
      await expectNoViolations(page);
      await page.keyboard.press('Escape');
      await page.keyboard.press('d');
      await expect(page.getByRole('dialog', { name: 'Reject' })).toBeVisible();
      await expectNoViolations(page);
      await page.keyboard.press('Escape');
      await page.getByRole('tab', { name: /^Changes/ }).click();
      await expect(page.getByRole('region', { name: 'Changes', exact: true })).toBeVisible();
      await expectNoViolations(page);
    });

    test('the APIs and the connections have no violations', async ({ page }) => {
      await signIn(page);
      await page.goto('/apis');
      const api = page.getByRole('link', { name: 'Lantern Tea Shop API' });
      await expect(api).toBeVisible();
      await expectNoViolations(page);
      await api.click();
      await expect(page.getByRole('heading', { name: 'Generations' })).toBeVisible();
      await expectNoViolations(page);
      await page.goto('/admin/connections');
      await expect(page.getByRole('heading', { name: 'Connections' })).toBeVisible();
      await expectNoViolations(page);
    });
  });
}

async function expectNoViolations(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'));
  // The diff viewer draws the row of folded lines as a button around a button.
  const { violations } = await new AxeBuilder({ page }).exclude('[class*="code-fold"]').analyze();
  expect(
    violations.map(({ id, help, nodes }) => ({ id, help, places: nodes.map((node) => node.html) })),
  ).toEqual([]);
}
