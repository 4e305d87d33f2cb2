import { fault, type Fault } from '../service/faults';

const table = {
  // Statuses.
  'create-answers-200': fault('status', 'Creating a product answers 200.', 'createProduct'),
  'delete-answers-200': fault('status', 'Deleting a product answers 200 with a body.', 'deleteProduct'),
  'unknown-answers-200': fault(
    'status',
    'Reading an unknown product answers 200 with nothing in it.',
    'getProduct',
  ),
  'unknown-answers-500': fault('status', 'Reading an unknown category answers 500.', 'getCategory'),
  'duplicate-accepted': fault('status', 'A sku that is taken is accepted.', 'createProduct'),
  'duplicate-answers-500': fault('status', 'An e-mail address that is taken answers 500.', 'createCustomer'),
  'unknown-reference-accepted': fault(
    'status',
    'A product may name a category that does not exist.',
    'createProduct',
  ),
  'delete-twice-answers-500': fault('status', 'Deleting a product again answers 500.', 'deleteProduct'),
  // Responses.
  'response-property-missing': fault(
    'response',
    'A product comes without createdAt.',
    'getProduct',
    'createProduct',
  ),
  'response-property-of-wrong-type': fault(
    'response',
    'The amount of a price comes as text.',
    'getProduct',
    'createProduct',
  ),
  'response-value-out-of-enum': fault(
    'response',
    'The status of a product comes in capitals.',
    'getProduct',
    'createProduct',
  ),
  'response-date-malformed': fault(
    'response',
    'placedAt comes without the T and the zone.',
    'createOrder',
    'getOrder',
  ),
  'response-undeclared-property': fault(
    'response',
    'A category comes with an internal property.',
    'createCategory',
    'getCategory',
  ),
  'write-only-shown': fault(
    'response',
    'A customer is shown with the password.',
    'createCustomer',
    'getCustomer',
  ),
  'problem-without-title': fault(
    'response',
    'Errors come without their title.',
    'getProduct',
    'createProduct',
  ),
  'problem-as-text': fault('response', 'Errors come as plain text.', 'getProduct', 'createProduct'),
  'page-without-total': fault('response', 'A page of products comes without its total.', 'listProducts'),
  // Life cycle.
  'create-loses-property': fault('life-cycle', 'The description of a new product is lost.', 'createProduct'),
  'create-loses-list': fault('life-cycle', 'The tags of a new product are lost.', 'createProduct'),
  'read-only-stored': fault(
    'life-cycle',
    'createdAt of a product is stored as the client sent it.',
    'createProduct',
  ),
  'update-lost': fault(
    'life-cycle',
    'PUT answers with the new product and keeps the old one.',
    'replaceProduct',
  ),
  'put-partial': fault('life-cycle', 'PUT leaves what the body leaves out.', 'replaceProduct'),
  'patch-resets-rest': fault(
    'life-cycle',
    'PATCH clears optional properties that the body leaves out.',
    'updateProduct',
  ),
  'patch-lost': fault(
    'life-cycle',
    'PATCH answers with the new product and keeps the old one.',
    'updateProduct',
  ),
  'patch-null-ignored': fault(
    'life-cycle',
    'PATCH does not clear a property that is null in the body.',
    'updateProduct',
  ),
  'delete-without-effect': fault('life-cycle', 'A deleted product can still be read.', 'deleteProduct'),
  'forget-without-effect': fault('life-cycle', 'A forgotten customer can still be read.', 'deleteCustomer'),
  'list-without-new': fault(
    'life-cycle',
    'The newest product is missing in the list.',
    'listProducts',
    'createProduct',
  ),
  'reviews-of-all-products': fault('life-cycle', 'Reviews of other products are listed too.', 'listReviews'),
  'failed-write-stored': fault('life-cycle', 'A refused PUT has changed the product.', 'replaceProduct'),
  'limit-ignored': fault('life-cycle', 'Lists hold more than limit.', 'listProducts'),
  'offset-ignored': fault('life-cycle', 'Every page is the first one.', 'listProducts'),
  'filter-ignored': fault('life-cycle', 'The status filter has no effect.', 'listProducts'),
  'sort-ignored': fault('life-cycle', 'sort has no effect.', 'listProducts'),
  // Authorisation.
  'auth-unchecked': fault(
    'authorisation',
    'No operation asks for a credential.',
    'createProduct',
    'getProduct',
    'getSalesReport',
  ),
  'auth-unchecked-on-delete': fault(
    'authorisation',
    'A product is deleted without a credential.',
    'deleteProduct',
  ),
  'any-token-accepted': fault(
    'authorisation',
    'Any bearer token is accepted.',
    'createProduct',
    'getCustomer',
  ),
  'any-scheme-accepted': fault(
    'authorisation',
    'A token is accepted with any scheme, e.g. Basic.',
    'createProduct',
    'getCustomer',
  ),
  'any-api-key-accepted': fault('authorisation', 'Any API key is accepted.', 'getSalesReport'),
  'unsigned-token-accepted': fault(
    'authorisation',
    'A JSON Web Token that names no algorithm needs no signature.',
    'createProduct',
    'getCustomer',
  ),
  'empty-token-accepted': fault(
    'authorisation',
    'The word Bearer is enough without a token.',
    'createProduct',
    'getCustomer',
  ),
  'api-key-refused': fault(
    'authorisation',
    'An API key is refused where a token would do as well.',
    'listProducts',
    'getProduct',
  ),
  'others-order-shown': fault('authorisation', 'An order is shown to who did not place it.', 'getOrder'),
  'refused-update-has-effect': fault(
    'authorisation',
    'A PUT without a credential answers 401 and has replaced the product.',
    'replaceProduct',
  ),
  'refused-create-has-effect': fault(
    'authorisation',
    'A POST without a credential answers 401 and has added the product.',
    'createProduct',
  ),
  'read-only-may-write': fault(
    'authorisation',
    'A read-only token may write.',
    'createProduct',
    'deleteProduct',
  ),
  'refused-delete-has-effect': fault(
    'authorisation',
    'A DELETE that answers 403 has deleted the product.',
    'deleteProduct',
  ),
  // HTTP.
  'malformed-json-answers-500': fault(
    'protocol',
    'Unreadable JSON answers 500.',
    'createProduct',
    'createCategory',
  ),
  'empty-body-accepted': fault('protocol', 'A product can be replaced with an empty body.', 'replaceProduct'),
  'method-not-allowed-missing': fault(
    'protocol',
    'An undocumented method answers 404.',
    'listProducts',
    'getOrder',
  ),
  'allow-header-missing': fault('protocol', '405 comes without Allow.', 'listProducts', 'getOrder'),
  'media-type-unchecked': fault(
    'protocol',
    'A body of any media type is read as JSON.',
    'createProduct',
    'createCategory',
  ),
  'wrong-content-type': fault('protocol', 'JSON comes as text/html.', 'getProduct', 'createProduct'),
  'location-missing': fault('protocol', 'A new product comes without Location.', 'createProduct'),
  'location-wrong': fault('protocol', 'Location of a new product leads nowhere.', 'createProduct'),
} as const satisfies Record<string, Fault>;

export const behaviourFaults: Readonly<Record<keyof typeof table, Fault>> = table;
