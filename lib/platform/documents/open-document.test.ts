import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openDocument } from './open-document';

let folder: string;
let server: Server;
let base: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'documents-'));
  await mkdir(join(folder, 'api/parts'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'api/openapi.yaml'), '\uFEFFopenapi: 3.1.0');
  await writeFile(join(folder, 'api/latin.yaml'), Buffer.from([0x61, 0xe9, 0x62]));
  await writeFile(join(folder, 'api/parts/my pet.yaml'), 'type: string');
  await symlink(join(folder, 'secret.txt'), join(folder, 'api/link.yaml'));

  server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/api/openapi.yaml') response.end('openapi: 3.1.0');
    else if (path === '/api/pet.yaml') response.end('type: string');
    else if (path === '/zipped')
      response.setHeader('content-encoding', 'gzip').end(gzipSync('a'.repeat(5000)));
    else if (path === '/moved') response.writeHead(302, { location: '/api/openapi.yaml' }).end();
    else if (path === '/away') response.writeHead(302, { location: 'http://localhost:1/openapi.yaml' }).end();
    else if (path === '/round') response.writeHead(302, { location: '/round' }).end();
    else if (path === '/broken') response.destroy();
    else if (path === '/hanging') response.write('openapi');
    else if (path === '/private') response.writeHead(403).end();
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

describe('a local file', () => {
  test('is read as UTF-8, with the files below its folder', async () => {
    const opened = await openDocument(join(folder, 'api/openapi.yaml'));
    expect(opened.text).toBe('openapi: 3.1.0');
    expect(await opened.load('parts/my%20pet.yaml')).toBe('type: string');
  });

  test.each([
    ['../secret.txt', 'outside'],
    ['parts/../../secret.txt', 'outside'],
    ['%2e%2e/secret.txt', 'outside'],
    ['/etc/passwd', 'outside'],
    ['link.yaml', 'outside'],
    ['https://example.com/a.yaml', 'local files only'],
    ['file:///etc/passwd', 'local files only'],
  ])('does not load %s', async (name, message) => {
    const opened = await openDocument(join(folder, 'api/openapi.yaml'));
    await expect(opened.load(name)).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining(message),
    });
  });

  test('may use a wider root that the caller names', async () => {
    const opened = await openDocument(join(folder, 'api/openapi.yaml'), { root: folder });
    expect(await opened.load('../secret.txt')).toBe('secret');
  });

  test.each([
    ['api/none.yaml', {}, 'not_found'],
    ['api', {}, 'not_found'],
    ['api/openapi.yaml', { maxBytes: 5 }, 'too_large'],
    ['api/latin.yaml', {}, 'invalid_document'],
  ])('%s is refused with %o as %s', async (name, options, code) => {
    await expect(openDocument(join(folder, name), options)).rejects.toMatchObject({ code });
  });
});

describe('a URL', () => {
  test('is read, with the files of the same origin', async () => {
    const opened = await openDocument(`${base}/api/openapi.yaml`);
    expect(opened.text).toBe('openapi: 3.1.0');
    expect(await opened.load('pet.yaml')).toBe('type: string');
    await expect(opened.load('http://example.com/pet.yaml')).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('may redirect on its host', async () => {
    expect((await openDocument(`${base}/moved`)).text).toBe('openapi: 3.1.0');
  });

  test.each([
    ['/away', {}, 'forbidden'],
    ['/round', {}, 'unavailable'],
    ['/broken', {}, 'unavailable'],
    ['/private', {}, 'unavailable'],
    ['/none', {}, 'not_found'],
    ['/zipped', { maxBytes: 1000 }, 'too_large'],
  ])('%s is refused with %o as %s', async (path, options, code) => {
    await expect(openDocument(base + path, options)).rejects.toMatchObject({ code });
  });

  test('stops when the caller does', async () => {
    const reason = new Error('stopped');
    await expect(openDocument(`${base}/hanging`, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  test('must be a URL', async () => {
    await expect(openDocument('http://[')).rejects.toMatchObject({ code: 'invalid_input' });
  });
});
