import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** Is told of each file before it is read, and of each that was looked for. */
export interface FilesRead {
  note(path: string): Promise<void>;
}

/** For a command that runs once. */
export const notKept: FilesRead = { note: () => Promise.resolve() };

/** Remembers what stood in each file before it was read, to tell whether any says something else now. */
export class KeptFiles implements FilesRead {
  private readonly contents = new Map<string, string | undefined>();

  /** @param path absolute */
  async note(path: string): Promise<void> {
    this.contents.set(path, await contentOf(path));
  }

  paths(): string[] {
    return [...this.contents.keys()];
  }

  async haveChanged(): Promise<boolean> {
    for (const [path, content] of this.contents) if ((await contentOf(path)) !== content) return true;
    return false;
  }
}

/** The hash of a file's bytes; `undefined` where none can be read. */
async function contentOf(path: string): Promise<string | undefined> {
  try {
    return createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  } catch {
    return undefined;
  }
}
