import type { Operation } from '../../openapi/model';
import { snakeCase, type PythonIdentifier } from '../../python/identifier';
import { asciiWords } from '../../python/words';
import type { GenerationSettings } from '../settings';

import type { Resource, Role } from './resources';

const verbs: Record<Role, string> = {
  create: 'create',
  list: 'list',
  read: 'read',
  replace: 'replace',
  update: 'update',
  delete: 'delete',
  action: '',
};
const longest = 56;

/**
 * What an operation is called in names of fixtures and tests: its `operationId` where that is short and plain ASCII and
 * the team has not chosen names by path, else what its method and path do to which resource.
 */
export function operationName(
  operation: Operation,
  resource: Resource,
  role: Role,
  naming: GenerationSettings['naming'],
): PythonIdentifier {
  const given = naming === 'operation-id' ? operation.operationId : undefined;
  if (given !== undefined && /^[\x20-\x7e]+$/.test(given)) {
    const name = snakeCase(given, { fallback: operation.method, maxLength: 200 });
    if (name.length <= longest && asciiWords(given).length > 1) return name;
  }
  if (role === 'action') {
    const words = operation.path.replace(/\{[^{}]*\}/g, ' ');
    return snakeCase(`${operation.method} ${words}`, { fallback: 'call', maxLength: longest });
  }
  const noun = role === 'list' ? plural(resource.noun) : resource.noun;
  return snakeCase(`${verbs[role]} ${noun}`, { fallback: 'call', maxLength: longest });
}

/** Good enough for a name: `books`, `categories`, `boxes`. */
function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
