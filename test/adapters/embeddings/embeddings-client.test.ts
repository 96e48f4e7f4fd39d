import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EmbeddingsForm, RunningSandbox } from '../../../sandbox/start-sandbox.ts';
import { startSandbox } from '../../../sandbox/start-sandbox.ts';
import { createEmbedFor } from '../../../src/adapters/embeddings/create-meanings.ts';
import { createEmbed, type EmbeddingsCall } from '../../../src/adapters/embeddings/embeddings-client.ts';
import { likeness, shortVector } from '../../../src/adapters/embeddings/short-vector.ts';
import { createIdentityToken } from '../../../src/adapters/entra/identity-token.ts';
import { azureEmbeddingsScope, isAzureEmbeddings } from '../../../src/domain/azure-embeddings.ts';
import { type StandIn, startStandIn } from '../stand-in.ts';

const clock = { now: () => Date.now() };
const { signal } = new AbortController();
const forms: readonly EmbeddingsForm[] = ['azure', 'azure-v1', 'plain'];

let sandbox: RunningSandbox;
let standIn: StandIn;
beforeAll(async () => {
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0 });
  standIn = await startStandIn();
});
afterEach(() => sandbox.core.faults.clear());
afterAll(async () => {
  await standIn.stop();
  await sandbox.stop();
});

/** The client for one of the sandbox's services, with settings that differ. */
function embedAt(form: EmbeddingsForm, settings: Readonly<Record<string, string>> = {}) {
  const embed = createEmbedFor({ ...sandbox.embeddings[form], ...settings }, clock);
  if (embed === null) throw new Error('no service is set');
  return embed;
}

/** What an odd service answers, asked for one text. */
function askOdd(answer: { readonly status?: number; readonly body?: unknown; readonly text?: string }) {
  standIn.route('/v1/embeddings', answer);
  const url = `${standIn.origin}/v1/embeddings`;
  return createEmbed({ url, model: 'odd', proof: { key: 'k' } })(['text'], signal);
}

describe.each(forms)('a service of the form %s', (form) => {
  test('gives one vector per text, in their order, and texts that mean the same lie near', async () => {
    const { model, vectors } = await embedAt(form)(
      ['Who pays the invoice?', 'Wie betaalt de factuur?', 'How do I bake bread?'],
      signal,
    );

    const [english, dutch, bread] = vectors.map(shortVector);
    expect(model).toBe('sandbox-embedding-1');
    expect(vectors.map((vector) => vector.length)).toEqual([256, 256, 256]);
    if (english === undefined || dutch === undefined || bread === undefined) throw new Error('a vector is missing');
    expect(likeness(english, dutch)).toBeGreaterThan(likeness(english, bread) + 0.3);
  });

  test.each([['a wrong key', { EMBEDDINGS_KEY: 'wrong' }, { because: 'refused', status: 401 }]])(
    '%s',
    async (_name, settings, expected) => {
      await expect(embedAt(form, settings)(['text'], signal)).rejects.toMatchObject(expected);
    },
  );

  test.each([
    ['429' as const, { because: 'throttled', status: 429, retryAfterMs: 7_000 }],
    ['503' as const, { because: 'unavailable', status: 503 }],
    ['403' as const, { because: 'refused', status: 403 }],
    ['cut-off' as const, { because: 'unavailable' }],
    ['html' as const, { because: 'unusable' }],
    ['garbage' as const, { because: 'unusable' }],
  ])('that answers %s', async (fault, expected) => {
    sandbox.core.faults.add({ service: 'embeddings', fault, retryAfterSeconds: 7 });

    await expect(embedAt(form)(['text'], signal)).rejects.toMatchObject(expected);
  });

  test('a text that is too long for the model is not accepted', async () => {
    await expect(embedAt(form)(['x'.repeat(40_000)], signal)).rejects.toMatchObject({
      because: 'not-accepted',
      status: 400,
    });
  });

  test('a client that gives up hears that it was too slow', async () => {
    sandbox.core.faults.add({ service: 'embeddings', fault: 'hang' });
    const patience = new AbortController();
    const asked = embedAt(form)(['text'], patience.signal);
    patience.abort();

    await expect(asked).rejects.toMatchObject({ because: 'too-slow' });
  });
});

