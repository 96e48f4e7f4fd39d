import { readSettings } from '../../src/config/settings.ts';

const tenant = '22222222-3333-4444-5555-666666666666';
const complete = {
  BOT_APP_ID: '11111111-2222-3333-4444-555555555555',
  BOT_APP_TENANT_ID: tenant,
  BOT_APP_SECRET: 'a secret',
  SIGN_IN_APP_ID: '33333333-4444-5555-6666-777777777777',
  SIGN_IN_APP_SECRET: 'another secret',
};
const zendesk = {
  id: 'contoso',
  kind: 'zendesk',
  name: 'Contoso Service Desk',
  tenant,
  url: 'https://contoso.zendesk.com',
  user: 'onetenant@contoso.com',
  key: 'key',
  secrets: ['a-secret-of-twenty-four-bytes-or-more'],
};
const whsec = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;

function read(desks: unknown, more: Readonly<Record<string, string>> = {}) {
  return readSettings({ ...complete, DESKS: typeof desks === 'string' ? desks : JSON.stringify(desks), ...more });
}

function faults(desks: unknown, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const reading = read(desks, more);
  return reading.kind === 'read' ? [] : reading.faults.map(({ name, problem }) => `${name} ${problem}`);
}

test('without the setting there is no desk', () => {
  const reading = readSettings(complete);

  expect(reading.kind === 'read' && reading.settings.DESKS).toEqual([]);
});

test('a desk needs few words, and the rest has a default', () => {
  const reading = read([zendesk]);

  expect(reading.kind === 'read' && reading.settings.DESKS[0]).toEqual({
    ...zendesk,
    solvedWith: {},
    createdWith: {},
    locale: 'en',
    domains: [],
    readKeys: [],
    forPeople: false,
    bringsAnswers: false,
    options: {},
    fields: {},
  });
});

test('what is no JSON is told as such', () => {
  expect(faults('[{')).toEqual(['DESKS must be a JSON list']);
});

const oauth = { clientId: 'onetenant', clientSecret: 'CNRY-client' };
const withTokens = { ...zendesk, user: undefined, key: undefined, oauth };
const generic = { ...zendesk, id: 'generic', kind: 'generic', key: whsec, secrets: [whsec] };

test.each<readonly [string, unknown, string]>([
  ['an id with a slash', [{ ...zendesk, id: 'a/b' }], 'DESKS [0].id must be'],
  ['a kind that is not known', [{ ...zendesk, kind: 'lotus' }], 'DESKS [0].kind'],
  ['a tenant that is no id', [{ ...zendesk, tenant: 'contoso' }], 'DESKS [0].tenant must be an id'],
  ['the second of two', [generic, { ...zendesk, secrets: ['short'] }], 'DESKS [1].secrets[0] must be 24 bytes'],
  ['a short secret in base64', [{ ...generic, secrets: ['whsec_c2hvcnQ='] }], 'DESKS [0].secrets[0] must be 24 bytes'],
  [
    'a generic desk with a secret of its own kind',
    [{ ...generic, secrets: zendesk.secrets }],
    'DESKS [0].secrets must',
  ],
  ['no secret', [{ ...zendesk, secrets: [] }], 'DESKS [0].secrets'],
  ['a short key to read with', [{ ...zendesk, readKeys: ['short'] }], 'DESKS [0].readKeys[0] must be 24 bytes'],
  [
    'a secret that everybody knows',
    [{ ...zendesk, secrets: ['dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ=='] }],
    'DESKS [0].secrets[0] is the desk’s published',
  ],
  ['a word that is not known', [{ ...zendesk, callbackUrl: 'https://evil.example' }], 'DESKS [0]'],
  ['twice the same id', [zendesk, zendesk], 'DESKS [1].id is used'],
  [
    'two desks for people',
    [
      { ...generic, forPeople: true },
      { ...zendesk, forPeople: true },
    ],
    'DESKS [1].forPeople',
  ],
  [
    'an address with a question mark',
    [{ ...zendesk, url: 'https://contoso.zendesk.com/?a=b' }],
    'DESKS [0].url must be',
  ],
  ['an address with a password', [{ ...zendesk, url: 'https://a:b@contoso.zendesk.com' }], 'DESKS [0].url must be'],
  ['plain http', [{ ...zendesk, url: 'http://contoso.zendesk.com' }], 'DESKS [0].url must begin with https'],
  ['the metadata service', [{ ...zendesk, url: 'https://169.254.169.254' }], 'DESKS [0].url is on a private'],
  ['plain http to this machine', [{ ...zendesk, url: 'http://localhost' }], 'DESKS [0].url must begin with https'],
  ['no user where one is needed', [{ ...zendesk, user: undefined }], 'DESKS [0].user is missing'],
  [
    'a generic key of another kind',
    [{ ...generic, key: 'key-of-twenty-four-bytes-or-more' }],
    'DESKS [0].key must start with whsec_',
  ],
  ['no key', [{ ...zendesk, key: undefined }], 'DESKS [0].key is missing; give it, or oauth'],
  ['no key where there is no other way', [{ ...generic, key: undefined }], 'DESKS [0].key is missing'],
  ['two ways to sign in', [{ ...zendesk, oauth }], 'DESKS [0].key and oauth are two ways to sign in'],
  [
    'tokens of a desk that gives none',
    [{ ...withTokens, kind: 'freshdesk' }],
    'DESKS [0].oauth is not known at a freshdesk desk',
  ],
  [
    'a refresh token that works once',
    [{ ...withTokens, oauth: { ...oauth, refreshToken: 'r' } }],
    'DESKS [0].oauth.refreshToken works once at a zendesk desk',
  ],
  [
    'tokens from the metadata service',
    [{ ...withTokens, oauth: { ...oauth, tokenUrl: 'https://169.254.169.254' } }],
    'DESKS [0].oauth.tokenUrl is on a private',
  ],
  [
    'tokens in plain http',
    [{ ...withTokens, oauth: { ...oauth, tokenUrl: 'http://contoso.zendesk.com' } }],
    'DESKS [0].oauth.tokenUrl must begin with https',
  ],
  [
    'a client without a secret',
    [{ ...withTokens, oauth: { clientId: 'c' } }],
    'DESKS [0].oauth.clientSecret is missing',
  ],
  [
    'tokens at the address of a Jira site',
    [{ ...withTokens, kind: 'jira', url: 'https://contoso.atlassian.net' }],
    'DESKS [0].url must be https://api.atlassian.com/ex/jira/<cloud id> with oauth',
  ],
  ['this machine', [{ ...zendesk, url: 'https://localhost' }], 'DESKS [0].url is on a private'],
  ['this machine with a dot', [{ ...zendesk, url: 'https://localhost.' }], 'DESKS [0].url is on a private'],
  ['this machine by number', [{ ...zendesk, url: 'https://2130706433' }], 'DESKS [0].url is on a private'],
  ['this machine in hexadecimal', [{ ...zendesk, url: 'https://0x7f.1' }], 'DESKS [0].url is on a private'],
  ['this machine in IPv6', [{ ...zendesk, url: 'https://[::1]' }], 'DESKS [0].url is on a private'],
  ['this machine in mapped IPv6', [{ ...zendesk, url: 'https://[::ffff:127.0.0.1]' }], 'DESKS [0].url is on a private'],
  [
    'an option with a slip of the pen',
    [{ ...zendesk, options: { gruop: '1' } }],
    'DESKS [0].options has names that a zendesk desk does not know; there are group, requester',
  ],
  [
    'a group by name where only a number will do',
    [{ ...zendesk, options: { group: 'Support' } }],
    'DESKS [0].options.group must be a number',
  ],
  [
    'options at a desk without any',
    [{ ...generic, options: { group: 'Support' } }],
    'DESKS [0].options has names that a generic desk does not know; it has none',
  ],
  [
    'a mail address that is none',
    [{ ...zendesk, kind: 'freshdesk', options: { requesterMail: 'nobody' } }],
    'DESKS [0].options.requesterMail must be an email address',
  ],
])('%s does not start, and its place is told', (_what, desks, start) => {
  const told = faults(desks);

  expect(told).toHaveLength(1);
  expect(told[0]?.startsWith(start) ? start : told[0]).toBe(start);
});

