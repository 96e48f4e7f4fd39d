import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { azureProgram } from '../../deploymentTemplates/registrations/azure-cli.ts';
import { readCloud } from '../../deploymentTemplates/registrations/cloud.ts';
import { makeRegistrations } from '../../deploymentTemplates/registrations/make-registrations.ts';
import { permissionsOf, type Tier } from '../../deploymentTemplates/registrations/permissions.ts';
import {
  encodeGuid,
  identityName,
  signInRegistration,
  tokenServiceCredential,
} from '../../deploymentTemplates/registrations/wanted.ts';
import { type FakeAzureCli, fakeAzureCli, fakeAzureProgram, fakeTenant } from './fake-azure-cli.ts';
import { at, readTemplate, textsIn } from './template.ts';

/** What every run is told. */
const given = ['--environment', 'dev', '--resource-group', 'rg-onetenant-dev', '--pause-ms', '1'];

let azure: FakeAzureCli;

beforeEach(() => {
  azure = fakeAzureCli();
});

describe('without --apply', () => {
  test('nothing is changed, and every change is told with its reason', async () => {
    const told = await runs();

    expect(told.code).toBe(0);
    expect(azure.writes()).toEqual([]);
    expect(told.text).toContain('would   az rest --method POST --url https://graph.microsoft.com/v1.0/applications ');
    expect(told.text).toContain('"value":"access_as_user"');
    expect(told.text).toContain('# The registration that people sign in to.');
    expect(told.text).toContain('5 changes to make. Nothing was changed');
  });

  test('every look is told too', async () => {
    const told = await runs();

    const looked = azure.state.calls.length;
    expect(told.text.split('\n').filter((line) => line.startsWith('look '))).toHaveLength(looked);
  });

  test('every permission is told with what it is for', async () => {
    const told = await runs('--tier', 'full');

    for (const { permissions } of permissionsOf('full'))
      for (const { scope, why } of permissions)
        expect(told.text).toMatch(new RegExp(`${scope} \\(.*\\)\\. ${why.slice(0, 20)}`));
  });
});

