import { AppError } from '#lib/core/errors';

/** Names in somebody's repository come from a closed alphabet: a document's text never reaches git as it is. */

/** `ai-tests/{api}/{version}`, a branch name that git accepts whatever the document calls its version. */
export function branchOf(apiSlug: string, version: string): string {
  return `ai-tests/${closed(apiSlug, 'api')}/${closed(version, 'unversioned')}`;
}

/** The folder of an API's tests. */
export function folderOf(apiSlug: string): string {
  return `tests/generated/${closed(apiSlug, 'api')}`;
}

function closed(text: string, otherwise: string): string {
  const name = text
    .normalize('NFKC')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .slice(0, 80)
    .replace(/^[.-]+|[.-]+$/g, '')
    .replace(/\.lock$/i, '-lock');
  return name === '' ? otherwise : name;
}

/**
 * The path of a generated file, checked once more before it goes into a repository.
 * @throws AppError `internal` for one that leaves its folder or that git would treat in a special way
 */
export function checkedPath(path: string): string {
  const parts = path.split('/');
  const sound = parts.every((part) => /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(part));
  if (sound && path.length <= 200) return path;
  throw new AppError('internal', `The generated file name ${JSON.stringify(path)} cannot be published.`);
}
