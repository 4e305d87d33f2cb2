import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { cloneBranch } from './git';
import { expect, root, signIn, test } from './product';

/** A public document that this project did not write: OpenAPI 3.1 with every kind of security. */
const galaxy = join(root, 'node_modules/@scalar/galaxy/dist/latest.yaml');

test('a signed webhook becomes reviewed tests in git', async ({ page, product }) => {
  await signIn(page);

  await test.step('connect a sender', async () => {
    await page.goto('/admin/connections/new');
    await page.getByLabel('Name', { exact: true }).fill('Galaxy CI');
    await page.getByLabel('Provider').selectOption('push');
    await page.getByRole('button', { name: 'Add the connection' }).click();
    await expect(page.getByRole('heading', { name: 'The connection is there' })).toBeVisible();
  });
  const shown = (label: string) =>
    page.getByText(`${label}:`, { exact: true }).locator('xpath=following-sibling::code').innerText();
  const url = await shown('Webhook address');
  const secret = await shown('Webhook secret');
  const body = await readFile(galaxy);
  const push = (signature: string) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/yaml', 'x-apifox-signature': `sha256=${signature}` },
      body,
    });

  await test.step('a wrong signature is refused, the right one accepted, a repeated one known', async () => {
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    await page.goto('/review');
    expect((await push('0'.repeat(64))).status).toBe(401);
    expect((await push(signature)).status).toBe(202);
    expect((await push(signature)).status).toBe(200);
  });

  const card = page.getByRole('article', { name: 'Scalar Galaxy' });
  await test.step('its tests appear without a reload', async () => {
    await expect(card.getByRole('link', { name: /^Review \d+/ })).toBeVisible({ timeout: 60_000 });
    await card.getByRole('link', { name: /^Review \d+/ }).click();
    await expect(page.getByRole('button', { name: 'Approve', exact: true })).toBeVisible();
  });

  const first = page.getByRole('navigation', { name: 'Test cases' }).locator('[aria-current="true"]');
  const rejected = await test.step('approve, reject with a reason, comment, all by keyboard', async () => {
    const approved = await first.innerText();
    await page.keyboard.press('a');
    await expect(first).not.toHaveText(approved);
    const title = await first.innerText();
    await page.keyboard.press('d');
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    await expect(page.getByText('1 rejected', { exact: false }).or(first)).not.toHaveText(title);
    await page.keyboard.press('c');
    await page.keyboard.type('Is this status really documented?');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Is this status really documented?')).toBeVisible();
    return title;
  });
  expect(rejected).not.toBe('');

  await test.step('approve what else is undecided of the first endpoint', async () => {
    await page
      .getByRole('button', { name: /^Decide [A-Z]+ \// })
      .first()
      .click();
    await page.getByRole('menuitem', { name: /^Approve \d+ undecided/ }).click();
    await expect(page.getByText(/\d+ approved|Approved \d+/).first()).toBeVisible();
  });

  await test.step('publish', async () => {
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('button', { name: /^Publish \d+ approved/ }).click();
    await expect(page.getByRole('region', { name: 'Publication' }).getByText('published')).toBeVisible({
      timeout: 60_000,
    });
  });
  const publication = page.getByRole('region', { name: 'Publication' });
  const branch = await publication.locator('dt:has-text("Branch") + dd').innerText();
  expect(branch).toMatch(/^ai-tests\/scalar_galaxy\//);

  const checkout = await cloneBranch(join(product.dataDir, 'repositories/api-tests.git'), branch);
  const tests = checkout.files.filter((file) => /^tests\/generated\/scalar_galaxy\/test_.*\.py$/.test(file));
  expect(tests.length).toBeGreaterThan(0);
  expect(checkout.files).toContain('tests/generated/scalar_galaxy/conftest.py');
  expect(checkout.log).toContain('Reviewed-by: Administrator');
  await checkout.remove();
});
