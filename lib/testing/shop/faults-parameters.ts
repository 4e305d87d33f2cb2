import { overlooked, schema, type ValidationFault } from '../service/overlooked';

const parameter = (operation: string, index: number, rest: string) =>
  `/paths/${operation}/parameters/${String(index)}/${rest}`;
const search = '~1products/get';

const table = {
  // Query.
  'limit-maximum-unchecked': overlooked(
    'limit may be more than 100.',
    ['listProducts', 'listCategories', 'listReviews'],
    '/components/parameters/Limit/schema/maximum',
  ),
  'limit-maximum-one-over': overlooked(
    'limit may be 101.',
    ['listProducts', 'listCategories', 'listReviews'],
    '/components/parameters/Limit/schema/maximum',
    101,
  ),
  'page-size-unbounded': overlooked(
    'limit may be more than 100, and so many come.',
    ['listProducts', 'listCategories', 'listReviews'],
    '/components/parameters/Limit/schema/maximum',
  ),
  'limit-minimum-unchecked': overlooked(
    'limit may be less than 1.',
    ['listProducts', 'listCategories', 'listReviews'],
    '/components/parameters/Limit/schema/minimum',
  ),
  'search-status-enum-unchecked': overlooked(
    'The status filter may be any text.',
    ['listProducts'],
    parameter(search, 2, 'schema'),
    { type: 'string' },
  ),
  'search-sort-enum-unchecked': overlooked(
    'sort may be any text.',
    ['listProducts'],
    parameter(search, 6, 'schema/enum'),
  ),
  'search-min-price-type-unchecked': overlooked(
    'minPrice may be any text.',
    ['listProducts'],
    parameter(search, 3, 'schema'),
    {},
  ),
  'search-created-after-format-unchecked': overlooked(
    'createdAfter may be any text.',
    ['listProducts'],
    parameter(search, 5, 'schema/format'),
  ),
  'search-text-min-length-unchecked': overlooked(
    'q may be empty.',
    ['listProducts'],
    parameter(search, 0, 'schema/minLength'),
  ),
  'search-tags-max-items-unchecked': overlooked(
    'More than 5 tags may be searched.',
    ['listProducts'],
    parameter(search, 4, 'schema/maxItems'),
  ),
  'report-from-required-unchecked': overlooked(
    'A report without its first day is made.',
    ['getSalesReport'],
    parameter('~1reports~1sales/get', 0, 'required'),
  ),
  'report-from-format-unchecked': overlooked(
    'The first day of a report may be any text.',
    ['getSalesReport'],
    parameter('~1reports~1sales/get', 0, 'schema/format'),
  ),
  // Path.
  'order-id-pattern-unchecked': overlooked(
    'An order id may be any text (it is looked up, not refused).',
    ['getOrder'],
    schema('OrderId', 'pattern'),
  ),
  'category-id-minimum-unchecked': overlooked(
    'A category id may be 0 (it is looked up, not refused).',
    ['getCategory', 'deleteCategory'],
    '/components/parameters/CategoryId/schema',
    { type: 'integer' },
  ),
  'product-id-format-unchecked': overlooked(
    'A product id need not be a UUID (it is looked up, not refused).',
    ['getProduct', 'replaceProduct', 'updateProduct', 'deleteProduct'],
    '/components/parameters/ProductId/schema/format',
  ),
  // Header.
  'idempotency-key-pattern-unchecked': overlooked(
    'Idempotency-Key may hold any characters.',
    ['createOrder'],
    parameter('~1orders/post', 0, 'schema/pattern'),
  ),
  'idempotency-key-min-length-unchecked': overlooked(
    'Idempotency-Key may be shorter than 8.',
    ['createOrder'],
    parameter('~1orders/post', 0, 'schema/minLength'),
  ),
  'report-currency-enum-unchecked': overlooked(
    'X-Currency may be any text.',
    ['getSalesReport'],
    parameter('~1reports~1sales/get', 3, 'schema'),
    { type: 'string' },
  ),
} as const satisfies Record<string, ValidationFault>;

export const parameterFaults: Readonly<Record<keyof typeof table, ValidationFault>> = table;
