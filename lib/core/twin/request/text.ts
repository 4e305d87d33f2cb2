/** A body that cannot be read: with a status of its own, or the one that the document has for such. */
export interface Unreadable {
  unreadable: string;
  status?: number;
}

/** The bytes as UTF-8; `undefined` where they are something else. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
