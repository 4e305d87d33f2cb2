/**
 * The name of a referenced file relative to the entry document, with `.` and `..` worked out. `from` is the file
 * that holds the reference; absolute URLs stay absolute (RFC 3986, section 5.2).
 */
export function joinFileName(from: string, reference: string): string {
  if (isUrl(reference)) return reference;
  if (isUrl(from)) return URL.canParse(reference, from) ? new URL(reference, from).href : reference;
  if (reference.startsWith('/')) return reference;
  const parts = from.split('/').slice(0, -1);
  for (const part of reference.split('/')) {
    if (part === '.' || part === '') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** A reference as an absolute URI, where its base is one (RFC 3986, section 5.2); else as written. */
export function resolveUri(base: string, reference: string): string {
  return URL.canParse(reference, base) ? new URL(reference, base).href : reference;
}

/** Splits a `$ref` into the file part ('' for the same file) and the fragment without `#`. */
export function splitReference(reference: string): { file: string; fragment: string } {
  const hash = reference.indexOf('#');
  return hash === -1
    ? { file: reference, fragment: '' }
    : { file: reference.slice(0, hash), fragment: reference.slice(hash + 1) };
}

/** The last path segment of a file path or URL, without query. */
export function baseName(name: string): string {
  return name.split(/[?#]/)[0]?.split(/[/\\]/).at(-1) ?? name;
}

function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(text);
}
