import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { execa } from 'execa';

/** What is fetched for comparison: ignored by git, and no dependency of the product. */
const cache = fileURLToPath(new URL('.cache/', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** The description of api.github.com: 404 MB unpacked, of which one file is kept. */
const github = { name: '@octokit/openapi', version: '23.0.2', file: 'package/generated/api.github.com.json' };
/** The converter that writes one request for each operation. */
const converter = { name: 'openapi-to-postmanv2', version: '6.3.3', bin: 'bin/openapi2postmanv2.js' };

/** Path of the document, fetched when it is not there. */
export async function githubDocument(): Promise<string> {
  const target = join(cache, `api.github.com-${github.version}.json`);
  if (existsSync(target)) return target;
  const folder = join(cache, `fetch-${process.pid}`);
  await mkdir(folder, { recursive: true });
  try {
    const { stdout } = await fetched(['pack', `${github.name}@${github.version}`, '--silent'], folder);
    await execa('tar', ['-xzf', stdout.trim(), github.file], { cwd: folder });
    await rename(join(folder, github.file), target);
  } finally {
    await rm(folder, { recursive: true });
  }
  return target;
}

/** Path of the converter's command, installed when it is not there. */
export async function converterCommand(): Promise<string> {
  const folder = join(cache, `${converter.name}-${converter.version}`);
  const command = join(folder, 'node_modules', converter.name, converter.bin);
  if (existsSync(command)) return command;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  const wanted = `${converter.name}@${converter.version}`;
  await fetched(['install', wanted, '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], folder);
  return command;
}

async function fetched(args: string[], cwd: string): Promise<{ stdout: string }> {
  process.stderr.write(`npm ${args.slice(0, 2).join(' ')} …\n`);
  try {
    return await execa(npm, args, { cwd });
  } catch (cause) {
    throw new Error(
      `npm could not fetch ${args[1]}: is its registry reachable? Without it, compare nothing and name documents at hand: npm run bench -- --alone --documents box`,
      { cause },
    );
  }
}