describe('with --apply', () => {
  test('the registration for signing in is made as it should be', async () => {
    const told = await runs('--apply');

    const [made, ...more] = azure.state.applications;
    expect(more).toEqual([]);
    expect(made).toMatchObject({
      displayName: 'onetenant dev sign-in',
      signInAudience: 'AzureADMyOrg',
      identifierUris: [`api://botid-${fakeTenant.identity.clientId}`],
      web: { redirectUris: ['https://token.botframework.com/.auth/web/redirect'] },
      api: { requestedAccessTokenVersion: 2 },
    });
    expect(told.text).toContain(`signInAppId=${made?.appId}`);
    expect(told.text).toContain(`adminconsent?client_id=${made?.appId}`);
  });

  test('Teams may hand over the sign-in for exactly the scope that is exposed', async () => {
    await runs('--apply');

    const api = azure.state.applications[0]?.api;
    const scope = at(api, 'oauth2PermissionScopes.0');
    expect(at(scope, 'value')).toBe('access_as_user');
    expect(at(api, 'preAuthorizedApplications')).toEqual(
      ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'].map((appId) => ({
        appId,
        delegatedPermissionIds: [at(scope, 'id')],
      })),
    );
  });

  test('the managed identity and the token service prove it, and no secret is made', async () => {
    await runs('--apply');

    const { applications, credentials, calls } = azure.state;
    const proofs = credentials[applications[0]?.id ?? ''];
    expect(proofs?.map(({ name, subject }) => [name, subject])).toEqual([
      ['bot-token-service', '/eid1/c/pub/t/v4j5cvGGr0GRqy180BHbRw/a/9ExAW52n_ky4ZiS_jhpJIQ/onetenant-dev'],
      ['managed-identity', fakeTenant.identity.principalId],
    ]);
    expect(JSON.stringify(calls)).not.toMatch(/addPassword|passwordCredentials|keyCredentials/);
  });

  test('a second run changes nothing', async () => {
    await runs('--apply', '--consent');
    const before = azure.writes();

    const told = await runs('--apply', '--consent');

    expect(told.text).toContain('0 changes made');
    expect(azure.writes()).toEqual(before);
  });

  test('what was made a moment ago and is not known yet is asked for again', async () => {
    azure.change({ tooEarly: 2 });

    const told = await runs('--apply');

    expect(told.code).toBe(0);
    expect(azure.state.applications[0]?.identifierUris).toHaveLength(1);
  });

  test('going from minimum to full changes the permissions, and nothing else', async () => {
    await runs('--apply');
    const before = azure.writes().length;

    const would = await runs('--tier', 'full');
    const did = await runs('--apply', '--tier', 'full');

    expect(would.text).toContain('\n1 change to make. Nothing was changed');
    expect(did.text).toContain('\n1 change made. ');

    const { applications } = azure.state;
    expect(azure.writes().slice(before)).toEqual([`PATCH /applications/${applications[0]?.id}`]);
    expect(applications[0]?.requiredResourceAccess).toEqual(
      signInRegistration(aDeployment({ tier: 'full' })).requiredResourceAccess,
    );
  });

  test('a redirect and a client that somebody added stay', async () => {
    await runs('--apply');
    const { applications } = azure.state;
    const [made] = applications;
    const own = { appId: '99999999-9999-4999-8999-999999999999', delegatedPermissionIds: ['x'] };
    azure.change({
      applications: [
        {
          ...made,
          id: made?.id ?? '',
          appId: made?.appId ?? '',
          displayName: made?.displayName ?? '',
          web: { redirectUris: ['https://europe.token.botframework.com/.auth/web/redirect'] },
          api: { ...(made?.api as object), preAuthorizedApplications: [own] },
        },
      ],
    });

    await runs('--apply');

    const now = azure.state.applications[0];
    expect(at(now, 'web.redirectUris')).toHaveLength(2);
    expect(at(now, 'api.preAuthorizedApplications')).toHaveLength(3);
  });

  test('another managed identity replaces the proof of the old one', async () => {
    await runs('--apply');
    azure.change({ identity: { ...fakeTenant.identity, principalId: '33333333-3333-4333-8333-333333333333' } });

    await runs('--apply');

    const { applications, credentials } = azure.state;
    const proofs = credentials[applications[0]?.id ?? ''] ?? [];
    expect(proofs.map(({ subject }) => subject)).toContain('33333333-3333-4333-8333-333333333333');
    expect(proofs).toHaveLength(2);
  });

  test('a bot with a registration of its own gets one, which the managed identity proves', async () => {
    const told = await runs('--apply', '--bot', 'registration');

    const { applications, credentials } = azure.state;
    const [bot, signIn] = applications;
    expect([bot?.displayName, signIn?.displayName]).toEqual(['onetenant dev bot', 'onetenant dev sign-in']);
    expect(credentials[bot?.id ?? '']?.map(({ subject }) => subject)).toEqual([fakeTenant.identity.principalId]);
    expect(signIn?.identifierUris).toEqual([`api://botid-${bot?.appId}`]);
    expect(told.text).toContain(`botAppType=SingleTenant botAppId=${bot?.appId}`);
  });

  test('a tab in Teams gets an address with the host of the bot', async () => {
    await runs('--apply', '--host', 'bot.contoso.example');

    expect(azure.state.applications[0]?.identifierUris).toContain(
      `api://bot.contoso.example/botid-${fakeTenant.identity.clientId}`,
    );
  });

  test('the pages of the bot get an address to come back to, and one role lets operators in', async () => {
    await runs('--apply');
    await runs('--apply', '--host', 'bot.contoso.example');

    const [made] = azure.state.applications;
    expect(at(made, 'web.redirectUris')).toEqual([
      'https://token.botframework.com/.auth/web/redirect',
      'https://bot.contoso.example/operator/signed-in',
      'https://bot.contoso.example/step-up/signed-in',
    ]);
    expect(at(made, 'appRoles')).toEqual([
      expect.objectContaining({ value: 'OneTenant.Operator', allowedMemberTypes: ['User'], isEnabled: true }),
    ]);
  });
});

