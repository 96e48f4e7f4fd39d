import { execFile } from 'node:child_process';
import dns from 'node:dns';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generate } from 'selfsigned';
import { deskKindNames, deskKinds } from '../../src/adapters/helpdesk/desk-kinds.ts';
import { openDocumentStore } from '../../src/adapters/storage/open-document-store.ts';
import { runDoctor } from '../../src/cli/doctor/run-doctor.ts';
import { type FaultProxy, startFaultProxy } from '../builders/fault-proxy.ts';
import { listen, nobodysOrigin, openWard, originOf, type Planted, type Ward } from './a-patient.ts';

type Tell = (fault: null, addresses: readonly { address: string; family: number }[]) => void;

let ward: Ward;
let nobody: string;
let busyAccount: FaultProxy;

beforeAll(async () => {
  ward = await openWard();
  nobody = await nobodysOrigin();
  busyAccount = await startFaultProxy(nobody);
});

afterAll(async () => {
  await busyAccount.stop();
  await ward.close();
});

const minute = 60_000;
const unknownId = '99999999-8888-7777-6666-555555555555';

describe('a healthy bot', () => {
  test('is told to be well, with exit code 0', async () => {
    const { exitCode, findings } = await ward.diagnose();

    expect(findings.filter(({ outcome }) => outcome === 'broken' || outcome === 'warning')).toEqual([]);
    expect(exitCode).toBe(0);
  });

  test('gets one line for each check, and settings first', async () => {
    const { findings } = await ward.diagnose();

    expect(findings[0]?.id).toBe('settings');
    expect(findings.map(({ id }) => id)).toEqual(expect.arrayContaining(['tenant', 'storage', 'telemetry']));
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
  });

  test('gets one line for each helpdesk, by its id and its name', async () => {
    const { findings } = await ward.diagnose();

    const desks = findings.filter(({ id }) => id.startsWith('desk-'));
    expect(desks.map(({ id }) => id)).toEqual(deskKindNames.map((kind) => `desk-${kind}`));
    expect(desks.every(({ outcome }) => outcome === 'ok')).toBe(true);
    expect(desks[0]?.title).toContain('Contoso Support');
  });

  test.each(['azure', 'azure-v1', 'plain'] as const)(
    'hears which model its embedding service of the form %s has',
    async (form) => {
      const { findings } = await ward.diagnose({ settings: ward.sandbox.embeddings[form] });

      expect(findings.find(({ id }) => id === 'embeddings')).toMatchObject({
        outcome: 'ok',
        what: expect.stringMatching(/^sandbox-embedding-1 answers in \d+ ms with 256 numbers$/),
      });
    },
  );

  test('is told how to look at consent, which needs a person', async () => {
    const { findings } = await ward.diagnose();

    const consent = findings.find(({ id }) => id === 'consent');
    expect(consent).toMatchObject({ outcome: 'skipped' });
    expect(consent?.fix).toContain(ward.healthy.SIGN_IN_APP_ID);
  });

  test('keeps nothing of the probe in its store', async () => {
    await ward.diagnose();
    const store = openDocumentStore({
      STORAGE: 'sqlite',
      DATA_FILE: ward.healthy.DATA_FILE ?? '',
      STORAGE_CONTAINER: 'onetenant',
    });

    const left = await store.list('doctor/', 10);
    await store.close();

    expect(left).toEqual([]);
  });
});

