/** A file as it arrived. */
export interface Upload {
  mediaType: string;
  bytes: Buffer;
}

export interface Part extends Upload {
  name: string;
  isFile: boolean;
  /** Whether its `Content-Type` was given. */
  isTyped: boolean;
}

const lineEnd = Buffer.from('\r\n');
const headEnd = Buffer.from('\r\n\r\n');

/** The parts of `multipart/form-data` (RFC 7578); `undefined` where they cannot be told apart. */
export function readParts(contentType: string, bytes: Buffer): Part[] | undefined {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return undefined;
  const mark = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let at = bytes.indexOf(mark);
  while (at !== -1) {
    const start = at + mark.length;
    if (bytes.subarray(start, start + 2).toString() === '--') return parts;
    const end = bytes.indexOf(mark, start);
    if (end === -1) return undefined;
    const part = readPart(bytes.subarray(start + lineEnd.length, end - lineEnd.length));
    if (part === undefined) return undefined;
    parts.push(part);
    at = end;
  }
  return undefined;
}

function readPart(bytes: Buffer): Part | undefined {
  const cut = bytes.indexOf(headEnd);
  if (cut === -1) return undefined;
  const head = bytes.subarray(0, cut).toString('utf8');
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? '';
  const name = /[; ]name="([^"]*)"/i.exec(disposition)?.[1];
  const type = /^content-type:([^;\r\n]*)/im.exec(head)?.[1]?.trim().toLowerCase();
  if (name === undefined) return undefined;
  return {
    name,
    mediaType: type ?? 'text/plain',
    isTyped: type !== undefined,
    isFile: /filename\*?=/i.test(disposition),
    bytes: bytes.subarray(cut + headEnd.length),
  };
}