test('a model or deployment that is not there', async () => {
  const { EMBEDDINGS_URL = '' } = sandbox.embeddings.azure;
  const elsewhere = EMBEDDINGS_URL.replace('sandbox-embedding', 'another');

  await expect(embedAt('plain', { EMBEDDINGS_MODEL: 'x' })(['text'], signal)).rejects.toMatchObject({
    because: 'not-found',
  });
  await expect(embedAt('azure', { EMBEDDINGS_URL: elsewhere })(['text'], signal)).rejects.toMatchObject({
    because: 'not-found',
  });
  await expect(
    embedAt('azure', { EMBEDDINGS_URL: EMBEDDINGS_URL.replace(/\?.*/, '') })(['text'], signal),
  ).rejects.toMatchObject({ because: 'not-found' });
});

const vector = (embedding: unknown, index = 0) => ({ object: 'embedding', index, embedding });
test.each([
  ['a vector with NaN in it', { text: '{"model":"m","data":[{"index":0,"embedding":[0.1,NaN]}]}' }],
  ['a vector with null in it', { body: { data: [vector([0.1, null])] } }],
  ['a number that is not finite', { text: '{"model":"m","data":[{"index":0,"embedding":[0.1,1e999]}]}' }],
  ['a vector of zeros', { body: { data: [vector([0, 0, 0])] } }],
  ['an empty vector', { body: { data: [vector([])] } }],
  ['a vector of 4,097 numbers', { body: { data: [vector(Array(4_097).fill(1))] } }],
  ['no vector', { body: { data: [] } }],
  ['two vectors for one text', { body: { data: [vector([1]), vector([1], 1)] } }],
  ['a vector for another place', { body: { data: [vector([1], 1)] } }],
  ['base64 that nobody asked for', { body: { data: [vector('AAAA')] } }],
  ['an empty body', { text: '' }],
])('%s is no answer', async (_name, answer) => {
  await expect(askOdd(answer)).rejects.toMatchObject({ because: 'unusable' });
});

test('vectors of several lengths are no answer', async () => {
  standIn.route('/v1/embeddings', { body: { data: [vector([1, 2]), vector([1, 2, 3], 1)] } });
  const embed = createEmbed({ url: `${standIn.origin}/v1/embeddings`, model: 'odd', proof: { key: 'k' } });

  await expect(embed(['one', 'two'], signal)).rejects.toMatchObject({ because: 'unusable' });
});

test('a redirect is not followed, so neither the text nor the key goes elsewhere', async () => {
  const before = standIn.requests.length;
  standIn.route('/elsewhere', { body: { data: [vector([1])] } });
  standIn.route('/v1/embeddings', { status: 307, headers: { location: `${standIn.origin}/elsewhere` } });
  const embed = createEmbed({ url: `${standIn.origin}/v1/embeddings`, model: 'm', proof: { key: 'k' } });

  await expect(embed(['text'], signal)).rejects.toMatchObject({ because: 'not-accepted', status: 307 });
  expect(standIn.requests.slice(before).map(({ url }) => url)).toEqual(['/v1/embeddings']);
});

test('a fault and what is observed hold neither the text nor the key', async () => {
  const calls: EmbeddingsCall[] = [];
  standIn.route('/v1/embeddings', { status: 400, body: { error: { message: 'cannot read: my secret question' } } });
  const embed = createEmbed({
    url: `${standIn.origin}/v1/embeddings`,
    model: 'm',
    proof: { key: 'the-key' },
    observe: (call) => calls.push(call),
  });

  const fault = await embed(['my secret question'], signal).catch((caught: unknown) => caught);

  expect(calls).toEqual([{ outcome: '4xx', tookMs: expect.any(Number) }]);
  expect(fault).toBeInstanceOf(Error);
  expect(JSON.stringify([fault, String(fault), calls])).not.toMatch(/secret|the-key/);
});

