import { watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';

import { KeptFiles, type FilesRead } from './files-read';
import { reportFailure } from './report-failure';

/** An editor saves in several steps: wait until it has done. */
const quietMilliseconds = 100;

/**
 * Does some work, and again whenever a file that it read says something else, until the process is interrupted.
 * A failure is reported, and the next change tries again.
 */
export async function watchFiles(work: (files: FilesRead) => Promise<void>): Promise<void> {
  const changes = new Changes();
  const stop = (): void => {
    changes.close();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    do {
      const files = new KeptFiles();
      try {
        await work(files);
      } catch (error) {
        reportFailure(error, process.stderr);
      }
      changes.watch(files.paths());
      process.stderr.write(`Watching ${files.paths().length} files. Ctrl-C ends.\n`);
      do await changes.next();
      while (!changes.closed && !(await files.haveChanged()));
    } while (!changes.closed);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    changes.close();
  }
}

/** Tells that something happened to one of some files, a short quiet time after it did. */
class Changes {
  closed = false;
  private readonly watchers = new Map<string, FSWatcher>();
  private names = new Map<string, Set<string>>();
  private pending = false;
  private timer: NodeJS.Timeout | undefined;
  private wake: (() => void) | undefined;

  /** Folders are watched, not files: many editors save by putting another file in the place of the old one. */
  watch(paths: readonly string[]): void {
    this.names = new Map();
    for (const path of paths) {
      const names = this.names.get(dirname(path)) ?? new Set();
      this.names.set(dirname(path), names.add(basename(path)));
    }
    for (const [folder, watcher] of this.watchers) {
      if (this.names.has(folder)) continue;
      watcher.close();
      this.watchers.delete(folder);
    }
    for (const folder of this.names.keys()) this.watchFolder(folder);
    // What happened while the work ran has no event.
    this.notice();
  }

  /** Resolves after the next event, or at once where one is waiting or the watch has ended. */
  async next(): Promise<void> {
    if (!this.pending && !this.closed) await new Promise<void>((resolve) => (this.wake = resolve));
    this.pending = false;
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
    this.wake?.();
  }

  private watchFolder(folder: string): void {
    if (this.watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (_, name) => {
        if (name === null || this.names.get(folder)?.has(name)) this.notice();
      });
      // A folder that is removed ends its watch; the others go on.
      watcher.on('error', () => {
        watcher.close();
        this.watchers.delete(folder);
      });
      this.watchers.set(folder, watcher);
    } catch {
      // The folder is not there (yet): its file cannot change before another one does.
    }
  }

  private notice(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.pending = true;
      this.wake?.();
    }, quietMilliseconds);
  }
}