describe('a helpdesk', () => {
  const withDesks = (changes: (desk: Readonly<Record<string, unknown>>) => object) =>
    JSON.stringify((JSON.parse(ward.healthy.DESKS ?? '[]') as Record<string, unknown>[]).map(changes));

  test.each(deskKindNames.filter((kind) => deskKinds[kind].secrets === 'text'))(
    '%s that got another key is found',
    async (kind) => {
      const wrongKey = ({ oauth: _oauth, ...desk }: Readonly<Record<string, unknown>>) => ({
        user: 'onetenant@contoso.com',
        ...desk,
        key: 'marker-of-a-wrong-key',
      });
      const DESKS = withDesks((desk) => (desk.id === kind ? wrongKey(desk) : desk));

      const { findings, exitCode, printed } = await ward.diagnose({ settings: { DESKS } });

      const found = findings.find(({ id }) => id === `desk-${kind}`);
      expect(found).toMatchObject({ outcome: 'broken', what: expect.stringContaining('401') });
      expect(found?.fix).toContain(`"key" of DESKS [${deskKindNames.indexOf(kind)}]`);
      expect(findings.filter(({ id, outcome }) => id.startsWith('desk-') && outcome !== 'ok')).toHaveLength(1);
      expect(exitCode).toBe(1);
      expect(printed).not.toContain('marker');
    },
  );

  test('that gives no token to this client is found, and what to correct', async () => {
    const oauth = { clientId: 'onetenant', clientSecret: 'marker-of-a-wrong-secret' };
    const DESKS = withDesks((desk) => (desk.id === 'zendesk' ? { ...desk, oauth } : desk));

    const { findings, exitCode, printed } = await ward.diagnose({ settings: { DESKS } });

    const found = findings.find(({ id }) => id === 'desk-zendesk');
    expect(found).toMatchObject({ outcome: 'broken', what: expect.stringMatching(/no token \(401, invalid_client\)/) });
    expect(found?.fix).toMatch(/"clientSecret".*"oauth" of DESKS \[0\]/);
    expect(exitCode).toBe(1);
    expect(printed).not.toContain('marker');
  });

  test('whose token endpoint is out of order is a matter of time', async () => {
    const { findings } = await ward.diagnose({ faults: [{ service: 'desk', path: '/zendesk/oauth', fault: '503' }] });

    expect(findings.find(({ id }) => id === 'desk-zendesk')).toMatchObject({
      outcome: 'warning',
      what: expect.stringContaining('no token now (503)'),
    });
  });

  test('says what the bot may do there, where its API tells', async () => {
    const { findings } = await ward.diagnose({});

    expect(findings.find(({ id }) => id === 'desk-zendesk')?.what).toContain('may read every ticket, write notes');
    expect(findings.find(({ id }) => id === 'desk-zammad')?.what).toContain('the first note will show');
  });

  test('where nobody listens is found', async () => {
    const DESKS = withDesks((desk) => ({ ...desk, url: nobody.replace('http:', 'https:') }));
    const settings = { DESKS, DESK_PRIVATE_HOSTS: '127.0.0.1' };

    const { findings } = await ward.diagnose({ settings });

    const desks = findings.filter(({ id }) => id.startsWith('desk-'));
    expect(desks).toHaveLength(deskKindNames.length);
    for (const { outcome, fix } of desks) {
      expect(outcome).toBe('broken');
      expect(fix).toMatch(/"url" of DESKS \[\d\].*firewall/);
    }
  });

  test('whose name leads to a private address is found, and not called', async () => {
    // The settings cannot know where a name leads.
    const lookup = jest
      .spyOn(dns, 'lookup')
      .mockImplementation(((_name: string, _options: object, tell: Tell) =>
        tell(null, [{ address: '10.0.0.1', family: 4 }])) as unknown as typeof dns.lookup);
    const DESKS = withDesks((desk) => ({ ...desk, url: 'https://desk.contoso.example' }));

    const { findings } = await ward.diagnose({ settings: { DESKS } });
    lookup.mockRestore();

    const desks = findings.filter(({ id }) => id.startsWith('desk-'));
    expect(desks).toHaveLength(deskKindNames.length);
    for (const { outcome, fix } of desks) {
      expect(outcome).toBe('broken');
      expect(fix).toContain('desk.contoso.example to DESK_PRIVATE_HOSTS');
    }
  });

  test('that is out of order is a warning', async () => {
    const { findings } = await ward.diagnose({ faults: [{ service: 'desk', path: '/jira', fault: '503' }] });

    expect(findings.find(({ id }) => id === 'desk-jira')).toMatchObject({ outcome: 'warning' });
  });
});

test('a bot without helpdesks is told so, and is well', async () => {
  const { exitCode, findings } = await ward.diagnose({ settings: { DESKS: '[]' } });

  expect(exitCode).toBe(0);
  expect(findings.find(({ id }) => id === 'desks')).toMatchObject({ outcome: 'skipped' });
});

/** Each thing broken in turn: what is planted, which check must see it, and what the cure must name. */
interface PlantedFault {
  readonly name: string;
  readonly planted: () => Planted | Promise<Planted>;
  readonly id: string;
  readonly outcome: 'broken' | 'warning';
  readonly cure: RegExp;
}

