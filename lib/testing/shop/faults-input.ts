import { fault, type Fault } from '../service/faults';

/** Faults that only unusual or hostile requests show, or many at once. */
const table = {
  // Extreme values.
  'nul-answers-500': fault('protocol', 'NUL in a text answers 500.', 'createProduct'),
  'emoji-answers-500': fault(
    'protocol',
    'A character beyond the basic plane answers 500.',
    'createProduct',
    'listProducts',
  ),
  'long-text-answers-500': fault('protocol', 'A body of more than 50 kB answers 500.', 'createProduct'),
  'huge-number-answers-500': fault('protocol', 'A number that no double holds answers 500.', 'createProduct'),
  'deep-nesting-answers-500': fault('protocol', 'Deeply nested JSON answers 500.', 'createCategory'),
  'repeated-key-answers-500': fault(
    'protocol',
    'A repeated member of an object answers 500.',
    'createCategory',
  ),
  'query-not-utf-8-answers-500': fault(
    'protocol',
    'A query that is not UTF-8 answers 500.',
    'listProducts',
    'listReviews',
  ),
  'unknown-parameter-answers-500': fault('protocol', 'An unknown parameter answers 500.', 'listCategories'),
  // Text that is taken for code.
  'quote-answers-500': fault('protocol', 'A quote in a search answers 500.', 'listProducts'),
  'html-echoed': fault('response', 'A search with < is answered in HTML, as it was sent.', 'listProducts'),
  'header-split': fault('protocol', 'A line break in a search begins a header.', 'listProducts'),
  'template-evaluated': fault('response', 'An expression in a name is evaluated.', 'createCategory'),
  'stack-trace-shown': fault('response', 'Unreadable JSON answers with a stack trace.', 'createCategory'),
  'replace-stores-created-at': fault(
    'life-cycle',
    'createdAt of a product is stored as a PUT sent it.',
    'replaceProduct',
  ),
  // Load.
  'list-is-slow': fault('protocol', 'Categories come after five seconds.', 'listCategories'),
  'reads-fail-at-once': fault('protocol', 'A read during another one answers 503.', 'getCategory'),
} as const satisfies Record<string, Fault>;

export const inputFaults: Readonly<Record<keyof typeof table, Fault>> = table;

/** Faults that one request after the other does not show, or only by the clock. */
export const loadFaults: readonly string[] = ['list-is-slow', 'reads-fail-at-once'];
