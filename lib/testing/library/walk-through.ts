import type { Json, JsonObject } from '../../core/json';
import { Walk, type Step } from '../service/walk';

import { credentials } from './credentials';
import { startLibrary, type LibraryOptions } from './server';

const nothing = '00000000-0000-4000-8000-000000000000';
const { member, other, reader } = credentials;
const usual = { authorization: `Bearer ${member.bearerAuth}`, 'x-terminal-key': member.terminalKey };
const asOther = { authorization: `Bearer ${other.bearerAuth}` };

/** One day in the library: each operation as it should be used, and rules of the document broken. */
export async function walkThrough(options: LibraryOptions = {}): Promise<Step[]> {
  const library = await startLibrary(options);
  const walk = new Walk(library.url, () => usual);
  try {
    await walkService(walk);
    const subjectId = await walkSubjects(walk);
    const items = await walkItems(walk, subjectId);
    const [itemId = ''] = items;
    await walkChanges(walk, itemId, subjectId);
    await walkSearch(walk);
    await walkCoversAndComments(walk, itemId);
    const listId = await walkReadingLists(walk, itemId);
    await walkLoans(walk, itemId);
    await walkExports(walk);
    await walkSuggestions(walk);
    await walkAccess(walk, itemId, listId);
    await walkRemovals(walk, items, listId, subjectId);
  } finally {
    await library.close();
  }
  return walk.steps;
}

async function walkService(walk: Walk): Promise<void> {
  await walk.send('status', 'GET /status', { headers: { authorization: '' } });
  await walk.send('the answer that is preferred', 'GET /status', { headers: { prefer: 'code=503' } });
  for (const weekdays of ['.mon', '.sat,sun', 'mon', '.someday']) {
    await walk.send(`hours of ${weekdays}`, 'GET /opening-hours/{weekdays}', { path: { weekdays } });
  }
  await walk.send('a method that is not there', 'DELETE /status');
  await walk.send('a path that is not there', 'GET /nothing');
}

async function walkSubjects(walk: Walk): Promise<string> {
  const create = 'POST /subjects';
  const subject = {
    name: 'Rivers',
    code: 'RIV-001',
    labels: { de: 'Flüsse' },
    children: [{ name: 'Deltas', children: [{ name: 'Danube' }] }],
  };
  const { id } = await walk.send('a subject', create, { body: subject });
  const wrong: Record<string, Json> = {
    'a code that is taken': subject,
    'a label in no language': { ...subject, labels: { german: 'Flüsse' } },
    'a branch without name': { ...subject, children: [{ children: [] }] },
    'a branch with more': { ...subject, children: [{ name: 'A', children: [{ name: 'B', code: 'C' }] }] },
    'no JSON': '{',
    'too deep a body': `${'['.repeat(100)}${']'.repeat(100)}`,
    'no body': '',
  };
  for (const [name, body] of Object.entries(wrong)) await walk.send(name, create, { body });
  await walk.send('another media type', create, { body: '{}', headers: { 'content-type': 'text/csv' } });
  for (const headers of [
    {},
    { cookie: 'lang=de' },
    { cookie: 'lang=nl' },
    { authorization: '' },
    { authorization: 'Bearer x' },
  ])
    await walk.send('all subjects', 'GET /subjects', { headers });
  for (const query of ['?depth=0', '?depth=7'])
    await walk.send(`subjects ${query}`, 'GET /subjects', { query });
  for (const subjectId of [String(id), '99999', '0'])
    await walk.send(`subject ${subjectId}`, 'GET /subjects/{subjectId}', { path: { subjectId } });
  return String(id);
}

