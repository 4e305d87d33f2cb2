import { expect, test } from 'vitest';

import { excerpts } from './excerpts';
import { readDocument } from './read-document';

const shop = `openapi: 3.0.3
info: { title: Shop, version: '1' }
paths:
  /orders/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
    post:
      requestBody:
        $ref: '#/components/requestBodies/Order'
      responses:
        '201': { description: made, headers: { Location: { schema: { type: string } } } }
components:
  requestBodies:
    Order:
      content:
        application/json:
          schema: { $ref: '#/components/schemas/Order' }
  schemas:
    Order:
      properties:
        item: { $ref: '#/components/schemas/Item' }
        parent: { $ref: '#/components/schemas/Order' }
    Item:
      type: string
    Unused: {}
`;

test('shows the operation first, then what it reaches, nearest first, as exact lines', async () => {
  const { model, source } = await readDocument({ name: 'shop.yaml', text: shop });
  const [operation] = model.operations;
  const { sections, omitted } = excerpts(model, source, operation!);
  expect(sections.map(({ title, startLine }) => [title, startLine])).toEqual([
    ['POST /orders/{id}', 7],
    ['Parameter id', 6],
    ['Request body', 14],
    ['Schema Order', 19],
    ['Schema Item', 23],
  ]);
  const lines = shop.split('\n');
  for (const { startLine, text } of sections) {
    const shown = text.split('\n');
    expect(shown).toEqual(lines.slice(startLine - 1, startLine - 1 + shown.length));
  }
  expect(sections[0]?.text).toMatch(/^ {4}post:[^]*schema: \{ type: string \} \} \} \}$/);
  expect(omitted).toEqual([]);
});

test('names what would be too much for one screen', async () => {
  const schemas = Array.from({ length: 60 }, (_, index) => `    S${index}: { type: string }`).join('\n');
  const refs = Array.from({ length: 60 }, (_, index) => `{ $ref: '#/components/schemas/S${index}' }`).join(
    ', ',
  );
  const text = `openapi: 3.0.3
info: { title: Big, version: '1' }
paths:
  /a:
    get:
      responses:
        '200': { description: ok, content: { application/json: { schema: { oneOf: [${refs}] } } } }
components:
  schemas:
${schemas}
`;
  const { model, source } = await readDocument({ name: 'big.yaml', text });
  const [operation] = model.operations;
  const { sections, omitted } = excerpts(model, source, operation!);
  expect(sections).toHaveLength(40);
  expect(omitted).toHaveLength(21);
  expect(omitted[0]).toMatchObject({ title: 'Schema S39', startLine: 49 });
});
