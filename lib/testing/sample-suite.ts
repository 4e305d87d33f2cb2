/** A small reviewed API as the generator would hand it over: real lines of a document and plausible tests. */

export const sampleDocument = `openapi: 3.1.0
info:
  title: Orders API
  version: 1.4.0
paths:
  /orders:
    post:
      operationId: createOrder
      summary: Places an order
      tags: [orders]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/NewOrder'
      responses:
        '201':
          description: The order as stored
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Order'
        '422':
          description: The order breaks a rule
    get:
      operationId: listOrders
      summary: Lists orders, newest first
      tags: [orders]
      parameters:
        - name: limit
          in: query
          schema:
            type: integer
            minimum: 1
            maximum: 100
      responses:
        '200':
          description: A page of orders
  /orders/{orderId}:
    get:
      operationId: getOrder
      summary: Reads one order
      tags: [orders]
      parameters:
        - name: orderId
          in: path
          required: true
          schema:
            type: string
            format: uuid
      responses:
        '200':
          description: The order
        '404':
          description: No such order
components:
  schemas:
    NewOrder:
      type: object
      required: [sku, quantity]
      additionalProperties: false
      properties:
        sku:
          type: string
          pattern: '^[A-Z]{3}-[0-9]{4}$'
        quantity:
          type: integer
          minimum: 1
          maximum: 99
        note:
          type: string
          maxLength: 280
`;

const lines = sampleDocument.split('\n');

/** 1-based line of the first line that contains the text, at or after the line that contains `after`. */
function lineOf(text: string, after = ''): number {
  const start = lines.findIndex((line) => line.includes(after));
  const index = lines.findIndex((line, at) => at >= start && line.includes(text));
  if (index < 0) throw new Error(`The sample document has no line with ${text}`);
  return index + 1;
}

function excerpt(title: string, pointer: string, first: number, last: number) {
  return { title, file: '', pointer, startLine: first, text: lines.slice(first - 1, last).join('\n') };
}

function source(pointer: string, line: number, endLine = line) {
  return { file: '', pointer, line, endLine };
}

export interface SampleCase {
  category: string;
  rule: string;
  title: string;
  name: string;
  rows: number;
  risk: number;
  code: string;
  sources: { file: string; pointer: string; line: number; endLine: number }[];
  marks: { line: number; endLine: number; sources: SampleCase['sources'] }[];
}

export interface SampleOperation {
  id: string;
  method: string;
  path: string;
  summary: string;
  file: string;
  className: string;
  excerpts: ReturnType<typeof excerpt>[];
  cases: SampleCase[];
}

const newOrder = '/components/schemas/NewOrder';
const quantity = `${newOrder}/properties/quantity`;
const minimum = source(`${quantity}/minimum`, lineOf('minimum: 1', 'quantity:'));
const maximum = source(`${quantity}/maximum`, lineOf('maximum: 99'));
const noteLength = source(`${newOrder}/properties/note/maxLength`, lineOf('maxLength'));
const required = source(`${newOrder}/required`, lineOf('required: [sku'));
const created = source('/paths/~1orders/post/responses/201', lineOf("'201'"), lineOf('/Order'));
const limit = source('/paths/~1orders/get/parameters/0', lineOf('name: limit'), lineOf('maximum: 100'));
const unknown = source('/paths/~1orders~1{orderId}/get/responses/404', lineOf("'404'"));

