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
    const pane = page.locator('#test-pane');
    await expect(pane).toContainText(/def test_\w+/);
    const name = /def (test_\w+)/.exec(await pane.innerText())?.[1] ?? '';
    await page.keyboard.press('d');
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    await expect(first).not.toHaveText(title);
    await page.keyboard.press('c');
    await page.keyboard.type('Is this status really documented?');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Is this status really documented?')).toBeVisible();
    return name;
  });

  await test.step('approve what else is undecided of the first endpoint', async () => {
    await page
      .getByRole('button', { name: /^Decide [A-Z]+ \// })
      .first()
      .click();
    await page.getByRole('menuitem', { name: /^Approve \d+ undecided/ }).click();
    await expect(page.getByText(/\d+ approved|Approved \d+/).first()).toBeVisible();
  });

  const approved = await test.step('publish', async () => {
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    const button = page.getByRole('button', { name: /^Publish \d+ approved/ });
    const count = Number(/\d+/.exec(await button.innerText())?.[0]);
    await button.click();
    await expect(page.getByRole('region', { name: 'Publication' }).getByText('published')).toBeVisible({
      timeout: 60_000,
    });
    return count;
  });
  const publication = page.getByRole('region', { name: 'Publication' });
  const branch = await publication.locator('dt:has-text("Branch") + dd').innerText();
  expect(branch).toMatch(/^ai-tests\/scalar_galaxy\//);

  const checkout = await cloneBranch(join(product.dataDir, 'repositories/api-tests.git'), branch);
  const tests = checkout.files.filter((file) => /^tests\/generated\/scalar_galaxy\/test_.*\.py$/.test(file));
  const published = await testNames(tests.map((file) => join(checkout.folder, file)));
  expect(rejected).toMatch(/^test_/);
  expect(published).not.toContain(rejected);
  expect(published).toHaveLength(approved);
  expect(approved).toBeGreaterThan(1);
  expect(checkout.files).toContain('tests/generated/scalar_galaxy/conftest.py');
  expect(checkout.log).toContain('Reviewed-by: Administrator');
  await checkout.remove();
});

/** The names of all test functions in these files. */
async function testNames(paths: string[]): Promise<string[]> {
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  return texts.flatMap((text) =>
    [...text.matchAll(/^ {4}def (test_\w+)\(/gm)].map((match) => match[1] ?? ''),
  );
}
