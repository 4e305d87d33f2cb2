import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { cloneBranch } from './git';
import { expect, root, signIn, test } from './product';

const run = promisify(execFile);

test('the sample is approved as a whole, committed, and green under pytest on its server', async ({
  page,
  product,
}) => {
  await signIn(page);
  const card = page.getByRole('article', { name: 'Lantern Tea Shop API' });
  await card.getByRole('link', { name: /^Review \d+/ }).click();
  await page.getByRole('button', { name: 'Decide the whole API' }).click();
  await page.getByRole('menuitem', { name: /^Approve all \d+ undecided/ }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('button', { name: /^Publish \d+ approved/ }).click();
  const publication = page.getByRole('region', { name: 'Publication' });
  await expect(publication.getByText('published')).toBeVisible({ timeout: 60_000 });
  const branch = await publication.locator('dt:has-text("Branch") + dd').innerText();

  const checkout = await cloneBranch(join(product.dataDir, 'repositories/api-tests.git'), branch);
  const shop = await startShop();
  try {
    const { stdout } = await run(
      process.env.PYTHON ?? '/usr/bin/python3',
      ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', '--no-header'],
      {
        cwd: join(checkout.folder, 'tests/generated', suiteFolder(checkout.files)),
        env: { ...process.env, ...shop.environment },
      },
    );
    expect(stdout).toMatch(/\d{2,} passed/);
    expect(stdout).not.toMatch(/failed|error/);
  } finally {
    shop.process.kill('SIGTERM');
    await checkout.remove();
  }
});

function suiteFolder(files: string[]): string {
  return (
    files.map((file) => /^tests\/generated\/([^/]+)\//.exec(file)?.[1]).find((name) => name !== undefined) ??
    ''
  );
}

interface Shop {
  process: ChildProcess;
  environment: Record<string, string>;
}

/** The sample's own conformant server, as its command line runs it; it prints what a suite needs to know. */
function startShop(): Promise<Shop> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/testing/shop/main.ts', '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    child.on('exit', (code) => reject(new Error(`the shop ended with ${code}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const environment = Object.fromEntries(
        [...output.matchAll(/(API_[A-Z_]+)=(\S+)/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
      );
      if (environment['API_BASE_URL'] !== undefined && environment['API_TOKEN'] !== undefined)
        resolve({ process: child, environment });
    });
  });
}