test('only Azure takes the key in a header of its own', async () => {
  const sent = async (path: string) => {
    standIn.route('/', { body: { data: [vector([1])] } });
    await createEmbed({ url: `${standIn.origin}${path}`, model: 'm', proof: { key: 'k' } })(['text'], signal);
    const last = standIn.requests.at(-1);
    return {
      key: last?.headers['api-key'],
      bearer: last?.headers.authorization,
      body: JSON.parse(last?.body ?? ''),
    };
  };

  expect(await sent('/other/v1/embeddings')).toEqual({ bearer: 'Bearer k', body: { model: 'm', input: ['text'] } });
  expect(await sent('/gateway/openai/deployments/d/embeddings?api-version=2024-10-21')).toEqual({
    key: 'k',
    body: { input: ['text'] },
  });
});

test.each([
  ['https://contoso.openai.azure.com/openai/v1/embeddings', 'https://cognitiveservices.azure.com/.default'],
  ['https://contoso.cognitiveservices.azure.com/openai/v1/embeddings', 'https://cognitiveservices.azure.com/.default'],
  ['https://contoso.services.ai.azure.com/openai/v1/embeddings', 'https://cognitiveservices.azure.com/.default'],
  ['https://contoso.openai.azure.us/openai/v1/embeddings', 'https://cognitiveservices.azure.us/.default'],
])('%s takes the managed identity, with a token for %s', (url, scope) => {
  expect(isAzureEmbeddings(url)).toBe(true);
  expect(azureEmbeddingsScope(url)).toBe(scope);
});

test.each([
  'https://openai.azure.com.evil.example/embeddings',
  'https://evil.example/openai.azure.com/embeddings',
  'https://contosoopenai.azure.com/embeddings',
  'https://api.openai.com/v1/embeddings',
  'no address',
])('%s does not', (url) => {
  expect(isAzureEmbeddings(url)).toBe(false);
});

describe('the managed identity', () => {
  const given = { endpoint: process.env.IDENTITY_ENDPOINT, header: process.env.IDENTITY_HEADER };
  afterEach(() => {
    for (const [name, value] of [
      ['IDENTITY_ENDPOINT', given.endpoint],
      ['IDENTITY_HEADER', given.header],
    ] as const)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  });

  test('proves itself with a token for Azure OpenAI, which is fetched once', async () => {
    const token = await sandbox.core.entraKey.sign(
      { appid: 'identity' },
      {
        issuer: 'https://sts.example',
        audience: 'https://cognitiveservices.azure.com',
        expiresInSeconds: 3_600,
      },
    );
    const asked: URL[] = [];
    const endpoint = createServer((request, response) => {
      asked.push(new URL(request.url ?? '', 'http://localhost'));
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          access_token: token,
          expires_on: Math.floor(Date.now() / 1_000) + 3_600,
          token_type: 'Bearer',
        }),
      );
    });
    await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
    process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/msi/token`;
    process.env.IDENTITY_HEADER = 'header';
    const { EMBEDDINGS_URL: url = '', EMBEDDINGS_MODEL: model = '' } = sandbox.embeddings.azure;
    const scope = azureEmbeddingsScope('https://contoso.openai.azure.com/openai/v1/embeddings');
    const embed = createEmbed({ url, model, proof: { token: createIdentityToken('identity', scope, clock) } });

    await embed(['one'], signal);
    const { vectors } = await embed(['two'], signal);

    endpoint.close();
    expect(vectors).toHaveLength(1);
    expect(asked.map(({ searchParams }) => searchParams.get('resource'))).toEqual([
      'https://cognitiveservices.azure.com',
    ]);
  });

  test('that gives no token is told as refused', async () => {
    const { EMBEDDINGS_URL: url = '', EMBEDDINGS_MODEL: model = '' } = sandbox.embeddings.azure;
    const embed = createEmbed({ url, model, proof: { token: () => Promise.reject(new Error('none here')) } });

    await expect(embed(['one'], signal)).rejects.toMatchObject({ because: 'refused', status: null });
  });
});
