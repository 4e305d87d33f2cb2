import type { Json, JsonObject } from '../../core/json';
import { Walk, type Step } from '../service/walk';

import type { Credentials } from './credentials';
import { startShop, type RunningShop, type ShopOptions } from './server';

const nobody = '00000000-0000-4000-8000-000000000000';

/** One day in the shop: each operation as it should be used, and each rule of the document broken once. */
export async function walkThrough(options: ShopOptions = {}): Promise<Step[]> {
  const shop = await startShop(options);
  const walk = new Walk(shop.url, staffHeaders(shop));
  try {
    const category = await walkCategories(walk);
    const products = await walkProducts(walk, category);
    await walkSearch(walk, category, products);
    await walkExtremes(walk, category, products[0] ?? '');
    await walkReviews(walk, products);
    const customer = await walkCustomers(walk);
    await walkOrders(walk, customer, products, shop.credentials.otherToken);
    await walkReports(walk);
    await walkAccess(walk, products[0] ?? '', shop.credentials);
    await walkRefusedWrites(walk, products[0] ?? '', category);
    await walkDeletes(walk, category, products, customer);
  } finally {
    await shop.close();
  }
  return walk.steps;
}

function staffHeaders({ credentials: { token, apiKey } }: RunningShop) {
  return (operation: string): Record<string, string> =>
    operation === 'GET /reports/sales' ? { 'x-api-key': apiKey } : { authorization: `Bearer ${token}` };
}

async function walkCategories(walk: Walk): Promise<number> {
  const create = 'POST /categories';
  const { id } = await walk.send('a category', create, {
    body: { name: 'Green tea 绿茶', slug: 'green-tea' },
  });
  const wrong: Record<string, Json> = {
    'a slug that is taken': { name: 'Green', slug: 'green-tea' },
    'a slug with capitals': { name: 'Green', slug: 'Green Tea' },
    'a slug of one character': { name: 'Green', slug: 'g' },
    'a position of 1000': { name: 'Green', slug: 'green-2', position: 1000 },
    'text that is not JSON': '{"name": ',
    'a list instead of an object': [],
  };
  for (const [name, body] of Object.entries(wrong)) await walk.send(name, create, { body });
  await walk.send('plain text', create, {
    body: '{"name":"A","slug":"plain"}',
    headers: { 'content-type': 'text/plain' },
  });
  await walk.send('all categories', 'GET /categories');
  await walk.send('without a credential', 'GET /categories', { headers: { authorization: '' } });
  for (const one of [String(id), '999', '0', 'x']) {
    await walk.send(`category ${one}`, 'GET /categories/{categoryId}', { path: { categoryId: one } });
  }
  return Number(id);
}

