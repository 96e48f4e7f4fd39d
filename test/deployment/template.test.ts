import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { envExample, readSettings } from '../../src/config/settings.ts';
import { at, type Resource, readParameterFile, readPrediction, readTemplate, textsIn } from './template.ts';

const template = readTemplate();
const workbook = readFileSync('deploymentTemplates/workbook.json', 'utf8');
const containerApp = onlyOne('Microsoft.App/containerApps');
const site = onlyOne('Microsoft.Web/sites');
const containers = 'Microsoft.Storage/storageAccounts/blobServices/containers';

/** Every name of the schema, and those without which the bot does not start. */
const settingNames = [...envExample().matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name ?? '');
const requiredSettings = [...envExample().matchAll(/^([A-Z][A-Z_]+)=/gm)].map(([, name]) => name ?? '');

const onlyWhatIsNeeded = {
  BOT_APP_ID: '11111111-2222-3333-4444-555555555555',
  BOT_APP_TENANT_ID: '11111111-2222-3333-4444-555555555555',
  SIGN_IN_APP_ID: '11111111-2222-3333-4444-555555555555',
  MANAGED_IDENTITY_CLIENT_ID: '11111111-2222-3333-4444-555555555555',
  STORAGE_ACCOUNT_URL: 'https://stonetenant.blob.core.windows.net',
};

/** Settings of the platform, which the bot does not read. */
const ofAppService = [
  'NODE_ENV',
  'SCM_DO_BUILD_DURING_DEPLOYMENT',
  'WEBSITES_ENABLE_APP_SERVICE_STORAGE',
  'WEBSITES_PORT',
  'WEBSITE_RUN_FROM_PACKAGE',
];

describe('nothing is open that should be closed', () => {
  const accounts = ofType('Microsoft.Storage/storageAccounts');

  test('storage takes https with TLS 1.2 and shows no blob to the public', () => {
    expect(accounts).toHaveLength(1);
    for (const { properties } of accounts) {
      expect(properties).toMatchObject({
        supportsHttpsTrafficOnly: true,
        minimumTlsVersion: 'TLS1_2',
        allowBlobPublicAccess: false,
        allowCrossTenantReplication: false,
      });
    }
    expect(at(onlyOne(containers).properties, 'publicAccess')).toBe('None');
  });

  test('storage takes no key: whoever comes proves who they are', () => {
    expect(accounts.map(({ properties }) => at(properties, 'allowSharedKeyAccess'))).toEqual([false]);
    expect(textsIn(template).filter((text) => /listKeys|accountKey|AccountKey=/.test(text))).toEqual([]);
  });

  test('the container app answers https only', () => {
    expect(at(containerApp.properties, 'configuration.ingress')).toMatchObject({
      external: true,
      allowInsecure: false,
    });
  });

  test('the App Service answers https only, with TLS 1.2, without FTP and without passwords', () => {
    expect(at(site.properties, 'httpsOnly')).toBe(true);
    expect(at(site.properties, 'siteConfig')).toMatchObject({
      minTlsVersion: '1.2',
      scmMinTlsVersion: '1.2',
      ftpsState: 'Disabled',
    });
    const policies = ofType('Microsoft.Web/sites/basicPublishingCredentialsPolicies');
    expect(policies.map(({ properties }) => properties)).toEqual([{ allow: false }, { allow: false }]);
  });

  test('the registry has no administrator account', () => {
    expect(at(onlyOne('Microsoft.ContainerRegistry/registries').properties, 'adminUserEnabled')).toBe(false);
  });

  test('the bot is never of the kind that takes every tenant', () => {
    expect(template.parameters.botAppType?.allowedValues).toEqual(['UserAssignedMSI', 'SingleTenant']);
    expect(textsIn(template.resources)).not.toContain('MultiTenant');
  });

  test('the Direct Line site trusts the bot’s own page and the pages that were named, and speaks the newest protocol only', () => {
    const { resources } = readPrediction('production');
    const [first, second] = directLineIn('production');
    const publicUrl = variablesOf(resources['Microsoft.App/containerApps/ca-onetenant-prod'] ?? {}).find(
      ({ name }) => name === 'PUBLIC_URL',
    )?.value;

    expect(at(first, 'sites.0')).toMatchObject({
      isEnabled: true,
      isSecureSiteEnabled: true,
      trustedOrigins: [publicUrl, 'https://contoso.sharepoint.com', 'https://intranet.contoso.com'],
      isV1Enabled: false,
    });
    // Azure may leave both settings out when it makes the site.
    expect(second).toEqual(first);
  });

  test('the Direct Line site is off where no page was named', () => {
    expect(directLineIn('container-app').map((one) => at(one, 'sites.0.isEnabled'))).toEqual([false, false]);
  });
});

