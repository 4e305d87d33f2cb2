import { problem, type Reply } from '../service/reply';

import type { FaultId } from './faults';
import type { ShopRequest } from './pipeline';

/** What a faulty shop answers to requests that it cannot bear; nothing where it can. */
export function breakOn(
  { operation, query, bytes }: ShopRequest,
  faults: ReadonlySet<FaultId>,
): Reply | undefined {
  const text = bytes.toString('utf8');
  const isBroken = conditions.some(
    ({ fault, operations, holds }) =>
      faults.has(fault) && operations.includes(operation.id) && holds(text, decoded(query)),
  );
  if (isBroken) return problem(500, 'Something went wrong');
  if (operation.id !== 'listProducts') return undefined;
  if (faults.has('html-echoed') && decoded(query).includes('<'))
    return { status: 400, headers: {}, mediaType: 'text/html', body: `<p>Nothing for ${decoded(query)}</p>` };
  return undefined;
}

/** The headers that a line break in a search begins. */
export function splitHeaders(query: string): Record<string, string> {
  const found = /\r\n([\w-]+): ([^\r\n]*)/.exec(decoded(query));
  return found ? { [found[1] ?? '']: found[2] ?? '' } : {};
}

interface Condition {
  fault: FaultId;
  operations: readonly string[];
  holds(body: string, query: string): boolean;
}

const conditions: readonly Condition[] = [
  { fault: 'nul-answers-500', operations: ['createProduct'], holds: (body) => body.includes('\\u0000') },
  {
    fault: 'emoji-answers-500',
    operations: ['createProduct', 'listProducts'],
    holds: (body, query) => /[\u{10000}-\u{10FFFF}]/u.test(body + query),
  },
  { fault: 'long-text-answers-500', operations: ['createProduct'], holds: (body) => body.length > 50_000 },
  {
    fault: 'huge-number-answers-500',
    operations: ['createProduct'],
    holds: (body) => /:\s*-?(\d{310}|\d+e[3-9]\d\d)/.test(body),
  },
  {
    fault: 'deep-nesting-answers-500',
    operations: ['createCategory'],
    holds: (body) => /\[{500}/.test(body),
  },
  {
    fault: 'repeated-key-answers-500',
    operations: ['createCategory'],
    holds: (body) => /("\w+"):.*\1:/.test(body),
  },
  {
    fault: 'query-not-utf-8-answers-500',
    operations: ['listProducts', 'listReviews'],
    holds: (_, query) => query === 'malformed',
  },
  {
    fault: 'unknown-parameter-answers-500',
    operations: ['listCategories'],
    holds: (_, query) => query.includes('unknown'),
  },
  { fault: 'quote-answers-500', operations: ['listProducts'], holds: (_, query) => query.includes("'") },
];

function decoded(query: string): string {
  try {
    return decodeURIComponent(query);
  } catch {
    return 'malformed';
  }
}
