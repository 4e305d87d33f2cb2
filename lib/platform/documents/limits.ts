import { isUtf8 } from 'node:buffer';

import { AppError } from '#lib/core/errors';

/** What every read of a document obeys. */
export interface Limits {
  maxBytes: number;
  signal?: AbortSignal;
}

export function tooLarge(name: string, maxBytes: number): AppError {
  return new AppError('too_large', `${name} is larger than ${maxBytes} bytes.`, {
    advice: 'Split the description into several files, or raise the size limit.',
  });
}

/**
 * The text of a file, without byte order mark.
 * @throws {AppError} `invalid_document` when the bytes are no UTF-8 (JSON and YAML files are: RFC 8259, section 8.1).
 */
export function decodeText(name: string, bytes: Uint8Array): string {
  // A decoder that is fatal takes ten times as long.
  if (isUtf8(bytes)) {
    const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8', start);
  }
  throw new AppError('invalid_document', `${name} is no UTF-8 text.`, { advice: 'Save it as UTF-8.' });
}