const faults: readonly PlantedFault[] = [
  {
    name: 'an old Node.js',
    planted: () => ({ nodeVersion: '20.20.0' }),
    id: 'node',
    outcome: 'broken',
    cure: /Node\.js 24/,
  },
  {
    name: 'a Node.js that the bot is not tested with',
    planted: () => ({ nodeVersion: '22.12.0' }),
    id: 'node',
    outcome: 'warning',
    cure: /Node\.js 24/,
  },
  {
    name: 'a clock that is ten minutes ahead',
    planted: () => ({ clockIsAheadMs: 10 * minute }),
    id: 'clock',
    outcome: 'broken',
    cure: /NTP/,
  },
  {
    name: 'a clock that is six minutes behind',
    planted: () => ({ clockIsAheadMs: -6 * minute }),
    id: 'clock',
    outcome: 'broken',
    cure: /NTP/,
  },
  {
    name: 'a clock that is three minutes ahead',
    planted: () => ({ clockIsAheadMs: 3 * minute }),
    id: 'clock',
    outcome: 'warning',
    cure: /NTP/,
  },
  {
    name: 'a sign-in address where nobody answers',
    planted: () => ({ settings: { LOGIN_URL: nobody } }),
    id: 'tenant',
    outcome: 'broken',
    cure: /LOGIN_URL/,
  },
  {
    name: 'a tenant that does not exist',
    planted: () => ({ settings: { BOT_APP_TENANT_ID: unknownId } }),
    id: 'tenant',
    outcome: 'broken',
    cure: /BOT_APP_TENANT_ID/,
  },
  {
    name: 'a document of keys that is not there',
    planted: () => ({ settings: { BOT_OPENID_URL: `${ward.sandbox.core.addresses.http}/nothing-here` } }),
    id: 'channel-keys',
    outcome: 'broken',
    cure: /BOT_OPENID_URL/,
  },
  {
    name: 'an issuer of another cloud',
    planted: () => ({ settings: { BOT_TOKEN_ISSUER: 'https://api.botframework.us' } }),
    id: 'channel-keys',
    outcome: 'broken',
    cure: /BOT_TOKEN_ISSUER to https:\/\/api\.botframework\.com/,
  },
  {
    name: 'a wrong secret of the bot',
    planted: () => ({ settings: { BOT_APP_SECRET: 'not the secret' } }),
    id: 'bot-credential',
    outcome: 'broken',
    cure: /BOT_APP_SECRET to the value/,
  },
  {
    name: 'a bot that Entra does not know',
    planted: () => ({ settings: { BOT_APP_ID: unknownId } }),
    id: 'bot-credential',
    outcome: 'broken',
    cure: /BOT_APP_ID and BOT_APP_TENANT_ID/,
  },
  {
    name: 'a proxy that answers in the place of Entra',
    planted: () => ({ faults: [{ service: 'login', path: '/token', fault: 'html' }] }),
    id: 'bot-credential',
    outcome: 'broken',
    cure: /LOGIN_URL/,
  },
  {
    name: 'a wrong secret of the sign-in registration',
    planted: () => ({ settings: { SIGN_IN_APP_SECRET: 'not the secret' } }),
    id: 'sign-in-app',
    outcome: 'broken',
    cure: /SIGN_IN_APP_SECRET to the value/,
  },
  {
    name: 'a sign-in registration that Entra does not know',
    planted: () => ({ settings: { SIGN_IN_APP_ID: unknownId } }),
    id: 'sign-in-app',
    outcome: 'broken',
    cure: /SIGN_IN_APP_ID/,
  },
  {
    name: 'a misspelt OAuth connection',
    planted: () => ({ settings: { SIGN_IN_CONNECTION: 'onetenent' } }),
    id: 'oauth-connection',
    outcome: 'broken',
    cure: /SIGN_IN_CONNECTION/,
  },
  {
    name: 'a token service that is down',
    planted: () => ({ faults: [{ service: 'token-service', fault: '503' }] }),
    id: 'oauth-connection',
    outcome: 'broken',
    cure: /TOKEN_SERVICE_URL/,
  },
  {
    name: 'a proxy that answers in the place of Graph',
    planted: () => ({ faults: [{ service: 'graph', fault: 'html' }] }),
    id: 'graph',
    outcome: 'broken',
    cure: /GRAPH_URL/,
  },
  {
    name: 'a Graph that is down',
    planted: () => ({ faults: [{ service: 'graph', fault: '503' }] }),
    id: 'graph',
    outcome: 'warning',
    cure: /try again/,
  },
  {
    name: 'an Azure that breaks off',
    planted: () => ({ faults: [{ service: 'arm', fault: 'cut-off' }] }),
    id: 'arm',
    outcome: 'broken',
    cure: /ARM_URL/,
  },
  {
    name: 'an Azure address where nobody answers',
    planted: () => ({ settings: { ARM_URL: nobody } }),
    id: 'arm',
    outcome: 'broken',
    cure: /ARM_URL/,
  },
  {
    name: 'a data folder that is a file',
    planted: async () => {
      await writeFile(join(ward.folder, 'in-the-way'), '');
      return { settings: { DATA_FILE: join(ward.folder, 'in-the-way', 'onetenant.sqlite') } };
    },
    id: 'storage',
    outcome: 'broken',
    cure: /DATA_FILE/,
  },
  {
    name: 'a data file that is no database',
    planted: async () => {
      await writeFile(join(ward.folder, 'letter.txt'), 'this is a letter, and by no means a database\n'.repeat(100));
      return { settings: { DATA_FILE: join(ward.folder, 'letter.txt') } };
    },
    id: 'storage',
    outcome: 'broken',
    cure: /file that does not exist yet/,
  },
  {
    name: 'a data file with a damaged page that no start looks at',
    planted: async () => {
      const file = join(ward.folder, 'damaged.sqlite');
      const store = openDocumentStore({ STORAGE: 'sqlite', DATA_FILE: file, STORAGE_CONTAINER: 'onetenant' });
      for (let count = 0; count < 100; count += 1) await store.write(`chat/${count}`, 'x'.repeat(400), null);
      await store.close();
      const whole = await readFile(file);
      await writeFile(file, whole.fill(0xa5, whole.length - 8_192));
      return { settings: { DATA_FILE: file } };
    },
    id: 'storage',
    outcome: 'broken',
    cure: /put a copy back/,
  },
  {
    name: 'a storage account that throttles',
    planted: () => {
      busyAccount.always = 'is-busy';
      return {
        settings: {
          STORAGE: 'azure',
          STORAGE_CONNECTION_STRING: `DefaultEndpointsProtocol=http;AccountName=a;AccountKey=${btoa('key')};BlobEndpoint=${busyAccount.origin}/a;`,
        },
      };
    },
    id: 'storage',
    outcome: 'broken',
    cure: /one of its own/,
  },
  {
    name: 'a storage account where nobody answers',
    planted: () => ({
      settings: {
        STORAGE: 'azure',
        STORAGE_CONNECTION_STRING: `DefaultEndpointsProtocol=http;AccountName=a;AccountKey=${btoa('key')};BlobEndpoint=${nobody}/a;`,
      },
    }),
    id: 'storage',
    outcome: 'broken',
    cure: /Storage Blob Data Contributor/,
  },
  {
    name: 'another program at the address of the bot',
    planted: () => ({ settings: { PUBLIC_URL: ward.sandbox.core.addresses.http } }),
    id: 'public-url',
    outcome: 'broken',
    cure: /PUBLIC_URL/,
  },
  {
    name: 'a registration that does not list the page for a second proof',
    planted: () => ({ settings: { PUBLIC_URL: 'https://onetenant.contoso.example' } }),
    id: 'step-up',
    outcome: 'broken',
    cure: /registrations.*--host onetenant\.contoso\.example/,
  },
  {
    name: 'a bot that browsers cannot open, so that nobody can give a second proof',
    planted: () => ({ settings: { PUBLIC_URL: '', DIRECT_LINE_SECRET: '' } }),
    id: 'step-up',
    outcome: 'warning',
    cure: /PUBLIC_URL/,
  },
  {
    name: 'nothing at the address of the bot',
    planted: () => ({ settings: { PUBLIC_URL: nobody } }),
    id: 'public-url',
    outcome: 'warning',
    cure: /Start the bot/,
  },
  {
    name: 'an embedding service with a key that was replaced',
    planted: () => ({ settings: { ...ward.sandbox.embeddings.plain, EMBEDDINGS_KEY: 'an-old-key' } }),
    id: 'embeddings',
    outcome: 'broken',
    cure: /EMBEDDINGS_KEY/,
  },
  {
    name: 'an embedding service without that model',
    planted: () => ({ settings: { ...ward.sandbox.embeddings['azure-v1'], EMBEDDINGS_MODEL: 'another' } }),
    id: 'embeddings',
    outcome: 'broken',
    cure: /EMBEDDINGS_MODEL/,
  },
  {
    name: 'an embedding service that throttles',
    planted: () => ({
      settings: ward.sandbox.embeddings.azure,
      faults: [{ service: 'embeddings', fault: '429' }],
    }),
    id: 'embeddings',
    outcome: 'warning',
    cure: /limit of the deployment/,
  },
  {
    name: 'an embedding service that nobody reaches',
    planted: () => ({
      settings: { ...ward.sandbox.embeddings.plain, EMBEDDINGS_URL: `${nobody}/v1/embeddings` },
    }),
    id: 'embeddings',
    outcome: 'broken',
    cure: /EMBEDDINGS_URL/,
  },
  {
    name: 'a Direct Line key that was replaced',
    planted: () => ({ settings: { DIRECT_LINE_SECRET: 'an-old-key' } }),
    id: 'direct-line',
    outcome: 'broken',
    cure: /DIRECT_LINE_SECRET/,
  },
  {
    name: 'a Direct Line that throttles',
    planted: () => ({ faults: [{ service: 'direct-line', fault: '429' }] }),
    id: 'direct-line',
    outcome: 'warning',
    cure: /Try again/,
  },
  {
    name: 'a Direct Line site without enhanced authentication',
    planted: () => ({ faults: [{ service: 'direct-line', path: '/session/getsessionid', fault: '403' }] }),
    id: 'direct-line',
    outcome: 'warning',
    cure: /enhanced authentication.*http:\/\/127\.0\.0\.1/,
  },
  {
    name: 'an origin with capitals, which no browser sends',
    planted: () => ({ settings: { WEBCHAT_ORIGINS: 'https://Intranet.contoso.com' } }),
    id: 'settings',
    outcome: 'broken',
    cure: /WEBCHAT_ORIGINS/,
  },
  {
    name: 'a page that is not https',
    planted: () => ({ settings: { WEBCHAT_ORIGINS: 'http://intranet.contoso.com' } }),
    id: 'web-chat',
    outcome: 'warning',
    cure: /https/,
  },
  {
    name: 'pages without a Direct Line key',
    planted: () => ({ settings: { DIRECT_LINE_SECRET: '' } }),
    id: 'web-chat',
    outcome: 'warning',
    cure: /DIRECT_LINE_SECRET/,
  },
  {
    name: 'a content folder that is empty',
    planted: () => ({ settings: { CONTENT_FOLDER: ward.folder } }),
    id: 'content',
    outcome: 'broken',
    cure: /CONTENT_FOLDER/,
  },
  {
    name: 'answers that nobody looked at for two years',
    planted: () => ({ clockIsAheadMs: 2 * 365 * 24 * 60 * minute }),
    id: 'content',
    outcome: 'warning',
    cure: /content:check/,
  },
  {
    name: 'a list of hosts that lets everybody in',
    planted: () => ({ settings: { CONNECTOR_HOSTS: '*.com' } }),
    id: 'connector-hosts',
    outcome: 'broken',
    cure: /smba\.trafficmanager\.net/,
  },
  {
    name: 'a list of hosts that lacks one of Teams',
    planted: () => ({
      settings: {
        CONNECTOR_HOSTS: 'smba.trafficmanager.net,smba.infra.gcc.teams.microsoft.com,*.botframework.com',
        BOT_OPENID_URL: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
        BOT_TOKEN_ISSUER: 'https://api.botframework.com',
      },
    }),
    id: 'connector-hosts',
    outcome: 'warning',
    cure: /smba\.onyx\.prod\.teams\.trafficmanager\.net/,
  },
  {
    name: 'an address in the list of hosts',
    planted: () => ({ settings: { CONNECTOR_HOSTS: 'https://smba.trafficmanager.net/' } }),
    id: 'connector-hosts',
    outcome: 'broken',
    cure: /without https/,
  },
  {
    name: 'a service address without encryption',
    planted: () => ({ settings: { GRAPH_URL: 'http://graph.invalid' } }),
    id: 'tls',
    outcome: 'broken',
    cure: /https:\/\//,
  },
  {
    name: 'a collector that is not there',
    planted: () => ({ settings: { OTEL_EXPORTER_OTLP_ENDPOINT: nobody } }),
    id: 'telemetry',
    outcome: 'broken',
    cure: /4318/,
  },
];

