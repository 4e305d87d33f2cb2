// Builds the web application when its sources changed since the last build.
import { existsSync } from 'node:fs';

import { capture } from './run.mjs';
import { fail, step } from './say.mjs';
import { root } from './setup.mjs';
import { hashOf, isDone, markDone } from './stamp.mjs';

const sources = [
  'app',
  'lib',
  'public',
  'prisma/schema.prisma',
  'package-lock.json',
  'package.json',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'proxy.ts',
];
const skip = (path) => /\.test\.tsx?$|^lib\/(testing|cli|worker|platform\/db\/generated)\//.test(path);

export async function buildIfChanged() {
  const hash = hashOf(root, sources, skip);
  if (isDone(root, 'build', hash) && existsSync(`${root}/.next/BUILD_ID`)) return;
  await step('Building the web application', async () => {
    const run = await capture(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    });
    if (run.code !== 0) fail(`next build failed:\n${run.output.slice(-6000)}`);
  });
  markDone(root, 'build', hash);
}
