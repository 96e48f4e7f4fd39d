import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BodyBudget } from '../../src/http/body-budget.ts';
import { type JsonBody, readJsonBody } from '../../src/http/json-bodies.ts';

const bodies = new BodyBudget({ inAll: 100_000, ofOne: 10_000 });
let server: Server;
let lastBody: JsonBody | null = null;

beforeAll(async () => {
  server = createServer((request, response) => {
    void readJsonBody(request, { maxBytes: 1_000, timeoutMs: 300, bodies }).then((body) => {
      lastBody = body;
      response.end(body.kind === 'json' ? 'json' : String(body.status));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => server.close());

function sends(
  body: string | Buffer,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const request = httpRequest({ port, host: '127.0.0.1', method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on('end', () => resolve(text));
    });
    request.on('error', reject);
    request.end(body);
  });
}

test.each([
  ['an object', '{"a":1}', 'json'],
  ['a list', '[1]', 'json'],
  ['nothing', '', '400'],
  ['half an object', '{"a":', '400'],
  ['a trailing comma', '{"a":1,}', '400'],
  ['64 brackets', `${'['.repeat(64)}${']'.repeat(64)}`, 'json'],
  ['65 brackets', `${'['.repeat(65)}${']'.repeat(65)}`, '400'],
  ['brackets inside a text', JSON.stringify('['.repeat(200)), 'json'],
  ['more than allowed', `"${'x'.repeat(1_000)}"`, '413'],
])('%s → %s', async (_what, body, expected) => {
  expect(await sends(body)).toBe(expected);
});

test('bytes that are not UTF-8 are refused', async () => {
  expect(await sends(Buffer.from([0x22, 0xff, 0xfe, 0x22]))).toBe('400');
});

test.each([
  ['text/plain'],
  ['application/xml'],
  ['application/json; charset=utf-99'],
  ['multipart/form-data; boundary=x'],
])('%s is refused', async (type) => {
  expect(await sends('{}', { 'content-type': type })).toBe('415');
});

test('a compressed body is refused unread', async () => {
  expect(await sends('NOTGZIP!', { 'content-type': 'application/json', 'content-encoding': 'gzip' })).toBe('415');
});

test('a body without length is cut off at the limit', async () => {
  expect(
    await sends(`"${'x'.repeat(5_000)}"`, { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }),
  ).toBe('413');
});

test('keys that reach a prototype are dropped, also where they are written with escapes', async () => {
  await sends('{"\\u005f_proto__":{"isAdmin":true},"list":[{"c\\u006fnstructor":1,"kept":1}]}');

  expect(lastBody?.kind === 'json' && JSON.stringify(lastBody.value)).toBe('{"list":[{"kept":1}]}');
});

test('keys that reach a prototype are dropped', async () => {
  await sends('{"__proto__":{"isAdmin":true},"value":{"constructor":{"prototype":{"isAdmin":true}},"kept":1}}');

  expect(lastBody).toMatchObject({ kind: 'json', value: { value: { kept: 1 } } });
  const value = lastBody?.kind === 'json' ? (lastBody.value as { isAdmin?: boolean }) : {};
  expect(Object.assign({}, value).isAdmin).toBeUndefined();
});
