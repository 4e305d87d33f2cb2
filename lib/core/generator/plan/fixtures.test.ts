import { describe, expect, it } from 'vitest';

import { apiWith, jsonBody, planFrom } from '../../../testing/generate';

const idPath = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } });
const shows = (properties: object, more: object = {}) => ({
  201: {
    description: 'made',
    content: { 'application/json': { schema: { type: 'object', properties } } },
    ...more,
  },
});
const text = { type: 'string' };
const read = (name: string) => ({
  parameters: [idPath(name)],
  get: { responses: { 200: { description: 'ok' } } },
});
const create = (responses: object, schema: object = { type: 'object', properties: { title: text } }) => ({
  post: { requestBody: jsonBody(schema), responses },
});

describe('resources', () => {
  it.each<[string, object, unknown]>([
    ['by the name of the parameter', shows({ bookId: text }), { from: 'body', path: ['bookId'] }],
    ['by an id', shows({ title: text, id: text }), { from: 'body', path: ['id'] }],
    [
      'inside a wrapper',
      shows({ data: { type: 'object', properties: { id: text } } }),
      { from: 'body', path: ['data', 'id'] },
    ],
    [
      'inside a list of one',
      shows({ books: { type: 'array', items: { type: 'object', properties: { bookId: text } } } }),
      { from: 'body', path: ['books', 0, 'bookId'] },
    ],
    [
      'by Location',
      shows({}, { headers: { Location: { schema: text } } }),
      { from: 'location', parameter: 'bookId' },
    ],
    [
      'by a link',
      shows(
        { ref: text },
        { links: { read: { operationId: 'read', parameters: { bookId: '$response.body#/ref' } } } },
      ),
      { from: 'body', path: ['ref'] },
    ],
  ])('are identified %s', async (_, responses, identifiedBy) => {
    const document = apiWith({
      '/books': create(responses),
      '/books/{bookId}': {
        parameters: [idPath('bookId')],
        get: { operationId: 'read', responses: { 200: { description: 'ok' } } },
      },
    });
    expect((await planFrom(document)).resources).toMatchObject([{ name: 'book', identifiedBy }]);
  });

  it('are taken from the environment where nothing creates them', async () => {
    const plan = await planFrom(apiWith({ '/orders/{id}': read('id') }));
    expect(plan.samples).toMatchObject([{ variable: 'API_SAMPLE_ORDER_ID' }]);
    expect(plan.resources).toEqual([]);
  });

  it('that nothing creates are read as the first one of their list, and never changed', async () => {
    const orders = { type: 'array', items: { type: 'object', properties: { id: text } } };
    const item = read('id') as { get: object };
    const plan = await planFrom(
      apiWith({
        '/orders': {
          get: {
            responses: { 200: { description: 'ok', content: { 'application/json': { schema: orders } } } },
          },
        },
        '/orders/{id}': { ...item, delete: { responses: { 204: { description: 'gone' } } } },
      }),
    );
    const uses = new Map(plan.calls.map((call) => [String(call.name), call.uses]));
    expect(uses.get('read_order')).toEqual(['list_orders']);
    expect(uses.get('delete_order')).toEqual([]);
    expect(plan.samples).toMatchObject([{ variable: 'API_SAMPLE_ORDER_ID', isListed: false }]);
  });

  it('give their ids to what refers to them, parents and bodies alike', async () => {
    const plan = await planFrom(
      apiWith({
        '/shelves': create(shows({ id: text })),
        '/shelves/{shelfId}': read('shelfId'),
        '/shelves/{shelfId}/boxes': {
          parameters: [idPath('shelfId')],
          ...create(shows({ id: text })),
        },
        '/shelves/{shelfId}/boxes/{boxId}': {
          parameters: [idPath('shelfId'), idPath('boxId')],
          delete: { responses: { 204: { description: 'gone' } } },
        },
        '/loans': create(shows({ id: text }), {
          type: 'object',
          required: ['shelfId'],
          properties: { shelfId: text, box_ids: { type: 'array', items: text, minItems: 1 } },
        }),
      }),
    );
    const uses = Object.fromEntries(plan.calls.map((call) => [call.name, call.uses]));
    expect(uses).toMatchObject({
      create_box: ['shelf'],
      delete_box: ['shelf', 'box'],
      create_loan: ['shelf', 'box'],
    });
    const [box] = plan.calls.filter((call) => call.name === 'create_box');
    expect(box?.cleanUp).toMatchObject({ path: '/shelves/{shelfId}/boxes/{boxId}' });
  });

  it('are asked of the environment where a body names what nothing creates, with its value as the default', async () => {
    const plan = await planFrom(
      apiWith({
        '/loans': create(shows({ id: text }), {
          type: 'object',
          required: ['memberId'],
          properties: {
            memberId: { ...text, examples: ['m-7'] },
            externalId: text,
            loanId: text,
            kindId: { enum: ['a', 'b'] },
          },
        }),
      }),
    );
    const [loan] = plan.calls.filter((call) => call.name === 'create_loan');
    expect(loan?.samples.map(({ variable }) => variable)).toEqual(['API_SAMPLE_MEMBER_ID']);
    expect(loan?.samples[0]).toMatchObject({ parameter: 'memberId', path: '/loans', example: 'm-7' });
    expect(JSON.stringify(loan?.body)).toContain('"helper":"sample"');
  });

  it('are meant by a member of the same name whose description speaks of an id', async () => {
    const described = { ...text, description: 'The ID of the customer who pays.' };
    const plan = await planFrom(
      apiWith({
        '/customers': create(shows({ id: text })),
        '/customers/{customerId}': read('customerId'),
        '/charges': create(shows({ id: text }), { type: 'object', properties: { customer: described } }),
        '/notes': create(shows({ id: text }), { type: 'object', properties: { customer: text } }),
      }),
    );
    const uses = Object.fromEntries(plan.calls.map((call) => [call.name, call.uses]));
    expect(uses.create_charge).toEqual(['customer']);
    expect(uses.create_note).toEqual([]);
  });

  it('are made by an operation elsewhere whose answer links to them', async () => {
    const links = {
      account: { operationId: 'readAccount', parameters: { accountId: '$response.body#/key' } },
    };
    const plan = await planFrom(
      apiWith({
        '/sign-up': create(shows({ key: text }, { links })),
        '/accounts/{accountId}': {
          parameters: [idPath('accountId')],
          get: { operationId: 'readAccount', responses: { 200: { description: 'ok' } } },
          delete: { responses: { 204: { description: 'gone' } } },
        },
      }),
    );
    expect(plan.resources).toMatchObject([{ name: 'account', identifiedBy: { path: ['key'] } }]);
    expect(plan.samples).toEqual([]);
    const [signUp] = plan.calls.filter((call) => call.operation.path === '/sign-up');
    expect(signUp?.cleanUp).toMatchObject({ path: '/accounts/{accountId}' });
  });

  it('do not wait for each other in a circle', async () => {
    const pair = (other: string) => ({ type: 'object', required: [other], properties: { [other]: text } });
    const plan = await planFrom(
      apiWith({
        '/cats': create(shows({ id: text }), pair('dogId')),
        '/cats/{catId}': read('catId'),
        '/dogs': create(shows({ id: text }), pair('catId')),
        '/dogs/{dogId}': read('dogId'),
      }),
    );
    const uses = Object.fromEntries(plan.calls.map((call) => [call.name, call.uses]));
    expect(uses.create_dog).toEqual([]);
    expect(uses.create_cat).toEqual(['dog']);
  });

  it('with the same word in two places have names of their own', async () => {
    const plan = await planFrom(
      apiWith({
        '/teams/{teamId}/members': { parameters: [idPath('teamId')], ...create(shows({ id: text })) },
        '/teams/{teamId}/members/{id}': { ...read('id'), parameters: [idPath('teamId'), idPath('id')] },
        '/clubs/{clubId}/members': { parameters: [idPath('clubId')], ...create(shows({ id: text })) },
        '/clubs/{clubId}/members/{id}': { ...read('id'), parameters: [idPath('clubId'), idPath('id')] },
      }),
    );
    expect(plan.resources.map((resource) => resource.name)).toEqual(['team_member', 'club_member']);
  });

  it('that must be unique are made so even where a pattern leaves no room for a suffix', async () => {
    const sku = { type: 'string', pattern: '^[A-Z]{2}-[0-9]{6}$', examples: ['AB-123456'] };
    const plan = await planFrom(
      apiWith({
        '/products': create(shows({ id: text }), { type: 'object', required: ['sku'], properties: { sku } }),
        '/products/{productId}': read('productId'),
      }),
    );
    const body = plan.calls.find((call) => call.name === 'create_product')?.body;
    expect(JSON.stringify(body)).toContain('"helper":"unique_like"');
  });
});
