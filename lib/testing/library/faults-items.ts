import { overlooked, schema, type ValidationFault } from '../service/overlooked';

const table = {
  'book-contains-unchecked': overlooked(
    'A book may have no author.',
    ['createItem', 'replaceItem'],
    schema('Book', 'properties/contributors/contains'),
  ),
  'book-unknown-property-accepted': overlooked(
    'Properties that no book has are accepted.',
    ['createItem', 'replaceItem'],
    schema('Book', 'unevaluatedProperties'),
  ),
  'book-volume-without-series-accepted': overlooked(
    'A volume may stand without its series.',
    ['createItem', 'replaceItem'],
    schema('Book', 'dependentRequired'),
  ),
  'book-shelf-row-maximum-unchecked': overlooked(
    'A row may be more than 99.',
    ['createItem', 'replaceItem'],
    schema('Book', 'properties/shelf/prefixItems/1/maximum'),
  ),
  'book-shelf-longer-accepted': overlooked(
    'A shelf may have a third part.',
    ['createItem', 'replaceItem'],
    schema('Book', 'properties/shelf/items'),
  ),
  'contributor-role-enum-unchecked': overlooked(
    'A contributor may have any role.',
    ['createItem', 'replaceItem'],
    schema('Contributor', 'properties/role'),
    { type: 'string' },
  ),
  'recording-rpm-not-required': overlooked(
    'A vinyl record may lack its speed.',
    ['createItem', 'replaceItem'],
    schema('Recording', 'then'),
  ),
  'recording-rpm-of-cd-accepted': overlooked(
    'A CD may have a speed.',
    ['createItem', 'replaceItem'],
    schema('Recording', 'else'),
  ),
  'recording-zero-seconds-accepted': {
    description: 'The exclusive lower bound of seconds is read as inclusive.',
    operations: ['createItem', 'replaceItem'],
    reads: {
      [schema('Recording', 'properties/seconds/exclusiveMinimum')]: undefined,
      [schema('Recording', 'properties/seconds/minimum')]: 0,
    },
  },
  'recording-whole-day-accepted': {
    description: 'The exclusive upper bound of seconds is read as inclusive.',
    operations: ['createItem', 'replaceItem'],
    reads: {
      [schema('Recording', 'properties/seconds/exclusiveMaximum')]: undefined,
      [schema('Recording', 'properties/seconds/maximum')]: 86400,
    },
  },
  'map-scale-multiple-unchecked': overlooked(
    'A scale may be any number.',
    ['createItem', 'replaceItem'],
    schema('Map', 'properties/scale/multipleOf'),
  ),
  'map-sheet-not-unchecked': overlooked(
    'A sheet may be called unknown.',
    ['createItem', 'replaceItem'],
    schema('Map', 'properties/sheet/not'),
  ),
  'map-bounds-shorter-accepted': overlooked(
    'Bounds may lack their last number.',
    ['createItem', 'replaceItem'],
    schema('Map', 'properties/bounds/minItems'),
    3,
  ),
  'item-kind-unchecked': overlooked(
    'An item of an unknown kind is accepted.',
    ['createItem', 'replaceItem'],
    schema('Item', 'oneOf/3'),
    {
      type: 'object',
      required: ['barcode'],
      properties: { kind: { type: 'string', not: { enum: ['book', 'recording', 'map'] } } },
    },
  ),
  'item-barcode-pattern-unchecked': overlooked(
    'A barcode may hold any characters.',
    ['createItem', 'replaceItem'],
    schema('ItemCore', 'properties/barcode/pattern'),
  ),
  'item-loan-days-multiple-unchecked': overlooked(
    'Loans of broken weeks are accepted.',
    ['createItem', 'replaceItem'],
    schema('ItemCore', 'properties/loanDays/multipleOf'),
  ),
  'item-loan-days-maximum-one-over': overlooked(
    'loanDays may be 91.',
    ['createItem', 'replaceItem'],
    schema('ItemCore', 'properties/loanDays/maximum'),
    91,
  ),
  'item-note-null-refused': overlooked(
    'A note of null is refused.',
    ['createItem', 'replaceItem'],
    schema('ItemCore', 'properties/note/type'),
    'string',
  ),
  'item-identifier-names-unchecked': overlooked(
    'An identifier may be called anything.',
    ['createItem', 'replaceItem'],
    schema('ItemCore', 'properties/identifiers/propertyNames'),
  ),
  'item-identifiers-maximum-unchecked': overlooked(
    'An item may have more than four identifiers.',
    ['createItem', 'replaceItem'],
    schema('ItemCore', 'properties/identifiers/maxProperties'),
  ),
  'item-tags-duplicates-accepted': overlooked(
    'The same tag may be given twice.',
    ['createItem', 'replaceItem'],
    schema('ItemCore', 'properties/tags/uniqueItems'),
  ),
  'patch-empty-accepted': overlooked(
    'A patch without any property is accepted.',
    ['updateItem'],
    schema('ItemPatch', 'minProperties'),
  ),
  'patch-language-enum-unchecked': overlooked(
    'A patch may set any language.',
    ['updateItem'],
    schema('ItemPatch', 'properties/language'),
    { type: 'string' },
  ),
  'patch-note-max-length-one-over': overlooked(
    'A patch may set a note of 501 characters.',
    ['updateItem'],
    schema('ItemPatch', 'properties/note/maxLength'),
    501,
  ),
} as const satisfies Record<string, ValidationFault>;

export const itemFaults: Readonly<Record<keyof typeof table, ValidationFault>> = table;
