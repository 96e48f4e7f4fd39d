import { z } from 'zod';
import type { EmbeddingsForm, RunningSandbox } from '../../sandbox/start-sandbox.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';

/** As strict as the references of Azure OpenAI and OpenAI say. */

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0 });
});
afterAll(() => sandbox.stop());

const model = 'sandbox-embedding';

async function post(form: EmbeddingsForm, body: unknown, headers?: Readonly<Record<string, string>>) {
  const { EMBEDDINGS_URL = '', EMBEDDINGS_KEY: key = '' } = sandbox.embeddings[form];
  const response = await fetch(EMBEDDINGS_URL, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(headers ?? (form === 'plain' ? { authorization: `Bearer ${key}` } : { 'api-key': key })),
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

/** The vectors of an answer, in their order. */
async function vectorsOf(form: EmbeddingsForm, body: unknown): Promise<readonly (readonly number[])[]> {
  const answer = await post(form, body);
  return z
    .object({ data: z.array(z.object({ embedding: z.array(z.number()) })) })
    .parse(answer.body)
    .data.map(({ embedding }) => embedding);
}

test('a list of vectors says which text each is of, which model made it, and what it cost', async () => {
  const { status, body } = await post('azure-v1', { model, input: ['one', 'two'] });

  expect(status).toBe(200);
  expect(body).toEqual({
    object: 'list',
    data: [0, 1].map((index) => ({ object: 'embedding', index, embedding: expect.any(Array) })),
    model: 'sandbox-embedding-1',
    usage: { prompt_tokens: 2, total_tokens: 2 },
  });
  for (const vector of await vectorsOf('azure-v1', { model, input: ['one', 'two'] }))
    expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
});

test('the same text has the same vector, and fewer numbers are its beginning', async () => {
  const input = 'one text about a tenant';
  const [whole = []] = await vectorsOf('plain', { model, input });
  const [again] = await vectorsOf('plain', { model, input });
  const [part = []] = await vectorsOf('plain', { model, input, dimensions: 64 });

  expect(again).toEqual(whole);
  const length = Math.hypot(...whole.slice(0, 64));
  expect(length).toBeGreaterThan(0);
  expect(part).toHaveLength(64);
  for (const [at, one] of part.entries()) expect(one).toBeCloseTo((whole[at] ?? 0) / length, 6);
});

test('base64 holds the same numbers', async () => {
  const [floats = []] = await vectorsOf('plain', { model, input: 'one text' });
  const coded = await post('plain', { model, input: 'one text', encoding_format: 'base64' });
  const { data } = z.object({ data: z.array(z.object({ embedding: z.base64() })) }).parse(coded.body);
  const bytes = Buffer.from(data[0]?.embedding ?? '', 'base64');

  expect(bytes.length).toBe(256 * 4);
  for (const [at, one] of floats.entries()) expect(bytes.readFloatLE(at * 4)).toBeCloseTo(one, 6);
});

test.each([
  ['an empty text', { model, input: '' }],
  ['an empty text among others', { model, input: ['one', ''] }],
  ['no text', { model, input: [] }],
  ['2,049 texts', { model, input: Array(2_049).fill('x') }],
  ['a text of more than 8,192 tokens', { model, input: 'x'.repeat(32_772) }],
  ['more than 300,000 tokens at once', { model, input: Array(40).fill('x'.repeat(32_000)) }],
  ['an unknown parameter', { model, input: 'x', temperature: 1 }],
  ['more numbers than the model has', { model, input: 'x', dimensions: 257 }],
])('%s is 400', async (_name, body) => {
  const answer = await post('plain', body);

  expect(answer).toEqual({
    status: 400,
    body: { error: { message: expect.any(String), type: 'invalid_request_error', param: null, code: null } },
  });
});

test.each([
  ['azure', 401, { code: '401' }],
  ['azure-v1', 401, { code: '401' }],
  ['plain', 401, { code: 'invalid_api_key', type: 'invalid_request_error' }],
] as const)('%s without a key is refused', async (form, status, error) => {
  expect(await post(form, { model, input: 'x' }, {})).toMatchObject({ status, body: { error } });
});

test.each([
  ['azure-v1', { code: 'DeploymentNotFound' }],
  ['plain', { code: 'model_not_found' }],
] as const)('%s has no other model', async (form, error) => {
  expect(await post(form, { model: 'another', input: 'x' })).toMatchObject({ status: 404, body: { error } });
});

test('the form with a deployment takes a bearer for a token of Entra only; v1 takes a key there too', async () => {
  const bearer = { authorization: `Bearer ${sandbox.embeddings.azure.EMBEDDINGS_KEY}` };
  const token = (audience: string) =>
    sandbox.core.entraKey.sign({ appid: 'a' }, { issuer: 'https://sts.example', audience, expiresInSeconds: 60 });
  const ask = async (form: EmbeddingsForm, headers: Readonly<Record<string, string>>) =>
    (await post(form, { model, input: 'x' }, headers)).status;

  expect(await ask('azure', bearer)).toBe(401);
  expect(await ask('azure-v1', bearer)).toBe(200);
  for (const form of ['azure', 'azure-v1'] as const) {
    const right = await token('https://cognitiveservices.azure.com');
    const wrong = await token('https://graph.microsoft.com');
    expect(await ask(form, { authorization: `Bearer ${right}` })).toBe(200);
    expect(await ask(form, { authorization: `Bearer ${wrong}` })).toBe(401);
  }
});
