import type { Issue } from '../../generator/values/validator';

/** A broken rule in a few words. */
export function issueText({ keyword, params }: Issue): string {
  const missing = params['missingProperty'];
  if (typeof missing === 'string') return `lacks ${missing}`;
  const extra = params['additionalProperty'] ?? params['unevaluatedProperty'];
  if (typeof extra === 'string') return `has ${extra}, which is not described`;
  const limit = params['limit'] ?? params['type'] ?? params['format'] ?? params['pattern'];
  const isPlain = typeof limit === 'string' || typeof limit === 'number';
  return isPlain ? `breaks ${keyword} ${String(limit)}` : `breaks ${keyword}`;
}