describe.each([
  {
    name: 'AzureUSGovernment',
    login: 'https://login.microsoftonline.us',
    graph: 'https://graph.microsoft.us/',
    issuer: 'https://login.microsoftonline.us',
    tokenService: 'https://token.botframework.azure.us',
    audience: 'api://AzureADTokenExchangeUSGov',
  },
  {
    name: 'AzureChinaCloud',
    login: 'https://login.chinacloudapi.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    issuer: 'https://login.partner.microsoftonline.cn',
    tokenService: 'https://token.botframework.azure.cn',
    audience: 'api://AzureADTokenExchangeChina',
  },
  {
    name: 'a cloud of somebody’s own',
    login: 'http://127.0.0.1:8080/',
    graph: 'http://127.0.0.1:8081/',
    issuer: 'http://127.0.0.1:8080',
    tokenService: 'https://token.botframework.com',
    audience: 'api://AzureADTokenExchange',
  },
])('in $name', ({ name, login, graph, issuer, tokenService, audience }) => {
  test('every address is one of that cloud', async () => {
    azure.change({ cloud: { name, endpoints: { activeDirectory: login, microsoftGraphResourceId: graph } } });

    const told = await runs('--apply');

    const { applications, credentials } = azure.state;
    expect(told).toMatchObject({
      code: 0,
      text: expect.stringContaining(`${issuer}/${fakeTenant.tenantId}/adminconsent`),
    });
    expect(at(applications[0], 'web.redirectUris')).toEqual([`${tokenService}/.auth/web/redirect`]);
    expect(credentials[applications[0]?.id ?? '']).toEqual(
      ['bot-token-service', 'managed-identity'].map((credential) =>
        expect.objectContaining({
          name: credential,
          issuer: `${issuer}/${fakeTenant.tenantId}/v2.0`,
          audiences: [audience],
        }),
      ),
    );
  });
});

describe('the Azure CLI is started', () => {
  const having =
    (...files: readonly string[]) =>
    (path: string) =>
      files.includes(path);

  test('by its name, where that is a program', () => {
    expect(azureProgram('linux', '/usr/bin', () => false)).toEqual({ file: 'az', before: [] });
  });

  test.each([
    ['of an installation', 'C:\\CLI2\\wbin\\az.cmd', 'C:\\CLI2\\python.exe'],
    ['of pip', 'C:\\Python\\Scripts\\az.bat', 'C:\\Python\\python.exe'],
    ['of a virtual environment', 'C:\\venv\\Scripts\\az.bat', 'C:\\venv\\Scripts\\python.exe'],
  ])('on Windows by its Python, past the batch file %s', (_kind, batch, python) => {
    const folders = `C:\\Windows;;${batch.slice(0, batch.lastIndexOf('\\'))}`;

    expect(azureProgram('win32', folders, having(batch, python))).toEqual({
      file: python,
      before: ['-IBm', 'azure.cli'],
    });
  });

  test.each([
    ['no CLI', []],
    ['a batch file without its Python', ['C:\\CLI2\\wbin\\az.cmd']],
  ])('not at all on Windows with %s', (_what, files) => {
    expect(azureProgram('win32', 'C:\\CLI2\\wbin', having(...files))).toBeNull();
  });
});

describe('as a program', () => {
  let program: Awaited<ReturnType<typeof fakeAzureProgram>>;
  beforeEach(async () => {
    program = await fakeAzureProgram();
  });
  afterEach(() => program.remove());

  test('it does the same with the Azure CLI of this machine', async () => {
    const told = await runsAsProgram(program.folder, '--apply', '--consent');
    const here = await runs('--apply', '--consent');

    expect(told.code).toBe(0);
    expect(withoutIds(told.text)).toBe(withoutIds(here.text));
    expect(withoutIds(JSON.stringify((await program.state()).calls))).toBe(
      withoutIds(JSON.stringify(azure.state.calls)),
    );
  });

  test('it ends with 1 and says why when the CLI refuses', async () => {
    const told = await runsAsProgram(program.folder, '--environment', 'prod');

    expect(told).toMatchObject({ code: 1, text: expect.stringContaining('(ResourceNotFound) id-onetenant-prod') });
  });

  test('it ends with 1 when there is no Azure CLI', async () => {
    const told = await runsAsProgram('/nowhere');

    expect(told).toMatchObject({ code: 1, text: expect.stringContaining('the Azure CLI (az) is not installed') });
  });
});