describe('finds what is broken, and names the cure', () => {
  test.each(faults)('$name', async ({ planted, id, outcome, cure }) => {
    const { exitCode, findings } = await ward.diagnose(await planted());

    const found = findings.find((finding) => finding.id === id);
    expect(found).toMatchObject({ outcome });
    expect(found?.fix).toMatch(cure);
    expect(found?.why).not.toBe('');
    if (outcome === 'broken') expect(exitCode).toBe(id === 'settings' ? 78 : 1);
  });

  test('a certificate that nobody trusts', async () => {
    const server = await strangersServer();
    const { port } = server.address() as AddressInfo;

    const { findings, exitCode } = await ward.diagnose({ settings: { GRAPH_URL: `https://localhost:${port}` } });

    server.close();
    expect(findings.find(({ id }) => id === 'tls')).toMatchObject({ outcome: 'broken' });
    expect(findings.find(({ id }) => id === 'tls')?.fix).toContain('NODE_EXTRA_CA_CERTS');
    expect(exitCode).toBe(1);
  });

  test('settings that are missing, each by name, with exit code 78', async () => {
    const { findings, exitCode } = await ward.diagnose({ settings: { BOT_APP_ID: '', SIGN_IN_APP_ID: 'x' } });

    expect(exitCode).toBe(78);
    expect(findings.map(({ id, what }) => [id, what.split(' ')[0]])).toEqual([
      ['settings', 'BOT_APP_ID'],
      ['settings', 'SIGN_IN_APP_ID'],
    ]);
  });
});