describe('secrets', () => {
  const holdsSecret = /list[A-Z]\w*\(|listKeys|connectionString|password|secret/i;

  test('are in no output', () => {
    for (const [name, { value }] of Object.entries(template.outputs))
      expect([name, holdsSecret.test(value)]).toEqual([name, false]);
  });

  test('are given in two parameters, which Azure does not show again, and in no parameter file', () => {
    const secure = Object.entries(template.parameters).filter(([, { type }]) => /^secure/i.test(type));

    expect(secure.map(([name, { defaultValue }]) => [name, defaultValue])).toEqual([
      ['embeddingsKey', ''],
      ['desks', ''],
    ]);
    expect(Object.keys(template.parameters).filter((name) => /secret|password|key/i.test(name))).toEqual([
      'embeddingsKey',
    ]);
    for (const environment of ['dev', 'prod'])
      for (const [name] of secure) expect(readParameterFile(environment)).not.toHaveProperty(name);
  });

  test('are read from Azure in two places: the Direct Line key of either host', () => {
    const places = template.resources.flatMap(({ type, properties }) =>
      textsIn(properties)
        .filter((text) => /\blist[A-Z]\w*\(/.test(text))
        .map(() => type),
    );

    expect(places).toEqual(['Microsoft.App/containerApps', 'Microsoft.Web/sites']);
  });

  test.each([
    ['DIRECT_LINE_SECRET', 'direct-line-secret'],
    ['DESKS', 'desks'],
    ['EMBEDDINGS_KEY', 'embeddings-key'],
  ])('reach the container as a secret, not as a plain value: %s', (name, secretRef) => {
    const kept = z.array(z.object({ name: z.string() })).parse(at(containerApp.properties, 'configuration.secrets'));

    expect(variablesOf(containerApp).filter((one) => one.name === name)).toEqual([{ name, secretRef }]);
    expect(kept.map((one) => one.name)).toContain(secretRef);
  });

  test('of the registrations are not set: the managed identity proves both', () => {
    for (const host of [containerApp, site]) {
      const names = variablesOf(host).map(({ name }) => name);
      expect(names).toContain('MANAGED_IDENTITY_CLIENT_ID');
      expect(names).not.toContain('BOT_APP_SECRET');
      expect(names).not.toContain('SIGN_IN_APP_SECRET');
    }
  });
});

describe('the managed identity may do only what it must', () => {
  const assignments = ofType('Microsoft.Authorization/roleAssignments');
  const roles = z.record(z.string(), z.guid()).parse(template.variables.roles);

  test('three roles, none of which manages anything', () => {
    expect(roles).toEqual({
      acrPull: '7f951dda-4ed3-4680-a7ca-43fe172d538d',
      storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
      monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb',
    });
    expect(assignments).toHaveLength(3);
  });

  test('each on one resource, for the identity of the bot, under a name of its own', () => {
    for (const { scope, properties } of assignments) {
      expect(scope).toMatch(
        /resourceId\('Microsoft\.(Storage\/storageAccounts\/blobServices\/containers'|ContainerRegistry\/registries'|Insights\/components')/,
      );
      expect(at(properties, 'principalId')).toContain("variables('identityName')");
      expect(at(properties, 'principalType')).toBe('ServicePrincipal');
    }
    expect(new Set(assignments.map(({ name }) => name)).size).toBe(3);
  });
});

describe('the settings of the bot', () => {
  test.each([
    ['the container app', containerApp],
    ['the App Service', site],
  ])('in %s are all settings that the bot reads', (_host, host) => {
    const names = variablesOf(host).map(({ name }) => name);

    expect(names.filter((name) => !settingNames.includes(name) && !ofAppService.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    ['the container app', containerApp],
    ['the App Service', site],
  ])('in %s hold every one without which it does not start', (_host, host) => {
    expect(requiredSettings).toContain('BOT_APP_ID');
    expect(variablesOf(host).map(({ name }) => name)).toEqual(expect.arrayContaining(requiredSettings));
  });

  test('are the same in both hosts, but for where the bot is, where it listens, and how a secret gets there', () => {
    const own = ['HOST', 'PORT', 'PUBLIC_URL', 'DIRECT_LINE_SECRET', 'DESKS', 'EMBEDDINGS_KEY'];
    const shared = (host: Resource) =>
      variablesOf(host).filter(({ name }) => !own.includes(name) && !ofAppService.includes(name));

    expect(shared(site)).toEqual(shared(containerApp));
  });

  test('that the template leaves alone are explained in the deployment guide', () => {
    const guide = readFileSync('docs/deploy.md', 'utf8');
    const set = variablesOf(containerApp).map(({ name }) => name);

    expect(settingNames.length).toBeGreaterThan(15);
    expect(settingNames.filter((name) => !set.includes(name) && !guide.includes(`\`${name}\``))).toEqual([]);
  });

  describe.each(['container-app', 'app-service', 'app-service-zip', 'production'])(
    'as Azure evaluates them (%s)',
    (name) => {
      const { resources } = readPrediction(name);
      const [host] = Object.entries(resources).flatMap(([id, one]) =>
        /^Microsoft\.(?:App\/containerApps|Web\/sites)\/[^/]+$/.test(id) ? [variablesOf(one)] : [],
      );
      const secrets = z
        .array(z.object({ name: z.string(), value: z.string() }))
        .parse(Object.values(resources).flatMap(({ properties }) => at(properties, 'configuration.secrets') ?? []));
      const given = Object.fromEntries(
        (host ?? []).map(({ name: setting, value, secretRef }) => [
          setting,
          value ?? secrets.find((secret) => secret.name === secretRef)?.value ?? '',
        ]),
      );

      test('keep conversations in the one container that is made, where every replica finds them', () => {
        const account = /^\[format\('https:\/\/\{0\}\.blob\.\{1\}', '(\w+)', environment\(\)\.suffixes\.storage\)\]$/;
        const [, madeAccount, madeContainer] =
          /storageAccounts\/(\w+)\/blobServices\/default\/containers\/(\w+),/.exec(`${Object.keys(resources)},`) ?? [];

        expect(given.STORAGE).toBe('azure');
        expect(account.exec(given.STORAGE_ACCOUNT_URL ?? '')?.[1]).toBe(madeAccount);
        expect(given.STORAGE_CONTAINER).toBe(madeContainer);
      });

      test('are values that the bot takes', () => {
        // What Azure fills in only while it deploys, such as an id that does not exist yet, begins with a bracket.
        const known = Object.fromEntries(
          Object.entries(given)
            .filter(([, value]) => !value.startsWith('[') || value === '[]')
            .map(([setting, value]) => [setting, value.replaceAll('<tenant>', onlyWhatIsNeeded.BOT_APP_TENANT_ID)]),
        );

        const reading = readSettings({ ...onlyWhatIsNeeded, ...known });

        expect(Object.keys(known).length).toBeGreaterThan(12);
        expect(reading.kind === 'faulty' ? reading.faults : []).toEqual([]);
        expect(reading.kind === 'read' && reading.settings.STORAGE).toBe('azure');
        expect(reading.kind === 'read' && reading.settings.DESKS).toEqual([]);
      });
    },
  );
});

describe('the bot', () => {
  test('is asked whether it lives and whether it is ready, on the port it listens on', () => {
    const probes = z
      .array(z.object({ type: z.string(), httpGet: z.object({ path: z.string(), port: z.string() }) }))
      .parse(at(containerApp.properties, 'template.containers.0.probes'));

    expect(probes.map(({ type, httpGet }) => [type, httpGet.path])).toEqual([
      ['Startup', '/healthz'],
      ['Liveness', '/healthz'],
      ['Readiness', '/readyz'],
    ]);
    expect(new Set(probes.map(({ httpGet }) => httpGet.port))).toEqual(new Set(["[variables('port')]"]));
    expect(at(containerApp.properties, 'configuration.ingress.targetPort')).toBe("[variables('port')]");
    expect(at(site.properties, 'siteConfig.healthCheckPath')).toBe('/readyz');
  });

  test('runs more than once only with a store that many replicas share', () => {
    const store = variablesOf(containerApp).find(({ name }) => name === 'STORAGE')?.value;
    const most = Math.max(
      Number(template.parameters.maxReplicas?.defaultValue),
      ...['dev', 'prod'].map((environment) => Number(readParameterFile(environment).maxReplicas?.value)),
    );

    expect([store, most > 1]).toEqual(['azure', true]);
    expect(at(containerApp.properties, 'template.scale.maxReplicas')).toBe(
      "[max(parameters('minReplicas'), parameters('maxReplicas'))]",
    );
    expect(at(containerApp.properties, 'template.volumes')).toBeUndefined();
  });

  test('can stop when nobody chats', () => {
    expect(template.parameters.minReplicas?.minValue).toBe(0);
  });

  test('comes back every hour for reminders, long enough to look for them, although nobody calls it', () => {
    const rules = z
      .array(z.looseObject({ name: z.string(), custom: z.unknown().optional(), http: z.unknown().optional() }))
      .parse(at(containerApp.properties, 'template.scale.rules'));
    const clock = z
      .object({ type: z.literal('cron'), metadata: z.record(z.string(), z.string()) })
      .parse(rules.find(({ name }) => name === 'wake-ups')?.custom);

    expect(rules.map(({ name }) => name)).toEqual(['chats', 'wake-ups']);
    expect(clock.metadata).toEqual({ timezone: 'Etc/UTC', start: '0 * * * *', end: '5 * * * *', desiredReplicas: '1' });
  });

  test('on App Service runs at least once, and as often as asked', () => {
    expect(template.variables.siteInstances).toBe("[max(1, parameters('minReplicas'))]");
    expect(at(site.properties, 'siteConfig.numberOfWorkers')).toBe("[variables('siteInstances')]");
  });

  test('signs people in through a connection that keeps no secret', () => {
    const connection = onlyOne('Microsoft.BotService/botServices/connections');

    expect(at(connection.properties, 'serviceProviderDisplayName')).toBe('AAD v2 with Federated Credentials');
    expect(at(connection.properties, 'clientSecret')).toBeUndefined();
    expect(at(connection.properties, 'scopes')).toContain('/access_as_user');
  });

  test('is reached by Teams and by Direct Line', () => {
    for (const name of ['container-app', 'app-service', 'production']) {
      const channels = Object.entries(readPrediction(name).resources)
        .filter(([id]) => /\/channels\/\w+$/.test(id))
        .map(([id, { properties }]) => [id.split('/').at(-1), at(properties, 'channelName')]);

      expect(channels).toEqual([
        ['DirectLineChannel', 'DirectLineChannel'],
        ['MsTeamsChannel', 'MsTeamsChannel'],
      ]);
    }
  });
});

describe('the alerts', () => {
  const alerts = z
    .array(z.object({ name: z.string(), title: z.string(), query: z.string(), moreThan: z.number() }))
    .parse(template.variables.logAlerts);
  const journal = readFileSync('src/ports/journal.ts', 'utf8');

  test('look for events that the bot really logs', () => {
    const events = alerts.map(({ query }) =>
      [...query.matchAll(/entry\.event\) == "([^"]+)"/g)].map(([, name]) => name),
    );

    expect(events.filter((names) => names.length === 0)).toEqual([]);
    for (const event of events.flat()) expect(journal).toContain(`readonly event: '${event}'`);
  });

  test('read fields that those events carry', () => {
    const fields = alerts.flatMap(({ query }) => [...query.matchAll(/entry\.(\w+)/g)].map(([, field]) => field));

    for (const field of fields) expect(journal).toContain(`readonly ${field}: `);
  });

  test('watch failures, slowness, what waits and what is given up', () => {
    expect(alerts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['turns-fail', 'turns-slow', 'answers-late', 'tickets-late', 'tickets-dead']),
    );
  });

  test('go to the mail address that was given', () => {
    for (const type of ['Microsoft.Insights/scheduledQueryRules', 'Microsoft.Insights/metricAlerts'])
      expect(textsIn(at(onlyOne(type).properties, 'actions')).join()).toContain("parameters('alertEmail')");
  });
});

describe('the workbook', () => {
  const queries = textsIn(JSON.parse(workbook)).filter((text) => text.includes(' | where '));
  const journal = readFileSync('src/ports/journal.ts', 'utf8');

  test('is deployed as it stands in its file, over the workspace', () => {
    expect(template.variables.workbookText).toBe(workbook);
    expect(onlyOne('Microsoft.Insights/workbooks').properties).toMatchObject({
      serializedData: "[variables('workbookText')]",
      sourceId: "[resourceId('Microsoft.OperationalInsights/workspaces', variables('workspaceName'))]",
    });
  });

  test('asks for events that the bot really logs, and for fields that they carry', () => {
    const conditions = queries.flatMap((query) => [...query.matchAll(/where event (?:==|in) (\([^)]*\)|"[^"]*")/g)]);
    const events = conditions.flatMap(([, list]) => [...(list ?? '').matchAll(/"([^"]+)"/g)].map(([, name]) => name));
    const fields = queries.flatMap((query) => [...query.matchAll(/entry\.(\w+)/g)].map(([, field]) => field));

    expect(new Set(events).size).toBeGreaterThanOrEqual(9);
    for (const event of events) expect(journal).toContain(`readonly event: '${event}'`);
    for (const field of fields) expect(journal).toContain(`readonly ${field}: `);
  });

  test('asks the traces for what the bot really traces', () => {
    const tracing = readFileSync('src/adapters/telemetry/tracing.ts', 'utf8');
    const asked = queries.flatMap((query) => [...query.matchAll(/"(onetenant[.\w]*)"/g)].map(([, name]) => name));

    expect(asked).toContain('onetenant.outcome');
    for (const name of asked) expect(tracing).toContain(`'${name}'`);
  });
});

test('everything that costs money can be told apart in the bill', () => {
  const tagged = ['product', 'environment', 'costCentre', 'owner'];
  expect(Object.keys(z.record(z.string(), z.string()).parse(template.variables.tags))).toEqual(tagged);

  const parts =
    /roleAssignments|diagnosticSettings|deployments$|Services\b|shares|storages$|Policies|channels|connections/;
  const untagged = template.resources
    .filter(
      ({ type }) => !parts.test(type.replace('botServices', 'bots').replace('Microsoft.BotService', 'Microsoft.Bot')),
    )
    .filter(({ tags }) => tags !== "[variables('tags')]");
  expect(untagged.map(({ type }) => type)).toEqual([]);
});

test('the ground is as many things in the portal as the guide says', () => {
  const seen = Object.keys(readPrediction('ground').resources).filter((id) => id.split('/').length === 3);

  expect(seen).toHaveLength(5);
  expect(readFileSync('docs/deploy.md', 'utf8')).toContain('In the portal the resource group holds five resources');
});

test('what the folder offers is what the guide explains', () => {
  const guide = readFileSync('docs/deploy.md', 'utf8');

  const files = readdirSync('deploymentTemplates').map((file) => `deploymentTemplates/${file}`);

  expect(files.filter((file) => !guide.includes(file))).toEqual([]);
});

/** What Direct Line is asked for, call by call. */
function directLineIn(name: string): readonly unknown[] {
  return Object.entries(readPrediction(name).resources)
    .filter(([id]) => id.includes('/channels/DirectLineChannel'))
    .map(([, { properties }]) => at(properties, 'properties'));
}

function ofType(type: string): readonly Resource[] {
  return template.resources.filter((one) => one.type === type);
}

function onlyOne(type: string): Resource {
  const [found, ...more] = ofType(type);
  if (found === undefined || more.length > 0) throw new Error(`one ${type} was expected`);
  return found;
}

interface Variable {
  readonly name: string;
  readonly value?: string | undefined;
  readonly secretRef?: string | undefined;
}

/** The environment that the host gives to the bot. */
function variablesOf(host: Pick<Resource, 'properties'>): readonly Variable[] {
  const found = at(host.properties, 'template.containers.0.env') ?? at(host.properties, 'siteConfig.appSettings');
  return z
    .array(z.object({ name: z.string(), value: z.string().optional(), secretRef: z.string().optional() }))
    .parse(found);
}
