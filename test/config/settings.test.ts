import { readFileSync } from 'node:fs';
import { envExample, readSettings } from '../../src/config/settings.ts';

const complete = {
  BOT_APP_ID: '11111111-2222-3333-4444-555555555555',
  BOT_APP_TENANT_ID: '22222222-3333-4444-5555-666666666666',
  BOT_APP_SECRET: 'a secret',
  SIGN_IN_APP_ID: '33333333-4444-5555-6666-777777777777',
  SIGN_IN_APP_SECRET: 'another secret',
};

function faultsOf(environment: Record<string, string>): Record<string, string> {
  const reading = readSettings(environment);
  if (reading.kind === 'read') return {};
  return Object.fromEntries(reading.faults.map(({ name, problem }) => [name, problem]));
}

test('the few required settings are enough', () => {
  const reading = readSettings(complete);

  expect(reading.kind).toBe('read');
  if (reading.kind !== 'read') return;
  expect(reading.settings.PORT).toBe(3978);
  expect(reading.settings.GRAPH_URL).toBe('https://graph.microsoft.com');
});

test('without settings every required one is named at once', () => {
  expect(Object.keys(faultsOf({})).sort()).toEqual([
    'BOT_APP_ID',
    'BOT_APP_SECRET',
    'BOT_APP_TENANT_ID',
    'SIGN_IN_APP_ID',
    'SIGN_IN_APP_SECRET',
  ]);
});

test('a managed identity stands in for both secrets', () => {
  const { BOT_APP_SECRET: _bot, SIGN_IN_APP_SECRET: _signIn, ...rest } = complete;

  expect(faultsOf({ ...rest, MANAGED_IDENTITY_CLIENT_ID: complete.BOT_APP_ID })).toEqual({});
});

test('an empty bot id refuses to start instead of letting everybody in', () => {
  expect(faultsOf({ ...complete, BOT_APP_ID: '   ' })).toEqual({ BOT_APP_ID: 'is missing' });
});

test.each([
  ['PORT', 'seventy'],
  ['PORT', '70000'],
  ['BOT_APP_ID', 'not-an-id'],
  ['LOGIN_URL', 'https://login.example/with/path'],
  ['GRAPH_URL', 'ftp://graph.example'],
  ['ALLOWED_TENANTS', 'contoso'],
  ['LOG_LEVEL', 'loud'],
])('%s refuses %s and does not repeat the value', (name, value) => {
  const faults = faultsOf({ ...complete, [name]: value });

  expect(Object.keys(faults)).toEqual([name]);
  expect(faults[name]).not.toContain(value);
});

test('the chat window needs to know the own origin of the bot', () => {
  expect(faultsOf({ ...complete, DIRECT_LINE_SECRET: 'key' })).toEqual({
    PUBLIC_URL: 'is missing; DIRECT_LINE_SECRET needs it',
  });
  expect(faultsOf({ ...complete, DIRECT_LINE_SECRET: 'key', PUBLIC_URL: 'https://bot.example' })).toEqual({});
});

test.each([
  'https://*.contoso.com',
  'https://intranet.contoso.com/',
  'intranet.contoso.com',
  'https://Contoso.com',
  'https://a.example:443',
  'https://a.example;script-src',
  '*',
])('a page that may show the chat is named exactly, so %s is refused', (origin) => {
  expect(Object.keys(faultsOf({ ...complete, WEBCHAT_ORIGINS: origin }))).toEqual(['WEBCHAT_ORIGINS']);
});

test('.env.example is what the settings print', () => {
  expect(readFileSync('.env.example', 'utf8')).toBe(envExample());
});

test.each([
  ['PORT', 'abc', 'must be a number'],
  ['PORT', '70000', 'must be at most 65535'],
  ['STORAGE', 'postgres', 'must be one of sqlite, azure'],
  ['LOG_LEVEL', 'loud', 'must be one of debug, info, warn, error, silent'],
  ['KEEP_IDLE_DAYS', '0', 'must be at least 1'],
])('%s=%s is told in a sentence of ours', (name, value, problem) => {
  const reading = readSettings({ [name]: value });

  expect(reading).toMatchObject({ faults: expect.arrayContaining([{ name, problem }]) });
});

describe('an embedding service', () => {
  const url = 'https://contoso.openai.azure.com/openai/v1/embeddings';
  const model = 'text-embedding-3-small';
  const { BOT_APP_SECRET: _bot, SIGN_IN_APP_SECRET: _signIn, ...rest } = complete;
  const byIdentity = { ...rest, MANAGED_IDENTITY_CLIENT_ID: complete.BOT_APP_ID };

  test('is off as long as it has no address', () => {
    expect(faultsOf({ ...complete, EMBEDDINGS_MODEL: model })).toEqual({});
  });

  test('needs the name of a model, and a key or the managed identity', () => {
    expect(Object.keys(faultsOf({ ...complete, EMBEDDINGS_URL: url }))).toEqual(['EMBEDDINGS_MODEL', 'EMBEDDINGS_KEY']);
    expect(faultsOf({ ...complete, EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model, EMBEDDINGS_KEY: 'key' })).toEqual({});
    const set = { ...byIdentity, EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model };
    expect(faultsOf(set)).toEqual({});
    const reading = readSettings({ ...set, EMBEDDINGS_KEY: 'managed-identity' });
    expect(reading.kind === 'read' && reading.settings.EMBEDDINGS_KEY).toBeUndefined();
  });

  test('outside Azure never gets a token of the managed identity', () => {
    const elsewhere = { EMBEDDINGS_URL: 'https://embeddings.example/v1/embeddings', EMBEDDINGS_MODEL: model };

    expect(Object.keys(faultsOf({ ...byIdentity, ...elsewhere }))).toEqual(['EMBEDDINGS_KEY']);
    expect(faultsOf({ ...byIdentity, ...elsewhere, EMBEDDINGS_KEY: 'key' })).toEqual({});
  });

  test.each([
    'https://contoso.openai.azure.com/openai/deployments/small/embeddings?api-version=2024-10-21',
    'http://localhost:11434/v1/embeddings',
    'http://127.0.0.1:8080/v1/embeddings',
  ])('may be at %s', (address) => {
    expect(faultsOf({ ...complete, EMBEDDINGS_URL: address, EMBEDDINGS_MODEL: model, EMBEDDINGS_KEY: 'k' })).toEqual(
      {},
    );
  });

  test.each([
    'http://embeddings.example/v1/embeddings',
    'https://contoso.openai.azure.com/',
    'https://contoso.openai.azure.com/openai/v1/chat/completions',
    'https://key@embeddings.example/v1/embeddings',
    'contoso.openai.azure.com/openai/v1/embeddings',
    'ftp://embeddings.example/v1/embeddings',
  ])('may not be at %s', (address) => {
    const faults = faultsOf({ ...complete, EMBEDDINGS_URL: address, EMBEDDINGS_MODEL: model, EMBEDDINGS_KEY: 'k' });

    expect(faults).toEqual({ EMBEDDINGS_URL: expect.stringContaining('must be an https address') });
  });
});