describe('a bot without secrets', () => {
  const withoutSecrets = (identity: string) => ({
    settings: { BOT_APP_SECRET: '', SIGN_IN_APP_SECRET: '', MANAGED_IDENTITY_CLIENT_ID: identity },
  });
  /** Where App Service and Container Apps hand out tokens. One for both tests: the library remembers where it is. */
  let identity: { status: number; body: object };
  let server: Server;

  beforeAll(async () => {
    server = await listen(
      createServer((_request, response) => {
        response.writeHead(identity.status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(identity.body));
      }),
    );
    Object.assign(process.env, { IDENTITY_ENDPOINT: `${originOf(server)}/msi/token`, IDENTITY_HEADER: 'header' });
  });

  afterAll(() => {
    delete process.env.IDENTITY_ENDPOINT;
    delete process.env.IDENTITY_HEADER;
    server.close();
    server.closeAllConnections();
  });

  test('is told when the machine gives it no managed identity', async () => {
    identity = { status: 400, body: { error: 'invalid_request' } };

    const { findings, exitCode } = await ward.diagnose(withoutSecrets(unknownId));

    for (const id of ['bot-credential', 'sign-in-app']) {
      const found = findings.find((finding) => finding.id === id);
      expect(found).toMatchObject({ outcome: 'broken' });
      expect(found?.fix).toContain('MANAGED_IDENTITY_CLIENT_ID');
    }
    expect(exitCode).toBe(1);
  });

  test('is well when it is the managed identity itself', async () => {
    const expiresOn = String(Math.floor(Date.now() / 1_000) + 3_600);
    identity = {
      status: 200,
      body: { access_token: 'a-token', expires_on: expiresOn, resource: 'x', token_type: 'Bearer' },
    };

    const { findings } = await ward.diagnose(withoutSecrets(ward.healthy.BOT_APP_ID ?? ''));

    expect(findings.find(({ id }) => id === 'bot-credential')).toMatchObject({ outcome: 'ok' });
  });
});