async function walkItems(walk: Walk, subjectId: string): Promise<string[]> {
  const core = { title: 'The Living River', subjectId: Number(subjectId), language: 'de', tags: ['rivers'] };
  const book = { ...core, kind: 'book', pages: 416, contributors: [{ name: 'Ada', role: 'author' }] };
  const record = { ...core, kind: 'recording', medium: 'vinyl', seconds: 1.5, rpm: 33 };
  const map = { ...core, kind: 'map', scale: 25000, bounds: [6.5, 46.1, 7.25, 46.6], note: 'Folded.' };
  const ids: string[] = [];
  for (const [index, body] of [book, record, map].entries()) {
    const barcode = `310125007${String(index)}`;
    const { id } = await walk.send(body.kind, 'POST /items', {
      body: { ...body, barcode, vendorSecret: 'abcd' },
    });
    ids.push(String(id));
  }
  const barcode = '9999999999';
  const wrong: Record<string, JsonObject> = {
    'a barcode that is taken': { ...book, barcode: '3101250070' },
    'an unknown subject': { ...book, barcode, subjectId: 99999 },
    'no author': { ...book, barcode, contributors: [{ name: 'B', role: 'translator' }] },
    'a volume without series': { ...book, barcode, volume: 1 },
    'a third part of the shelf': { ...book, barcode, shelf: ['A', 1, 2] },
    'an unknown property': { ...book, barcode, colour: 'red' },
    'vinyl without speed': { ...core, barcode, kind: 'recording', medium: 'vinyl', seconds: 2 },
    'a CD with speed': { ...record, barcode, medium: 'cd' },
    'an unknown kind': { ...map, barcode, kind: 'globe' },
    'no kind': { ...core, barcode, scale: 500 },
    'a sheet called unknown': { ...map, barcode, sheet: 'unknown' },
    'an identifier in capitals': { ...map, barcode, identifiers: { ISBN: '1' } },
    'a loan of ten days': { ...map, barcode, loanDays: 10 },
    'too much': { ...map, barcode, note: 'x'.repeat(300 * 1024) },
  };
  for (const [name, body] of Object.entries(wrong)) await walk.send(name, 'POST /items', { body });
  return ids;
}

async function walkChanges(walk: Walk, itemId: string, subjectId: string): Promise<void> {
  const path = { itemId };
  const read = 'GET /items/{itemId}';
  const replace = 'PUT /items/{itemId}';
  const update = 'PATCH /items/{itemId}';
  await walk.send('an item', read, { path });
  const etag = () => walk.steps.findLast(({ operation }) => operation === read)?.headers.get('etag') ?? '';
  await walk.send('an item that is known', read, { path, headers: { 'if-none-match': etag() } });
  await walk.send('an item as XML', read, { path, headers: { accept: 'application/xml' } });
  const body = {
    ...{ kind: 'map', title: 'The upper valley', barcode: '3101250070' },
    ...{ subjectId: Number(subjectId), scale: 500 },
  };
  await walk.send('a replacement of any state', replace, { path, body });
  await walk.send('a replacement of another state', replace, { path, body, headers: { 'if-match': '"0"' } });
  await walk.send('a replacement', replace, { path, body, headers: { 'if-match': etag() } });
  await walk.send('the same one again', replace, { path, body, headers: { 'if-match': '*' } });
  await walk.send('a barcode of another', replace, {
    path,
    body: { ...body, barcode: '3101250071' },
    headers: { 'if-match': '*' },
  });
  await walk.send('after the replacement', read, { path });
  await walk.send('a patch', update, { path, body: { note: 'Torn', loanDays: 14 } });
  await walk.send('a patch of another state', update, {
    path,
    body: { note: 'x' },
    headers: { 'if-match': '"0"' },
  });
  await walk.send('a patch to null', update, { path, body: { note: null } });
  await walk.send('an empty patch', update, { path, body: {} });
  await walk.send('a patch as JSON', update, {
    path,
    body: {},
    headers: { 'content-type': 'application/json' },
  });
  await walk.send('after the patches', read, { path });
  for (const unknown of [nothing, 'river'])
    await walk.send(`item ${unknown}`, read, { path: { itemId: unknown } });
}

async function walkSearch(walk: Walk): Promise<void> {
  const queries = [
    ...['', '?limit=51', '?sort=-title', '?sort=scale', '?cursor=none', '?cursor=!'],
    ...['?filter[kind]=map&filter[hasNote]=true', '?filter[colour]=red', '?filter[maxLoanDays]=six'],
    ...['?tags=rivers%7Cowls', '?tags=a%7Cb', '?languages=de%20en', '?languages=de%20de', '?languages=nl'],
  ];
  for (const query of queries) await walk.send(`search ${query}`, 'GET /items', { query });
  let next: Json | undefined = '';
  for (let page = 0; page < 5 && typeof next === 'string'; page += 1) {
    const cursor = next === '' ? '' : `&cursor=${next}`;
    ({ next } = await walk.send(`page ${String(page)}`, 'GET /items', { query: `?limit=1${cursor}` }));
  }
  await walk.send('too often', 'GET /items', { headers: { prefer: 'code=429' } });
}