test('a fault never repeats what was given', () => {
  expect(faults([{ ...zendesk, secrets: ['CNRY-short'], key: '' }]).join(' ')).not.toContain('CNRY');
});

test('a host on a private network may be named, with its port', () => {
  const desk = { ...zendesk, url: 'https://desk:8080/helpdesk' };

  expect(faults([desk], { DESK_PRIVATE_HOSTS: 'desk:8080' })).toEqual([]);
  expect(faults([desk], { DESK_PRIVATE_HOSTS: 'desk:8081' })).toHaveLength(1);
});

test('a host on a private network may be named with the usual port', () => {
  const desk = { ...zendesk, url: 'https://10.0.0.1' };

  expect(faults([desk], { DESK_PRIVATE_HOSTS: '10.0.0.1:443' })).toEqual([]);
  expect(faults([{ ...desk, url: 'http://10.0.0.1' }], { DESK_PRIVATE_HOSTS: '10.0.0.1' })).toEqual([
    'DESKS [0].url must begin with https://',
  ]);
});

test('faults of every kind are told at once, beside those of other settings', () => {
  const desks = [
    { ...zendesk, user: undefined, secrets: ['short'], forPeople: true },
    { ...generic, id: zendesk.id, key: 'api-key', url: 'https://10.0.0.1', forPeople: true },
    { ...zendesk, id: 'third', url: 'http://desk.internal', tenant: '99999999-3333-4444-5555-666666666666', more: 1 },
    'no desk',
  ];

  const told = faults(desks, { ALLOWED_TENANTS: tenant, BOT_APP_ID: 'no id' });

  expect(told.map((fault) => fault.split(' ').slice(0, 2).join(' ')).toSorted()).toEqual([
    'BOT_APP_ID must',
    'DESKS [0].secrets[0]',
    'DESKS [0].user',
    'DESKS [1].forPeople',
    'DESKS [1].id',
    'DESKS [1].key',
    'DESKS [1].url',
    'DESKS [2]',
    'DESKS [2].tenant',
    'DESKS [2].url',
    'DESKS [3]',
  ]);
});

test('a faulty list of private hosts is told, and no address is blamed for it', () => {
  const desk = { ...zendesk, url: 'https://desk:8080' };

  expect(faults([desk], { DESK_PRIVATE_HOSTS: 'https://desk:8080' })).toEqual([
    expect.stringMatching(/^DESK_PRIVATE_HOSTS must be hosts/),
  ]);
});

test('a desk of a tenant that may not use the bot does not start', () => {
  expect(faults([zendesk], { ALLOWED_TENANTS: '99999999-3333-4444-5555-666666666666' })).toEqual([
    'DESKS [0].tenant is not one of ALLOWED_TENANTS',
  ]);
});

test.each([
  ['client credentials of Zendesk', withTokens],
  [
    'a service account of Atlassian',
    { ...withTokens, kind: 'jira', url: 'https://api.atlassian.com/ex/jira/11223344-a1b2-3b33-c444-def123456789' },
  ],
  ['a refresh token of ServiceNow', { ...withTokens, kind: 'servicenow', oauth: { ...oauth, refreshToken: 'r' } }],
])('%s stand in the place of user and key', (_what, desk) => {
  expect(faults([desk])).toEqual([]);
});
