import { overlooked, schema, type ValidationFault } from '../service/overlooked';

const product = (rest: string) => schema('Product', 'properties', rest);
const writesProduct = ['createProduct', 'replaceProduct'];

const table = {
  // Body, first level.
  'product-required-unchecked': overlooked(
    'A product without any required property is accepted.',
    writesProduct,
    schema('Product', 'required'),
  ),
  'product-name-type-unchecked': overlooked(
    'A product name may be of any type.',
    writesProduct,
    product('name/type'),
  ),
  'product-name-null-accepted': overlooked(
    'A product name may be null.',
    writesProduct,
    product('name/type'),
    ['string', 'null'],
  ),
  'product-name-min-length-unchecked': overlooked(
    'A product name may be empty.',
    writesProduct,
    product('name/minLength'),
  ),
  'product-name-max-length-unchecked': overlooked(
    'A product name may be longer than 200.',
    writesProduct,
    product('name/maxLength'),
  ),
  'product-name-max-length-one-over': overlooked(
    'A product name may have 201 characters.',
    writesProduct,
    product('name/maxLength'),
    201,
  ),
  'product-name-max-length-one-under': overlooked(
    'A product name of 200 characters is refused.',
    writesProduct,
    product('name/maxLength'),
    199,
  ),
  'product-sku-pattern-unchecked': overlooked(
    'A sku may hold any characters.',
    writesProduct,
    product('sku/pattern'),
  ),
  'product-status-enum-unchecked': {
    description: 'A product may have any status.',
    operations: [...writesProduct, 'updateProduct'],
    reads: { [product('status')]: { type: 'string' } },
  },
  'product-status-archived-refused': {
    description: 'The status archived is refused.',
    operations: writesProduct,
    reads: { [product('status')]: { type: 'string', enum: ['draft', 'active'] } },
  },
  'product-available-from-format-unchecked': overlooked(
    'Any text passes as a date.',
    writesProduct,
    product('availableFrom/format'),
  ),
  'product-image-url-format-unchecked': overlooked(
    'Any text passes as a URI.',
    writesProduct,
    product('imageUrl/format'),
  ),
  'product-weight-zero-accepted': {
    description: 'The exclusive lower bound of weightGrams is read as inclusive.',
    operations: writesProduct,
    reads: { [product('weightGrams/exclusiveMinimum')]: undefined, [product('weightGrams/minimum')]: 0 },
  },
  'product-discount-hundred-accepted': {
    description: 'The exclusive upper bound of discountPercent is read as inclusive.',
    operations: writesProduct,
    reads: {
      [product('discountPercent/exclusiveMaximum')]: undefined,
      [product('discountPercent/maximum')]: 100,
    },
  },
  'product-barcode-null-refused': overlooked(
    'A barcode of null is refused.',
    writesProduct,
    product('barcode/type'),
    'string',
  ),
  'product-unknown-property-accepted': overlooked(
    'Properties that no product has are accepted.',
    writesProduct,
    schema('Product', 'additionalProperties'),
  ),
  'product-tags-duplicates-accepted': overlooked(
    'The same tag may be given twice.',
    writesProduct,
    product('tags/uniqueItems'),
  ),
  'product-tags-max-items-unchecked': overlooked(
    'A product may have more than 10 tags.',
    writesProduct,
    product('tags/maxItems'),
  ),
  'category-slug-pattern-unchecked': overlooked(
    'A slug may hold any characters.',
    ['createCategory'],
    schema('Category', 'properties/slug/pattern'),
  ),
  'category-slug-min-length-unchecked': overlooked(
    'A slug may have one character.',
    ['createCategory'],
    schema('Category', 'properties/slug/minLength'),
  ),
  'category-position-maximum-one-over': overlooked(
    'A position may be 1000.',
    ['createCategory'],
    schema('Category', 'properties/position/maximum'),
    1000,
  ),
  'customer-email-format-unchecked': overlooked(
    'Any text passes as an e-mail address.',
    ['createCustomer'],
    schema('Customer', 'properties/email/format'),
  ),
  'customer-password-min-length-unchecked': overlooked(
    'A password may be shorter than 8.',
    ['createCustomer'],
    schema('Customer', 'properties/password/minLength'),
  ),
  'customer-newsletter-type-unchecked': overlooked(
    'newsletter may be of any type.',
    ['createCustomer'],
    schema('Customer', 'properties/newsletter/type'),
  ),
  'review-rating-maximum-unchecked': overlooked(
    'A rating may be more than 5.',
    ['createReview'],
    schema('Review', 'properties/rating/maximum'),
  ),
  'review-rating-minimum-unchecked': overlooked(
    'A rating may be less than 1.',
    ['createReview'],
    schema('Review', 'properties/rating/minimum'),
  ),
  'patch-empty-accepted': overlooked(
    'A patch without any property is accepted.',
    ['updateProduct'],
    schema('ProductPatch', 'minProperties'),
  ),
  'patch-name-max-length-unchecked': overlooked(
    'A patch may set a name longer than 200.',
    ['updateProduct'],
    schema('ProductPatch', 'properties/name/maxLength'),
  ),
  // Nested body.
  'price-amount-minimum-unchecked': overlooked(
    'An amount may be less than 1.',
    writesProduct,
    schema('Money', 'properties/amount/minimum'),
  ),
  'price-amount-required-unchecked': overlooked(
    'A price may lack its amount.',
    writesProduct,
    schema('Money', 'required'),
    ['currency'],
  ),
  'price-currency-enum-unchecked': {
    description: 'A price may be in any currency.',
    operations: writesProduct,
    reads: { [schema('Money', 'properties/currency')]: { type: 'string' } },
  },
  'attribute-max-length-unchecked': overlooked(
    'An attribute may be longer than 100.',
    writesProduct,
    product('attributes/additionalProperties/maxLength'),
  ),
  'tag-pattern-unchecked': overlooked(
    'A tag may hold any characters.',
    writesProduct,
    product('tags/items/pattern'),
  ),
  'address-country-pattern-unchecked': overlooked(
    'A country may be any text.',
    ['createCustomer'],
    schema('Address', 'properties/country/pattern'),
  ),
  'address-unknown-property-accepted': overlooked(
    'Properties that no address has are accepted.',
    ['createCustomer'],
    schema('Address', 'additionalProperties'),
  ),
  'order-items-empty-accepted': overlooked(
    'An order may have no items.',
    ['createOrder'],
    schema('Order', 'properties/items/minItems'),
  ),
  'order-quantity-maximum-unchecked': overlooked(
    'A quantity may be more than 99.',
    ['createOrder'],
    schema('OrderItem', 'properties/quantity/maximum'),
  ),
} as const satisfies Record<string, ValidationFault>;

export const bodyFaults: Readonly<Record<keyof typeof table, ValidationFault>> = table;