describe('the Teams app package', () => {
  const teams = () => join(ward.folder, 'dist', 'teams');
  const manifestOf = (changes: object) => ({
    bots: [{ botId: ward.healthy.BOT_APP_ID }],
    webApplicationInfo: {
      id: ward.healthy.SIGN_IN_APP_ID,
      resource: `api://botid-${ward.healthy.BOT_APP_ID}`,
    },
    validDomains: ['localhost', '127.0.0.1'],
    ...changes,
  });
  const withManifest = async (manifest: object) => {
    await mkdir(teams(), { recursive: true });
    await writeFile(join(teams(), 'manifest.json'), JSON.stringify(manifest));
    const { findings } = await ward.diagnose();
    return findings.find(({ id }) => id === 'teams-manifest');
  };

  afterEach(() => rm(teams(), { recursive: true, force: true }));

  test('that fits the settings is well', async () => {
    expect(await withManifest(manifestOf({}))).toMatchObject({ outcome: 'ok' });
  });

  test('of another bot is found', async () => {
    const found = await withManifest(manifestOf({ bots: [{ botId: unknownId }] }));

    expect(found).toMatchObject({ outcome: 'broken' });
    expect(found?.fix).toContain('teams:package');
  });

  test('of another sign-in registration is found', async () => {
    const found = await withManifest(manifestOf({ webApplicationInfo: { id: unknownId, resource: 'api://x' } }));

    expect(found).toMatchObject({ outcome: 'broken' });
  });

  test('with a tab on the host of the bot is well, and on another host or for another resource it is found', async () => {
    const { BOT_APP_ID: bot, SIGN_IN_APP_ID: id, PUBLIC_URL: url = '' } = ward.healthy;
    const { host } = new URL(url);
    const withTab = (tabHost: string, resource: string) =>
      withManifest(
        manifestOf({
          staticTabs: [
            { entityId: 'conversations' },
            { contentUrl: `https://${tabHost}/tab/checklist?locale={locale}` },
          ],
          webApplicationInfo: { id, resource },
        }),
      );

    expect(await withTab(host, `api://${host}/botid-${bot}`)).toMatchObject({ outcome: 'ok' });
    expect(await withTab('other.example', `api://${host}/botid-${bot}`)).toMatchObject({ outcome: 'broken' });
    expect((await withTab(host, `api://botid-${bot}`))?.fix).toContain('--tab');
  });

  test('without the domain of the token service is found', async () => {
    expect(await withManifest(manifestOf({ validDomains: [] }))).toMatchObject({ outcome: 'warning' });
  });

  test('is read out of the zip too', async () => {
    await mkdir(teams(), { recursive: true });
    await writeFile(join(teams(), 'onetenant.zip'), zipOf('manifest.json', JSON.stringify(manifestOf({ bots: [] }))));

    const { findings } = await ward.diagnose();

    expect(findings.find(({ id }) => id === 'teams-manifest')).toMatchObject({ outcome: 'broken' });
  });
});