const withoutIds = (text: string): string => text.replace(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g, 'an id');

test('requesters of tickets are looked up by the bot itself, at the tier for that only', async () => {
  const id = 'df021288-bdef-4463-88db-98f22de89214';
  expect(JSON.stringify(signInRegistration(aDeployment({ tier: 'full' })))).not.toContain(id);

  const told = await runs('--apply', '--consent', '--tier', 'helpdesk');

  const { applications, grants } = azure.state;
  const access = at(applications[0], 'requiredResourceAccess.0.resourceAccess') as readonly object[];
  expect(access).toContainEqual({ id, type: 'Role' });
  expect(access.filter((one) => 'type' in one && one.type === 'Role')).toHaveLength(1);
  expect(grants.map(({ scope }) => scope).join(' ')).not.toContain('User.Read.All');
  expect(told.text).toContain(`adminconsent?client_id=${applications[0]?.appId}`);
});

test('what may install in Teams is asked for by its own tier, and by no other', async () => {
  const id = '908de74d-f8b2-4d6b-a9ed-2a17b3b78179';
  expect(JSON.stringify(signInRegistration(aDeployment({ tier: 'helpdesk' })))).not.toContain(id);

  const told = await runs('--apply', '--consent', '--tier', 'install');

  const { applications, grants } = azure.state;
  expect(at(applications[0], 'requiredResourceAccess.0.resourceAccess')).toContainEqual({ id, type: 'Role' });
  expect(grants.map(({ scope }) => scope).join(' ')).not.toContain('TeamsAppInstallation');
  expect(told.text).toContain(`adminconsent?client_id=${applications[0]?.appId}`);
});

describe('with --consent', () => {
  test('everybody is agreed for, with exactly the permissions of the tier', async () => {
    await runs('--apply', '--consent', '--tier', 'full');

    const { grants } = azure.state;
    expect(grants.map(({ resourceId, consentType, scope }) => [resourceId, consentType, scope])).toEqual([
      ['sp-graph', 'AllPrincipals', 'User.Read Organization.Read.All RoleManagement.Read.Directory Domain.Read.All'],
      ['sp-azure', 'AllPrincipals', 'user_impersonation'],
    ]);
  });

  test('what was agreed before is kept and added to', async () => {
    await runs('--apply', '--consent');
    const before = azure.writes().length;

    await runs('--apply', '--consent', '--tier', 'full');

    expect(
      azure
        .writes()
        .slice(before)
        .filter((write) => write.includes('oauth2')),
    ).toHaveLength(1);
    expect(azure.state.grants).toHaveLength(2);
  });

  test('without it nothing is agreed for anybody', async () => {
    await runs('--apply');

    expect(azure.state.grants).toEqual([]);
  });
});

describe('it stops and says why', () => {
  test('when two registrations have the same name', async () => {
    const twin = { displayName: 'onetenant dev sign-in' };
    azure.change({
      applications: [
        { ...twin, id: '1', appId: '1' },
        { ...twin, id: '2', appId: '2' },
      ],
    });

    const told = await runs('--apply');

    expect(told.code).toBe(1);
    expect(told.text).toContain('2 registrations are called "onetenant dev sign-in"');
    expect(azure.writes()).toEqual([]);
  });

  test('when the Azure CLI is not signed in', async () => {
    azure.change({ refusal: "Please run 'az login' to setup account." });

    const told = await runs('--apply');

    expect(told).toMatchObject({ code: 1, text: expect.stringContaining("run 'az login'") });
  });

  test('when the CLI does not know the Microsoft Graph of its cloud', async () => {
    const endpoints = { activeDirectory: 'https://login.example', microsoftGraphResourceId: null };
    azure.change({ cloud: { name: 'own', endpoints } });

    const told = await runs('--apply');

    expect(told).toMatchObject({
      code: 1,
      text: expect.stringContaining('the cloud own of the Azure CLI has no Microsoft'),
    });
  });

  test('when the managed identity is not there yet', async () => {
    const told = await runs('--apply', '--environment', 'prod');

    expect(told).toMatchObject({ code: 1, text: expect.stringContaining('id-onetenant-prod') });
  });

  test('when it does not know what is asked, with how to ask', async () => {
    const told = await runs('--tier', 'everything');

    expect(told.code).toBe(2);
    expect(told.text).toContain('--tier');
    expect(azure.state.calls).toEqual([]);
  });
});

