import type { Json } from '../../core/json';
import { problem, type Reply } from '../service/reply';

import type { Call } from './call';
import type { StoredItem } from './store';

/** The entity tag of an item's state (RFC 9110 section 8.8.3). */
export function etagOf({ sequence, version }: StoredItem, { faults }: Call): string {
  return `"${String(sequence)}-${faults.has('etag-never-changes') ? '0' : String(version)}"`;
}

export function etagHeader(item: StoredItem, call: Call): Record<string, string> {
  return call.faults.has('etag-missing') ? {} : { etag: etagOf(item, call) };
}

/** `If-Match` (RFC 9110 section 13.1.1): 412 unless it names the item's state. */
export function refuseOtherState(item: StoredItem, call: Call): Reply | undefined {
  const wanted = call.parameters['If-Match'];
  if (wanted === undefined || call.faults.has('if-match-ignored')) return undefined;
  return names(wanted, etagOf(item, call), false)
    ? undefined
    : problem(412, 'The item is in another state than If-Match says');
}

/** `If-None-Match` (RFC 9110 section 13.1.2): whether the client knows the item as it is. */
export function isKnown(item: StoredItem, call: Call): boolean {
  const known = call.parameters['If-None-Match'];
  return known !== undefined && names(known, etagOf(item, call), true);
}

function names(header: Json, etag: string, weak: boolean): boolean {
  const tags = String(header)
    .split(',')
    .map((tag) => tag.trim());
  return tags.some((tag) => tag === '*' || (weak ? tag.replace(/^W\//, '') : tag) === etag);
}