test('nothing that is secret is printed, whatever is broken', async () => {
  const secrets = {
    BOT_APP_SECRET: 'marker-of-the-bot-secret',
    SIGN_IN_APP_SECRET: 'marker-of-the-sign-in-secret',
    DIRECT_LINE_SECRET: 'marker-of-the-direct-line-secret',
    STORAGE: 'azure',
    STORAGE_CONNECTION_STRING: `AccountName=a;AccountKey=${btoa('marker')};BlobEndpoint=${nobody}/a;`,
    APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=marker-of-insights;IngestionEndpoint=${nobody}/`,
  };

  const { printed, exitCode } = await ward.diagnose({ settings: secrets });

  expect(exitCode).toBe(1);
  expect(printed).not.toMatch(/marker|bWFya2Vy|eyJ/);
});

describe('the command', () => {
  test('looks at a running sandbox, which it learns everything from', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      'src/cli/doctor.ts',
      '--sandbox',
      '--at',
      ward.sandbox.core.addresses.http,
    ]);

    expect(stdout).toMatch(/^ok +bot-credential /m);
    expect(stdout).toMatch(/ 0 broken, /);
  });

  test('says so when no sandbox runs there', async () => {
    let printed = '';

    const exitCode = await runDoctor({
      words: ['--at', nobody],
      environment: {},
      root: ward.folder,
      nodeVersion: '24.21.0',
      clock: { now: () => Date.now() },
      print: (text) => {
        printed += text;
      },
    });

    expect(exitCode).toBe(1);
    expect(printed).toContain('npm start');
  });
});

/** A server with a certificate of an authority that nobody here has met. */
async function strangersServer(): Promise<TlsServer> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const server = createTlsServer({ cert, key }, (_request, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, () => resolve()));
  return server;
}

/** An archive with one file that is stored as it is. */
function zipOf(name: string, text: string): Buffer {
  const content = Buffer.from(text);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt32LE(content.length, 20);
  entry.writeUInt32LE(content.length, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + content.length, 16);
  return Buffer.concat([local, Buffer.from(name), content, entry, Buffer.from(name), end]);
}
