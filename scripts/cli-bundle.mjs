// The command line as plain JavaScript in few files, so that it starts without compiling some two hundred of them.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const usual = join(root, '.setup', 'cli');

/** Packages that find files of their own beside them, and such as few commands need. */
const external = [
  '@astral-sh/ruff-wasm-nodejs',
  '@prisma/*',
  'better-sqlite3',
  'execa',
  'next',
  'next-auth',
  'pino',
  'typescript',
  'undici',
];

/** What decides on the bundle besides the sources in it. */
const always = ['package-lock.json', 'scripts/cli-bundle.mjs'];

/**
 * The URL of a module that exports `main`, as new as its sources: built when it is not. Undefined where it cannot be
 * built, as in a folder that must not be written to; the sources can be run as they are then.
 */
export async function cliBundle(folder = usual) {
  try {
    const entry = freshEntry(folder) ?? (await build(folder));
    return pathToFileURL(entry).href;
  } catch {
    return undefined;
  }
}

/** A source counts as unchanged by its size and time of change: reading them all would cost more than the start. */
function freshEntry(folder) {
  const list = join(folder, 'sources.json');
  if (!existsSync(list)) return undefined;
  const { entry, sources } = JSON.parse(readFileSync(list, 'utf8'));
  const isFresh = sources.every(([path, state]) => stateOf(path) === state);
  return isFresh && existsSync(join(folder, entry)) ? join(folder, entry) : undefined;
}

function stateOf(path) {
  const info = statSync(join(root, path), { throwIfNoEntry: false });
  return info === undefined ? 'missing' : `${info.size} ${info.mtimeMs}`;
}

async function build(folder) {
  const esbuild = await import('esbuild');
  const name = `${Date.now().toString(36)}-${process.pid}`;
  const missing = [];
  try {
    const { metafile } = await esbuild.build({
      absWorkingDir: root,
      entryPoints: ['lib/cli/main.ts'],
      outdir: join(folder, name),
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      external,
      metafile: true,
      legalComments: 'none',
      logLevel: 'silent',
      // Packages in the older module format ask for parts of Node by `require`.
      banner: {
        js: `import { createRequire as $from } from 'node:module'; const require = $from(import.meta.url);`,
      },
      plugins: [ownPlaces(join(folder, name)), laterSources(missing)],
    });
    const inputs = Object.keys(metafile.inputs).filter((path) => path.startsWith('lib/'));
    const sources = [...inputs, ...missing, ...always].map((path) => [path, stateOf(path)]);
    const text = JSON.stringify({ entry: `${name}/main.mjs`, sources });
    writeFileSync(join(folder, `${name}.json`), text);
    renameSync(join(folder, `${name}.json`), join(folder, 'sources.json'));
  } catch (error) {
    rmSync(join(folder, name), { recursive: true, force: true });
    throw error;
  } finally {
    await esbuild.stop();
  }
  removeOlder(folder, name);
  return join(folder, name, 'main.mjs');
}

/** A module that looks for files beside itself finds them from the bundle too. */
function ownPlaces(target) {
  return {
    name: 'own-places',
    setup(bundle) {
      bundle.onLoad({ filter: /[\\/]lib[\\/].*\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const own = JSON.stringify(relative(target, path).replaceAll('\\', '/'));
        return {
          loader: 'ts',
          contents: text.replaceAll('import.meta.url', `new URL(${own}, import.meta.url).href`),
        };
      });
    },
  };
}

/** The database client is made by the setup: until then the commands that need none work without it. */
function laterSources(missing) {
  return {
    name: 'later-sources',
    setup(bundle) {
      bundle.onResolve({ filter: /\/generated\// }, ({ path, resolveDir }) => {
        const source = `${join(resolveDir, path)}.ts`;
        if (!resolveDir.startsWith(join(root, 'lib')) || existsSync(source)) return undefined;
        missing.push(relative(root, source));
        return { path: pathToFileURL(source).href, external: true };
      });
    },
  };
}

/** A process that started on an older bundle may still load parts of it. */
const hour = 3_600_000;

function removeOlder(folder, name) {
  for (const other of readdirSync(folder)) {
    if (other === name || other === 'sources.json') continue;
    const path = join(folder, other);
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Infinity };
    if (Date.now() - mtimeMs > hour) rmSync(path, { recursive: true, force: true });
  }
}