async function walkProducts(walk: Walk, categoryId: number): Promise<string[]> {
  const create = 'POST /products';
  const minimal = { sku: 'GW-110', name: 'Gaiwan', categoryId, price: { amount: 4500, currency: 'CNY' } };
  const full = {
    ...{ ...minimal, sku: 'LJ-050', name: 'x'.repeat(200), description: 'Pan-fired.', status: 'archived' },
    ...{
      tags: ['green', 'spring'],
      barcode: null,
      weightGrams: 50,
      discountPercent: 99.5,
      attributes: { origin: 'Hangzhou' },
    },
    ...{
      availableFrom: '2026-03-28',
      imageUrl: 'https://images.example/lj.jpg',
      createdAt: '2001-01-01T00:00:00Z',
    },
  };
  const first = await walk.send('the least of a product', create, { body: minimal });
  const second = await walk.send('all of a product', create, { body: full });
  const changes: Record<string, JsonObject> = {
    'a sku that is taken': {},
    'an unknown category': { sku: 'A-1', categoryId: 999 },
    'a name of 201 characters': { sku: 'A-2', name: 'x'.repeat(201) },
    'an empty name': { sku: 'A-3', name: '' },
    'a number as name': { sku: 'A-4', name: 7 },
    'null as name': { sku: 'A-5', name: null },
    'a sku with a space': { sku: 'A 6' },
    'an unknown status': { sku: 'A-7', status: 'ACTIVE' },
    'a date with slashes': { sku: 'A-8', availableFrom: '2026/03/28' },
    'an image that is no URI': { sku: 'A-9', imageUrl: 'not a uri' },
    'a weight of 0': { sku: 'B-1', weightGrams: 0 },
    'a discount of 100': { sku: 'B-2', discountPercent: 100 },
    'an unknown property': { sku: 'B-3', colour: 'green' },
    'the same tag twice': { sku: 'B-4', tags: ['green', 'green'] },
    'eleven tags': { sku: 'B-5', tags: [...'abcdefghijk'] },
    'a tag with capitals': { sku: 'B-6', tags: ['Green'] },
    'an amount of 0': { sku: 'B-7', price: { amount: 0, currency: 'CNY' } },
    'a price without amount': { sku: 'B-8', price: { currency: 'CNY' } },
    'an unknown currency': { sku: 'B-9', price: { amount: 1, currency: 'GBP' } },
    'a long attribute': { sku: 'C-1', attributes: { origin: 'x'.repeat(101) } },
  };
  for (const [name, change] of Object.entries(changes))
    await walk.send(name, create, { body: { ...minimal, ...change } });
  await walk.send('no properties', create, { body: {} });
  const dearer = { ...minimal, sku: 'LJ-100', price: { amount: 9900, currency: 'CNY' } };
  const path = { productId: String(second['id']) };
  const one = (method: string) => `${method} /products/{productId}`;
  await walk.send('after creation', one('GET'), { path });
  await walk.send('a patch', one('PATCH'), { path, body: { name: 'Longjing', barcode: '6901234567892' } });
  await walk.send('a patch to null', one('PATCH'), { path, body: { barcode: null } });
  await walk.send('after the patches', one('GET'), { path });
  await walk.send('an empty patch', one('PATCH'), { path, body: {} });
  await walk.send('a patch with a long name', one('PATCH'), { path, body: { name: 'x'.repeat(201) } });
  await walk.send('a refused replacement', one('PUT'), {
    path,
    body: { ...minimal, sku: 'LJ-100', status: 'ACTIVE' },
  });
  await walk.send('after the refusal', one('GET'), { path });
  await walk.send('an empty replacement', one('PUT'), {
    path,
    body: '',
    headers: { 'content-type': 'application/json' },
  });
  await walk.send('a replacement', one('PUT'), { path, body: dearer });
  await walk.send('after the replacement', one('GET'), { path });
  await walk.send('a sku of another', one('PUT'), { path, body: minimal });
  for (const productId of [nobody, 'longjing'])
    await walk.send(`product ${productId}`, one('GET'), { path: { productId } });
  return [String(first['id']), String(second['id'])];
}

async function walkSearch(walk: Walk, category: number, products: string[]): Promise<void> {
  await walk.send('active', 'PATCH /products/{productId}', {
    path: { productId: products[0] ?? '' },
    body: { status: 'active' },
  });
  const queries = [
    ...[
      '',
      '?limit=1',
      '?limit=1&offset=1',
      '?status=active',
      '?sort=price',
      '?sort=name',
      '?sort=-name',
      '?q=GAI',
    ],
    ...[
      '?tags=green',
      '?minPrice=4501',
      '?createdAfter=2026-01-01T00:00:00Z',
      `?categoryId=${String(category)}`,
    ],
    ...[
      '?limit=101',
      '?limit=100',
      '?limit=0',
      '?limit=1.5',
      '?limit=1&limit=2',
      '?status=sold',
      '?sort=weight',
    ],
    ...['?minPrice=cheap', '?createdAfter=yesterday', '?q=', '?tags=a,b,c,d,e,f', '?offset=-1', '?unknown=1'],
  ];
  for (const query of queries) await walk.send(`search ${query}`, 'GET /products', { query });
}

