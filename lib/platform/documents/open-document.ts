import { openFile } from './open-file';

export interface OpenOptions {
  signal?: AbortSignal;
  /** Largest size of one file; 50 MB unless told. */
  maxBytes?: number;
  /** Folder that references of a local document may not leave; the document's own folder unless told. */
  root?: string;
}

export interface OpenedDocument {
  name: string;
  text: string;
  /** Reads a further file of the document, by name relative to it. */
  load: (relativeName: string) => Promise<string>;
}

const defaultMaxBytes = 50 * 1024 * 1024;

/**
 * Opens an API description from a local file or an http(s) URL. Further files are read from inside `root`, or from the
 * same origin.
 * @throws {AppError} `not_found`, `too_large`, `forbidden` (outside the root or origin), `unavailable` (network),
 *   `invalid_document` (no UTF-8 text).
 */
export async function openDocument(fileOrUrl: string, options: OpenOptions = {}): Promise<OpenedDocument> {
  const limits = { maxBytes: options.maxBytes ?? defaultMaxBytes, ...signalOf(options) };
  if (/^https?:\/\//i.test(fileOrUrl)) {
    // The HTTP client takes longer to load than most files take to read.
    const { openUrl } = await import('./open-url');
    return openUrl(fileOrUrl, limits);
  }
  return openFile(fileOrUrl, options.root, limits);
}

function signalOf({ signal }: OpenOptions): { signal?: AbortSignal } {
  return signal ? { signal } : {};
}
