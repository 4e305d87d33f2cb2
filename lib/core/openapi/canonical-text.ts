import type { Json } from '../json';

import { setOwn } from './node';
import type { SourceMap } from './source-map';

/** The vendor's editor writes these on its own: the order of fields on a screen. */
const volatile = new Set(['x-apifox-orders', 'x-apidog-orders']);
const runLinks = new Set(['x-run-in-apifox', 'x-run-in-apidog']);

/**
 * What a document says, as text to be hashed: names sorted, layout gone, all files included, and what changes with
 * every export of the vendor left out (`x-apifox-orders`, the host in `x-run-in-apifox`).
 */
export function canonicalText(source: SourceMap): string {
  const files = source.files().sort();
  return files
    .map((file) => `${JSON.stringify(file)}:${JSON.stringify(canonical(source.value(file) ?? null))}`)
    .join('\n');
}

function canonical(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(canonical);
  const sorted: Record<string, Json> = {};
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member === undefined || volatile.has(name)) continue;
    const kept = runLinks.has(name) && typeof member === 'string' ? withoutHost(member) : canonical(member);
    setOwn(sorted, name, kept);
  }
  return sorted;
}

function withoutHost(link: string): string {
  return URL.canParse(link) ? new URL(link).pathname : link;
}