async function walkExtremes(walk: Walk, categoryId: number, productId: string): Promise<void> {
  const product = { sku: 'EX-001', name: 'Extreme', categoryId, price: { amount: 1, currency: 'CNY' } };
  const texts = ['a\u0000b', '🍵', 'x'.repeat(60_000)];
  for (const [index, name] of texts.entries())
    await walk.send(`text ${String(index)}`, 'POST /products', {
      body: { ...product, name, sku: `EX-10${String(index)}` },
    });
  await walk.send('a huge number', 'POST /products', {
    body: JSON.stringify(product).replace('"amount":1', '"amount":1e400'),
  });
  await walk.send('an expression', 'POST /categories', { body: { name: '{{6*7}}', slug: 'expression' } });
  const category = '{"name": "A", "slug": "extreme", "name": "B"}';
  await walk.send('a repeated member', 'POST /categories', { body: category });
  await walk.send('deep nesting', 'POST /categories', { body: '['.repeat(1000) + ']'.repeat(1000) });
  for (const query of ['?q=%FF', '?q=%27', '?q=%3C', '?q=a%0D%0ALocation:%20/elsewhere'])
    await walk.send(`search ${query}`, 'GET /products', { query });
  await walk.send('an unknown parameter', 'GET /categories', { query: '?unknown_parameter=1' });
  await walk.send('a replacement with createdAt', 'PUT /products/{productId}', {
    path: { productId },
    body: { ...product, createdAt: '1999-02-03T04:05:06Z' },
  });
}

async function walkReviews(walk: Walk, products: string[]): Promise<void> {
  const review = { rating: 5, title: '回甘持久', author: 'Lin Mei' };
  for (const [index, productId] of [...products, nobody].entries()) {
    await walk.send(`review ${String(index)}`, 'POST /products/{productId}/reviews', {
      path: { productId },
      body: review,
    });
  }
  const path = { productId: products[0] ?? '' };
  for (const rating of [0, 6]) {
    await walk.send(`${String(rating)} stars`, 'POST /products/{productId}/reviews', {
      path,
      body: { ...review, rating },
    });
  }
  for (const query of ['', '?minRating=5', '?limit=101', '?minRating=6']) {
    await walk.send(`reviews ${query}`, 'GET /products/{productId}/reviews', { path, query });
  }
}

async function walkCustomers(walk: Walk): Promise<string> {
  const create = 'POST /customers';
  const customer = { email: 'lin.mei@example.com', name: 'Lin Mei', password: 'jasmine-pearls' };
  const { id } = await walk.send('a customer', create, { body: customer });
  const address = { line1: '88 Nanshan Road', city: 'Hangzhou', country: 'CN' };
  const changes: Record<string, JsonObject> = {
    'an address': { email: 'a@example.com', address },
    'an e-mail that is taken': {},
    'an e-mail without @': { email: 'lin.mei' },
    'a short password': { email: 'b@example.com', password: 'short' },
    'newsletter as text': { email: 'c@example.com', newsletter: 'yes' },
    'a long country': { email: 'd@example.com', address: { ...address, country: 'China' } },
    'an unknown part of the address': { email: 'e@example.com', address: { ...address, floor: 3 } },
  };
  for (const [name, change] of Object.entries(changes))
    await walk.send(name, create, { body: { ...customer, ...change } });
  for (const customerId of [String(id), nobody]) {
    await walk.send(`customer ${customerId}`, 'GET /customers/{customerId}', { path: { customerId } });
  }
  return String(id);
}