export const sampleOperations: SampleOperation[] = [
  {
    id: 'createOrder',
    method: 'post',
    path: '/orders',
    summary: 'Places an order',
    file: 'test_orders_crud.py',
    className: 'TestCreateOrder',
    excerpts: [
      excerpt('Operation', '/paths/~1orders/post', lineOf('post:'), lineOf('breaks a rule')),
      excerpt('Schema NewOrder', newOrder, lineOf('NewOrder:'), lineOf('maxLength')),
    ],
    cases: [
      {
        category: 'crud',
        rule: 'minimal-body',
        title: 'creates an order from its required properties',
        name: 'test_create_order_with_required_properties',
        rows: 1,
        risk: 90,
        code: `    @pytest.mark.crud
    def test_create_order_with_required_properties(self, api):
        """POST /orders: ${created.pointer}"""
        response = api.post("/orders", json={"sku": "TEA-0042", "quantity": 2})
        assert response.status_code == 201, describe(response)
        assert_schema(response, "Order")`,
        sources: [created, required],
        marks: [{ line: 5, endLine: 6, sources: [created] }],
      },
      {
        category: 'validation',
        rule: 'body-number-bounds',
        title: 'rejects quantity outside 1 to 99',
        name: 'test_create_order_rejects_quantity_out_of_range',
        rows: 2,
        risk: 80,
        code: `    @pytest.mark.validation
    @pytest.mark.parametrize(
        "quantity",
        [
            pytest.param(0, id="below-minimum-1"),
            pytest.param(100, id="above-maximum-99"),
        ],
    )
    def test_create_order_rejects_quantity_out_of_range(self, api, quantity):
        """POST /orders body.quantity: ${minimum.pointer}"""
        response = api.post("/orders", json={"sku": "TEA-0042", "quantity": quantity})
        assert response.status_code in (400, 422), describe(response)`,
        sources: [minimum, maximum],
        marks: [
          { line: 5, endLine: 5, sources: [minimum] },
          { line: 6, endLine: 6, sources: [maximum] },
        ],
      },
      {
        category: 'validation',
        rule: 'body-max-length',
        title: 'rejects note longer than 280',
        name: 'test_create_order_rejects_note_longer_than_280',
        rows: 1,
        risk: 40,
        code: `    @pytest.mark.validation
    def test_create_order_rejects_note_longer_than_280(self, api):
        """POST /orders body.note: ${noteLength.pointer}"""
        body = {"sku": "TEA-0042", "quantity": 2, "note": "x" * 281}
        response = api.post("/orders", json=body)
        assert response.status_code in (400, 422), describe(response)`,
        sources: [noteLength],
        marks: [{ line: 4, endLine: 4, sources: [noteLength] }],
      },
    ],
  },
  {
    id: 'listOrders',
    method: 'get',
    path: '/orders',
    summary: 'Lists orders, newest first',
    file: 'test_orders_crud.py',
    className: 'TestReadOrder',
    excerpts: [excerpt('Operation', '/paths/~1orders/get', lineOf('get:'), lineOf('A page of orders'))],
    cases: [
      {
        category: 'validation',
        rule: 'query-number-bounds',
        title: 'rejects limit above 100',
        name: 'test_list_orders_rejects_limit_above_100',
        rows: 1,
        risk: 50,
        code: `    @pytest.mark.validation
    def test_list_orders_rejects_limit_above_100(self, api):
        """GET /orders query limit: ${limit.pointer}"""
        response = api.get("/orders", params={"limit": 101})
        assert response.status_code in (400, 422), describe(response)`,
        sources: [limit],
        marks: [{ line: 4, endLine: 4, sources: [limit] }],
      },
    ],
  },
  {
    id: 'getOrder',
    method: 'get',
    path: '/orders/{orderId}',
    summary: 'Reads one order',
    file: 'test_orders_errors.py',
    className: 'TestReadOrderErrors',
    excerpts: [
      excerpt('Operation', '/paths/~1orders~1{orderId}/get', lineOf('get:', '{orderId}'), lineOf('No such')),
    ],
    cases: [
      {
        category: 'error',
        rule: 'unknown-id',
        title: 'answers 404 for an order that does not exist',
        name: 'test_get_order_answers_404_for_unknown_order',
        rows: 1,
        risk: 70,
        code: `    @pytest.mark.error
    def test_get_order_answers_404_for_unknown_order(self, api):
        """GET /orders/{orderId}: ${unknown.pointer}"""
        response = api.get("/orders/00000000-0000-4000-8000-000000000000")
        assert response.status_code == 404, describe(response)`,
        sources: [unknown],
        marks: [{ line: 5, endLine: 5, sources: [unknown] }],
      },
    ],
  },
];