async function walkCoversAndComments(walk: Walk, itemId: string): Promise<void> {
  const path = { itemId };
  const upload = 'POST /items/{itemId}/cover';
  const cover = (type: string, credit?: Json, caption = 'The source') => {
    const form = new FormData();
    form.set('image', new Blob(['png'], { type }), 'cover');
    form.set('caption', caption);
    if (credit !== undefined)
      form.set('credit', new Blob([JSON.stringify(credit)], { type: 'application/json' }), 'credit');
    return form;
  };
  await walk.send('no cover yet', 'GET /items/{itemId}/cover', { path });
  await walk.send('a cover', upload, { path, body: cover('image/png', { name: 'Ada', year: 1990 }) });
  await walk.send('a cover as text', upload, { path, body: cover('text/plain') });
  await walk.send('a cover of 1700', upload, { path, body: cover('image/png', { name: 'Ada', year: 1700 }) });
  await walk.send('a long caption', upload, { path, body: cover('image/png', undefined, 'x'.repeat(101)) });
  await walk.send('no form', upload, { path, body: 'x', headers: { 'content-type': 'multipart/form-data' } });
  await walk.send('the cover', 'GET /items/{itemId}/cover', { path });
  const create = 'POST /items/{itemId}/comments';
  const comments: JsonObject[] = [
    { text: 'Good.', author: { alias: 'river-rat' }, replies: [{ text: 'Yes', replies: [{ text: 'No' }] }] },
    { rating: 4.5, edition: 'second', page: 3 },
    { spoiler: false },
    { rating: 4.2 },
    { rating: 4, page: 3 },
    { text: 'x', spoiler: true },
    { text: 'x', author: { name: 'Ada', alias: 'ada-w' } },
    { text: 'NUL \0 and 🦦' },
  ];
  for (const body of comments) await walk.send('a comment', create, { path, body });
  for (const query of ['', '?limit=1&offset=1', '?offset=-1'])
    await walk.send(`comments ${query}`, 'GET /items/{itemId}/comments', { path, query });
}

async function walkReadingLists(walk: Walk, itemId: string): Promise<string> {
  const create = 'POST /reading-lists';
  const list = {
    name: 'Summer 🦦',
    entries: [{ itemId, pinned: true }],
    colour: [0, 128, 255],
    invitationCode: 'geheim',
  };
  const { id } = await walk.send('a list', create, { body: list });
  const entry = { itemId, pinned: true };
  const wrong: JsonObject[] = [
    { entries: [entry, entry] },
    { colour: [0, 0, 256] },
    { goal: 2 ** 31 },
    { entries: [{ itemId: nothing }] },
  ];
  for (const change of wrong) await walk.send('a wrong list', create, { body: { ...list, ...change } });
  const path = { listId: String(id) };
  const cookie = { authorization: '', cookie: `library_session=${member.sessionCookie}` };
  await walk.send('a list by session', 'GET /reading-lists/{listId}', { path, headers: cookie });
  await walk.send('a replacement', 'PUT /reading-lists/{listId}', { path, body: { name: 'Autumn' } });
  await walk.send('a wrong replacement', 'PUT /reading-lists/{listId}', { path, body: { name: '' } });
  for (const query of ['', '?visibility=public', '?visibility=none', '?limit=1&page=2', '?page=0'])
    await walk.send(`lists ${query}`, 'GET /reading-lists', { query });
  await walk.send('no such list', 'GET /reading-lists/{listId}', { path: { listId: nothing } });
  return String(id);
}