describe('the template and the registrations agree', () => {
  const template = readTemplate();
  const connection = template.resources.find(({ type }) => type.endsWith('/connections'));

  test('on the name of the managed identity', () => {
    expect(template.variables.suffix).toBe("[format('{0}-{1}', parameters('name'), parameters('environmentName'))]");
    expect(template.variables.identityName).toBe("[format('id-{0}', variables('suffix'))]");
    expect(identityName({ name: 'onetenant', environment: 'dev' })).toBe('id-onetenant-dev');
  });

  test('on the address that tokens are exchanged for, and on the scope', () => {
    const texts = textsIn(connection?.properties);

    expect(texts.filter((text) => text.includes('api://botid-{0}'))).toHaveLength(2);
    expect(signInRegistration(aDeployment({})).identifierUris[0]).toMatch(/^api:\/\/botid-/);
    expect(signInRegistration(aDeployment({})).scope.value).toBe('access_as_user');
  });

  test('on the unique identifier of the connection', () => {
    const parameters = at(connection?.properties, 'parameters') as readonly { key: string; value: string }[];

    expect(parameters.find(({ key }) => key === 'UniqueIdentifier')?.value).toBe("[variables('suffix')]");
    expect(tokenServiceCredential(aDeployment({})).subject).toMatch(/\/onetenant-dev$/);
  });
});

// The pairs stand in Microsoft's own guide.
test.each([
  ['72f988bf-86f1-41af-91ab-2d7cd011db47', 'v4j5cvGGr0GRqy180BHbRw'],
  ['975f013f-7f24-47e8-a7d3-abc4752bf346', 'PwFflyR_6Een06vEdSvzRg'],
  ['33E01921-4D64-4F8C-A055-5BDAFFD5E33D', 'IRngM2RNjE-gVVva_9XjPQ'],
])('the tenant id %s is written as %s', (guid, encoded) => {
  expect(encodeGuid(guid)).toBe(encoded);
});

test('every permission has an id of its own', () => {
  const all = permissionsOf('full').flatMap(({ permissions }) => permissions);

  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(
    permissionsOf('minimum').flatMap(({ permissions }) => permissions.filter(({ needsAdmin }) => needsAdmin)),
  ).toEqual([]);
});

function aDeployment(given: { readonly tier?: Tier }) {
  return {
    name: 'onetenant',
    environment: 'dev',
    ...fakeTenant,
    cloud: readCloud({
      name: 'AzureCloud',
      endpoints: {
        activeDirectory: 'https://login.microsoftonline.com',
        microsoftGraphResourceId: 'https://graph.microsoft.com/',
      },
    }),
    botAppId: fakeTenant.identity.clientId,
    host: null,
    tier: 'minimum' as const,
    ...given,
  };
}

/** Runs it as an administrator does, with the Azure CLI in this process. */
async function runs(...words: readonly string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const tell = (line: string): void => void lines.push(line);
  const code = await makeRegistrations([...given, ...words], { cli: azure.cli, tell }).catch((fault: Error) => {
    tell(fault.message);
    return 1;
  });
  return { code, text: lines.map((line) => `${line}\n`).join('') };
}

/** Runs the script as a program, with `path` as the only place programs are looked for. */
async function runsAsProgram(
  path: string,
  ...words: readonly string[]
): Promise<{ code: number | null; text: string }> {
  const script = 'deploymentTemplates/registrations/index.ts';
  const run = spawn(process.execPath, [script, ...given, ...words], { env: { PATH: path } });
  let text = '';
  for (const stream of [run.stdout, run.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  const [code] = (await once(run, 'close')) as [number | null];
  return { code, text };
}
