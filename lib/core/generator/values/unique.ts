import type { Json } from '../../json';

import { constraintsOf } from './constraints';
import type { Location } from './pin';
import { typesOf } from './sound';
import { wordsOf } from './spot';
import type { UniquePlace } from './types';

const identityLike =
  /\b(name|title|e ?mail( address)?|code|slug|sku|user ?name|login|handle|nick ?name|uuid|guid|id|key|isbn|serial( number)?|reference|phone( number)?|label|subject)$/;
/** A run-unique suffix needs some room. */
const shortestRoom = 12;

/** The members of a value that a server may want to be unique, and how to make new ones. */
export function uniquePlaces(locations: readonly Location[], rootName: string): UniquePlace[] {
  return locations.flatMap((location) => {
    const name = [...location.path].reverse().find((step) => typeof step === 'string') ?? rootName;
    const kind = kindOf(location, wordsOf(String(name)));
    if (!kind) return [];
    const { maxLength } = constraintsOf(location.nodes);
    return [
      { path: location.path, kind, ...(Number.isFinite(maxLength) && kind === 'text' && { maxLength }) },
    ];
  });
}

function kindOf(
  { value, nodes }: { value: Json; nodes: Location['nodes'] },
  words: string,
): UniquePlace['kind'] | undefined {
  if (nodes.some((node) => node.enum !== undefined || node.const !== undefined)) return undefined;
  if (typeof value !== 'string') return undefined;
  const { formats, patterns, maxLength } = constraintsOf(nodes);
  if (nodes.some((node) => typesOf(node)?.includes('string') === false)) return undefined;
  if (formats.includes('uuid')) return 'uuid';
  if (patterns.length > 0) return undefined;
  if (formats.includes('email') || formats.includes('idn-email'))
    return maxLength >= 40 ? 'email' : undefined;
  if (formats.length > 0 || maxLength < shortestRoom) return undefined;
  if (/\be ?mail( address)?$/.test(words) && value.includes('@'))
    return maxLength >= 40 ? 'email' : undefined;
  return identityLike.test(words) ? 'text' : undefined;
}
