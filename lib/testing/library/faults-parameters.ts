import { overlooked, schema, type ValidationFault } from '../service/overlooked';

const table = {
  'hours-weekday-enum-unchecked': overlooked(
    'A weekday may be any text.',
    ['getOpeningHours'],
    schema('Weekday', 'enum'),
  ),
  'subjects-depth-maximum-unchecked': overlooked(
    'depth may be more than 6.',
    ['listSubjects'],
    '/paths/~1subjects/get/parameters/0/schema/maximum',
  ),
  'subjects-language-enum-unchecked': overlooked(
    'The cookie lang may be any text.',
    ['listSubjects'],
    '/paths/~1subjects/get/parameters/1/schema/enum',
  ),
  'filter-language-enum-unchecked': overlooked(
    'The filter may ask for any language.',
    ['listItems'],
    schema('ItemFilter', 'properties/language'),
    { type: 'string' },
  ),
  'filter-unknown-member-accepted': overlooked(
    'The filter may ask for anything.',
    ['listItems'],
    schema('ItemFilter', 'additionalProperties'),
  ),
  'filter-loan-days-minimum-one-under': overlooked(
    'The filter may ask for maxLoanDays of 6.',
    ['listItems'],
    schema('ItemFilter', 'properties/maxLoanDays/minimum'),
    6,
  ),
  'search-tags-maximum-unchecked': overlooked(
    'More than 5 tags may be searched.',
    ['listItems'],
    '/paths/~1items/get/parameters/1/schema/maxItems',
  ),
  'search-tag-pattern-unchecked': overlooked(
    'A tag that is searched may hold any characters.',
    ['listItems'],
    '/paths/~1items/get/parameters/1/schema/items',
    { type: 'string' },
  ),
  'search-languages-duplicates-accepted': overlooked(
    'The same language may be searched twice.',
    ['listItems'],
    '/paths/~1items/get/parameters/2/schema/uniqueItems',
  ),
  'search-sort-enum-unchecked': overlooked(
    'sort may be any text.',
    ['listItems'],
    '/paths/~1items/get/parameters/3/schema/enum',
  ),
  'search-limit-maximum-one-over': overlooked(
    'limit may be 51.',
    ['listItems'],
    '/paths/~1items/get/parameters/4/schema/maximum',
    51,
  ),
  'comments-offset-minimum-unchecked': overlooked(
    'offset may be less than 0.',
    ['listComments'],
    '/paths/~1items~1{itemId}~1comments/get/parameters/1/schema/minimum',
  ),
  'lists-page-zero-accepted': overlooked(
    'page may be 0.',
    ['listReadingLists'],
    '/paths/~1reading-lists/get/parameters/2/schema/minimum',
    0,
  ),
  'loan-id-minimum-unchecked': overlooked(
    'A loan may be asked for by a number below 1.',
    ['getLoan'],
    '/paths/~1loans~1{loanId}/get/parameters/0/schema/minimum',
  ),
} as const satisfies Record<string, ValidationFault>;

export const parameterFaults: Readonly<Record<keyof typeof table, ValidationFault>> = table;
