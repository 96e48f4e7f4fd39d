import { Validator } from '@seriousme/openapi-schema-validator';
import type { RunningHttpServer } from '../../src/http/server.ts';
import { ticketsOpenApi } from '../../src/http/tickets/openapi.ts';
import { acceptedSchema, reportSchema } from '../../src/http/tickets/ticket-schemas.ts';
import { StoreFault } from '../../src/ports/document-store.ts';
import { aWorld, type World } from './a-book.ts';
import { startDoor } from './a-door.ts';
import { fakeDesk, handedOver } from './fake-desk.ts';

const key = 'key-of-the-desk-0123456789abcdef';

interface Description {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Answer>> }>>>
  >;
}
interface Answer {
  readonly content?: unknown;
  readonly headers?: Readonly<Record<string, unknown>>;
}

let world: World;
let server: RunningHttpServer;
let description: Description;

beforeEach(async () => {
  world = aWorld({ desks: [fakeDesk({ readKeys: [key] })] });
  server = await startDoor(world.book(), () => world.now);
  description = (await (await ask('GET', '/api/tickets/openapi.json')).json()) as Description;
});

afterEach(() => server.stop());

function ask(method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${server.port}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
}

const json = { 'content-type': 'application/json' };
const good = { ...json, 'x-secret': 'secret' };
const delivery = JSON.stringify({ deliveryId: 'd1', event: handedOver() });

test('the description is one of OpenAPI 3.1', async () => {
  const validator = new Validator();

  const result = await validator.validate(structuredClone(ticketsOpenApi('https://onetenant.contoso.com')));

  expect(result).toMatchObject({ valid: true });
  expect(validator.version).toBe('3.1');
});

test('a description with a fault would be seen', async () => {
  const { info: _info, ...rest } = ticketsOpenApi(undefined);

  expect(await new Validator().validate(structuredClone(rest))).toMatchObject({ valid: false });
});

/** Every answer that the description names, brought about at the real routes. */
const askings: readonly (readonly [string, string, number, () => Promise<Response>])[] = [
  ['post', '/api/tickets/{desk}', 202, () => ask('POST', '/api/tickets/desk', good, delivery)],
  ['post', '/api/tickets/{desk}', 400, () => ask('POST', '/api/tickets/desk', good, '{')],
  ['post', '/api/tickets/{desk}', 401, () => ask('POST', '/api/tickets/desk', json, delivery)],
  ['post', '/api/tickets/{desk}', 404, () => ask('POST', '/api/tickets/other', good, delivery)],
  ['post', '/api/tickets/{desk}', 413, () => ask('POST', '/api/tickets/desk', good, `"${'x'.repeat(70_000)}"`)],
  ['post', '/api/tickets/{desk}', 415, () => ask('POST', '/api/tickets/desk', { 'content-type': 'text/plain' }, 'x')],
  ['post', '/api/tickets/{desk}', 422, () => ask('POST', '/api/tickets/desk', good, '{"deliveryId":"d1"}')],
  ['post', '/api/tickets/{desk}', 429, () => afterThirty(() => ask('POST', '/api/tickets/desk', json, delivery))],
  ['post', '/api/tickets/{desk}', 503, () => whileAway(() => ask('POST', '/api/tickets/desk', good, delivery))],
  ['get', '/api/tickets/{id}', 200, async () => ask('GET', `/api/tickets/${await handed()}`, bearer)],
  ['get', '/api/tickets/{id}', 401, () => ask('GET', '/api/tickets/AAAAAAAAAAAAAAAAAAAAAA')],
  ['get', '/api/tickets/{id}', 404, () => ask('GET', '/api/tickets/AAAAAAAAAAAAAAAAAAAAAA', bearer)],
  ['get', '/api/tickets/{id}', 429, () => afterThirty(() => ask('GET', '/api/tickets/AAAAAAAAAAAAAAAAAAAAAA'))],
  ['get', '/api/tickets/{id}', 503, () => whileAway(() => ask('GET', '/api/tickets/AAAAAAAAAAAAAAAAAAAAAA', bearer))],
  ['get', '/api/tickets/openapi.json', 200, () => ask('GET', '/api/tickets/openapi.json')],
];
const bearer = { authorization: `Bearer ${key}` };

test.each(askings)('%s %s answers %i as described', async (method, path, status, asked) => {
  const response = await asked();
  const described = description.paths[path]?.[method]?.responses[String(status)];

  expect(response.status).toBe(status);
  expect(described).toBeDefined();
  expect(response.headers.has('retry-after')).toBe(described?.headers?.['Retry-After'] !== undefined);
  expect((await response.text()) !== '').toBe(described?.content !== undefined);
});

test('every answer that is described is brought about here, but the slow one', () => {
  const described = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) =>
      Object.keys(responses).map((status) => `${method} ${path} ${status}`),
    ),
  );
  const seen = askings.map(([method, path, status]) => `${method} ${path} ${status}`);

  expect(described.filter((one) => !seen.includes(one))).toEqual(['post /api/tickets/{desk} 408']);
});

test('what is answered is exactly what the schemas say', async () => {
  const id = await handed();
  const report: unknown = await (await ask('GET', `/api/tickets/${id}`, bearer)).json();

  expect(reportSchema.parse(report)).toEqual(report);
});

async function handed(): Promise<string> {
  const body: unknown = await (await ask('POST', '/api/tickets/desk', good, delivery)).json();
  expect(acceptedSchema.parse(body)).toEqual(body);
  return acceptedSchema.parse(body).id ?? '';
}

async function afterThirty(asking: () => Promise<Response>): Promise<Response> {
  for (let number = 0; number < 30; number += 1) await (await asking()).text();
  return asking();
}

async function whileAway(asking: () => Promise<Response>): Promise<Response> {
  const away = async (): Promise<never> => {
    throw new StoreFault('away');
  };
  Object.assign(world.store, { read: away, write: away });
  return asking();
}
