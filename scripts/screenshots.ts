// npm run screenshots: takes the pictures of the documentation from a running product that holds the sample API.
// Usage: ADMIN_EMAIL=… ADMIN_PASSWORD=… npm run screenshots [-- http://localhost:8000]; CHROMIUM names another browser.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';

const base = process.argv[2] ?? 'http://localhost:8000';
const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));
const secondVersion = fileURLToPath(new URL('../public/sample/shop-v1.1.openapi.yaml', import.meta.url));
const api = 'Lantern Tea Shop API';

const executablePath = process.env.CHROMIUM;
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage({
    baseURL: base,
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  await signIn(page);
  await haveTwoVersions(page);
  await workspace(page);
  await page.setViewportSize({ width: 1120, height: 700 });
  await changes(page);
  await page.goto('/review');
  await page.getByRole('article', { name: api }).waitFor();
  await shoot(page, 'queue');
  await page.goto('/admin/connections/new');
  await page.getByLabel('Name', { exact: true }).fill('Shop project');
  await shoot(page, 'connect');
} finally {
  await browser.close();
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(process.env.ADMIN_EMAIL ?? 'admin@example.com');
  await page.getByLabel('Password', { exact: true }).fill(process.env.ADMIN_PASSWORD ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/review');
}

/** Approves the first version and imports the second one, unless that was done before. */
async function haveTwoVersions(page: Page): Promise<void> {
  await page.goto('/apis');
  await page.getByRole('link', { name: api }).click();
  await page.getByRole('heading', { name: 'Versions', exact: true }).waitFor();
  if ((await page.getByRole('link', { name: 'Generation 2' }).count()) > 0) return;
  await page.goto('/review');
  await openReview(page);
  await page.getByRole('button', { name: 'Decide the whole API' }).click();
  await page.getByRole('menuitem', { name: /^Approve all/ }).click();
  await page.getByText(/^Approved \d+ cases/).waitFor();
  await page.goto('/apis');
  await page.getByRole('button', { name: 'Import a document' }).click();
  await page.getByLabel('File').setInputFiles(secondVersion);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('link', { name: 'Review its tests' }).click();
  await page.getByRole('button', { name: 'Approve', exact: true }).waitFor({ timeout: 120_000 });
}

async function openReview(page: Page): Promise<void> {
  const card = page.getByRole('article', { name: api });
  await card.getByRole('link', { name: /^Review \d+/ }).click();
  await page.getByRole('region', { name: 'Test', exact: true }).waitFor();
}

/** A case with its document and its test lit up, as a reviewer sees it while pointing at an assertion. */
async function workspace(page: Page): Promise<void> {
  await page.goto('/review');
  await openReview(page);
  const test = page.getByRole('region', { name: 'Test', exact: true });
  await test.getByText('response', { exact: false }).first().hover();
  await shoot(page, 'review');
}

async function changes(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^Changes/ }).click();
  await page.getByRole('region', { name: 'Changes', exact: true }).locator('table').first().waitFor();
  await shoot(page, 'changes');
}

async function shoot(page: Page, name: string): Promise<void> {
  // The badge of the development server is no part of the product.
  await page.addStyleTag({ content: 'nextjs-portal { display: none }' });
  await page.waitForTimeout(800);
  await page.screenshot({ path: `${folder}${name}.png` });
  console.log(`docs/images/${name}.png`);
}