async function walkOrders(
  walk: Walk,
  customerId: string,
  products: string[],
  otherToken: string,
): Promise<void> {
  const order = { customerId, items: [{ productId: products[0] ?? '', quantity: 2 }] };
  const headers = { 'idempotency-key': 'order-7f3c2a91' };
  const { id } = await walk.send('an order', 'POST /orders', { body: order, headers });
  await walk.send('the same order', 'POST /orders', { body: order, headers });
  for (const key of ['short', 'with space and more']) {
    await walk.send(`key ${key}`, 'POST /orders', { body: order, headers: { 'idempotency-key': key } });
  }
  const changes: JsonObject[] = [
    ...[{ items: [] }, { items: [{ productId: products[0] ?? '', quantity: 100 }] }, { customerId: nobody }],
    ...[{ items: [{ productId: nobody, quantity: 1 }] }, { items: [...order.items, ...order.items] }],
  ];
  for (const change of changes)
    await walk.send('a wrong order', 'POST /orders', { body: { ...order, ...change } });
  for (const orderId of [String(id), 'ord_000000000000', 'ord-1']) {
    await walk.send(`order ${orderId}`, 'GET /orders/{orderId}', { path: { orderId } });
  }
  await walk.send('as another user', 'GET /orders/{orderId}', {
    path: { orderId: String(id) },
    headers: { authorization: `Bearer ${otherToken}` },
  });
}

async function walkReports(walk: Walk): Promise<void> {
  const period = 'from=2026-01-01&to=2999-12-31';
  for (const query of [
    `?${period}`,
    `?${period}&groupBy=month`,
    '?to=2026-01-01',
    '?from=soon&to=2026-01-01',
  ]) {
    await walk.send(`report ${query}`, 'GET /reports/sales', { query });
  }
  for (const currency of ['CNY', 'cny']) {
    await walk.send(`in ${currency}`, 'GET /reports/sales', {
      query: `?${period}`,
      headers: { 'x-currency': currency },
    });
  }
  await walk.send('another key', 'GET /reports/sales', {
    query: `?${period}`,
    headers: { 'x-api-key': 'other' },
  });
}

async function walkAccess(
  walk: Walk,
  productId: string,
  { token, readOnlyToken, apiKey }: Credentials,
): Promise<void> {
  const path = { productId };
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`;
  await walk.send('with a key', 'GET /products/{productId}', {
    path,
    headers: { authorization: '', 'x-api-key': apiKey },
  });
  const tokens = ['other', readOnlyToken, unsigned].map((one) => `Bearer ${one}`);
  for (const authorization of ['', 'Bearer', `Basic ${token}`, ...tokens]) {
    const headers = { authorization };
    await walk.send('to read', 'GET /products/{productId}', { path, headers });
    await walk.send('to write', 'POST /products', { body: {}, headers });
    await walk.send('to delete', 'DELETE /products/{productId}', { path, headers });
  }
  await walk.send('afterwards', 'GET /products/{productId}', { path });
  await walk.send('an undocumented method', 'PUT /products');
  await walk.send('an unknown path', 'GET /nothing');
}

async function walkRefusedWrites(walk: Walk, productId: string, categoryId: number): Promise<void> {
  const body = { sku: 'RW-001', name: 'Refused', categoryId, price: { amount: 1, currency: 'CNY' } };
  const headers = { authorization: '' };
  const path = { productId };
  await walk.send('a refused replacement', 'PUT /products/{productId}', { path, body, headers });
  await walk.send('after it', 'GET /products/{productId}', { path });
  await walk.send('a refused product', 'POST /products', { body: { ...body, sku: 'RW-002' }, headers });
  await walk.send('after it', 'GET /products');
}

async function walkDeletes(
  walk: Walk,
  category: number,
  products: string[],
  customerId: string,
): Promise<void> {
  const path = { categoryId: String(category) };
  await walk.send('a category in use', 'DELETE /categories/{categoryId}', { path });
  for (const productId of [...products, ...products]) {
    await walk.send('a product', 'DELETE /products/{productId}', { path: { productId } });
    await walk.send('gone', 'GET /products/{productId}', { path: { productId } });
  }
  for (const name of ['the customer', 'the customer again']) {
    await walk.send(name, 'DELETE /customers/{customerId}', { path: { customerId } });
  }
  await walk.send('an empty category', 'DELETE /categories/{categoryId}', { path });
}