async function walkLoans(walk: Walk, itemId: string): Promise<void> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const forms = [
    `itemIds=${itemId}`,
    `itemIds=${itemId}&itemIds=${itemId}&days=7&notify=email,sms&pickUpAt=locker`,
    `itemIds=${nothing}`,
    `itemIds=${itemId}&days=85`,
    `itemIds=${itemId}&notify=sms,sms`,
    `itemIds=${itemId}&days=7&days=8`,
    'days=7',
    `itemIds=%FF`,
  ];
  const numbers: Json[] = [];
  for (const body of forms) {
    const { loanNumber } = await walk.send(`loan ${body.replaceAll(itemId, 'id')}`, 'POST /loans', {
      body,
      headers,
    });
    numbers.push(loanNumber ?? null);
  }
  const path = { loanId: String(numbers[0]) };
  await walk.send('a loan', 'GET /loans/{loanId}', { path });
  await walk.send('a loan of another', 'GET /loans/{loanId}', { path, headers: asOther });
}

async function walkExports(walk: Walk): Promise<void> {
  const { id } = await walk.send('an export', 'POST /exports', { body: { format: 'csv', scope: ['book'] } });
  for (const scope of ['none', ['book', 'book']])
    await walk.send('a wrong scope', 'POST /exports', { body: { format: 'csv', scope } });
  for (const code of ['429', '503'])
    await walk.send(`preferring ${code}`, 'POST /exports', {
      body: { format: 'csv', scope: 'all' },
      headers: { prefer: `code=${code}` },
    });
  for (const exportId of [String(id), String(id), String(id), nothing])
    await walk.send('how far it is', 'GET /exports/{exportId}', { path: { exportId } });
}

async function walkSuggestions(walk: Walk): Promise<void> {
  const bodies = [
    '<suggestion urgency="low"><title>Owls &amp; co</title><copies>2</copies><keywords><keyword>owls</keyword></keywords></suggestion>',
    '<suggestion urgency="some"><title>Owls</title><copies>2</copies></suggestion>',
    '<suggestion><title>Owls</title><copies>21</copies></suggestion>',
    '<suggestion><copies>1</copies></suggestion>',
    '<suggestion><title>Owls</suggestion>',
    '<proposal/>',
  ];
  for (const body of bodies)
    await walk.send('a suggestion', 'POST /suggestions', {
      body,
      headers: { 'content-type': 'application/xml' },
    });
}

async function walkAccess(walk: Walk, itemId: string, listId: string): Promise<void> {
  const key = { 'x-terminal-key': '' };
  for (const headers of [
    { authorization: '' },
    key,
    { authorization: 'Basic x' },
    { 'x-terminal-key': 'x' },
  ]) {
    await walk.send('to add', 'POST /items', { body: {}, headers });
    await walk.send('to read', 'GET /items/{itemId}', { path: { itemId }, headers });
    await walk.send('hours', 'GET /opening-hours/{weekdays}', { path: { weekdays: '.mon' }, headers });
  }
  const asReader = { authorization: `Bearer ${reader.bearerAuth}` };
  for (const headers of [
    asOther,
    asReader,
    { authorization: '' },
    { authorization: '', cookie: 'library_session=x' },
  ]) {
    const path = { listId };
    await walk.send('to read a list', 'GET /reading-lists/{listId}', { path, headers });
    await walk.send('to replace a list', 'PUT /reading-lists/{listId}', {
      path,
      headers,
      body: { name: 'Mine' },
    });
    await walk.send('to remove a list', 'DELETE /reading-lists/{listId}', { path, headers });
    await walk.send('all lists', 'GET /reading-lists', { headers });
  }
  await walk.send('the list afterwards', 'GET /reading-lists/{listId}', { path: { listId } });
  await walk.send('to add a subject', 'POST /subjects', { body: {}, headers: asReader });
}

async function walkRemovals(walk: Walk, items: string[], listId: string, subjectId: string): Promise<void> {
  const path = { subjectId };
  await walk.send('a subject in use', 'DELETE /subjects/{subjectId}', { path });
  for (const itemId of [...items, items[0] ?? '']) {
    await walk.send('an item', 'DELETE /items/{itemId}', { path: { itemId } });
    await walk.send('gone', 'GET /items/{itemId}', { path: { itemId } });
  }
  for (const name of ['a list', 'a list again'])
    await walk.send(name, 'DELETE /reading-lists/{listId}', { path: { listId } });
  for (const name of ['a subject', 'a subject again'])
    await walk.send(name, 'DELETE /subjects/{subjectId}', { path });
}
