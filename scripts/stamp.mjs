// Remembers what a step was done for, so that the second time is quick: a hash of its inputs in the ignored .setup/.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Hash of files and folders (relative to root); `skip` leaves files out. */
export function hashOf(root, paths, skip = () => false) {
  const hash = createHash('sha256');
  const visit = (path) => {
    let info;
    try {
      info = statSync(join(root, path));
    } catch {
      return;
    }
    if (info.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) visit(`${path}/${name}`);
    } else if (!skip(path)) {
      hash
        .update(path)
        .update('\0')
        .update(readFileSync(join(root, path)))
        .update('\0');
    }
  };
  paths.forEach(visit);
  return hash.digest('hex');
}

export function isDone(root, name, hash) {
  try {
    return readFileSync(join(root, '.setup', name), 'utf8') === hash;
  } catch {
    return false;
  }
}

export function markDone(root, name, hash) {
  mkdirSync(join(root, '.setup'), { recursive: true });
  writeFileSync(join(root, '.setup', name), hash);
}
