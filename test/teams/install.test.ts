import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogAppId, everybodyIn } from '../../sandbox/graph/graph-teams-apps.ts';
import { tenants } from '../../sandbox/people/tenants.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { type Stage, setStage } from '../conversations/stage.ts';

/** The app is put into the Teams of people who do not have it: by the command, and for a ticket. */

let stage: Stage;
let authority: string;

beforeAll(async () => {
  stage = await setStage();
  authority = join(tmpdir(), `onetenant-authority-${process.pid}.pem`);
  await writeFile(authority, stage.sandbox.caCertificatePem);
});

afterAll(() => stage.stop());

beforeEach(() => stage.sandbox.reset());

interface Ran {
  readonly code: number;
  readonly said: string;
}

function runs(...words: readonly string[]): Promise<Ran> {
  const env = {
    PATH: process.env.PATH ?? '',
    NODE_EXTRA_CA_CERTS: authority,
    ...stage.sandbox.environment,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/teams-install.ts', ...words], { env }, (fault, stdout, stderr) =>
      resolve({ code: fault === null ? 0 : Number(fault.code), said: stdout + stderr }),
    );
  });
}

async function hasIt(as: string): Promise<boolean> {
  const read = await fetch(`${stage.sandbox.core.addresses.http}/sandbox/teams/people/${as}`);
  return ((await read.json()) as { isInstalled: boolean }).isInstalled;
}

function person(as: string) {
  const found = stage.sandbox.core.people.get(as);
  if (found === undefined) throw new Error(`nobody is ${as}`);
  return found;
}

test('without --go it says what it would do, and changes nothing', async () => {
  const megan = person('global-admin-m365');

  const { code, said } = await runs('--tenant', megan.homeTenantId, '--user', megan.userPrincipalName);

  expect(said).toContain(`${megan.userPrincipalName}: would be installed`);
  expect(said).toContain('1 would be installed, 0 had it already, 0 could not be done.');
  expect(code).toBe(0);
  expect(await hasIt('global-admin-m365')).toBe(false);
});

test('with --go people have the app and are welcomed, and a second run leaves them alone', async () => {
  const { homeTenantId } = person('global-admin-m365');
  const group = ['--tenant', homeTenantId, '--group', everybodyIn(homeTenantId), '--go'];

  const first = await runs(...group);
  const second = await runs(...group);

  const installed = Number(/(\d+) installed, 0 had it/.exec(first.said)?.[1]);
  expect(installed).toBeGreaterThan(1);
  expect(second.said).toContain(`0 installed, ${installed} had it already, 0 could not be done.`);
  expect(await hasIt('global-admin-m365')).toBe(true);
});

test('somebody who cannot be found stops nobody else, and the command says so', async () => {
  const megan = person('global-admin-m365');

  const { code, said } = await runs(
    ...['--tenant', megan.homeTenantId, '--user', 'nobody@contoso.com', '--user', megan.objectId, '--go'],
  );

  expect(said).toMatch(/nobody@contoso\.com: Graph answered 404/);
  expect(said).toContain('1 installed, 0 had it already, 1 could not be done.');
  expect(code).toBe(1);
});

test('where no administrator agreed, it says which permission is missing', async () => {
  const tenantId = Object.values(tenants).find(({ directory }) => directory === 'closed')?.id;
  const closed = stage.sandbox.core.people.list().find(({ homeTenantId }) => homeTenantId === tenantId);

  const { code, said } = await runs('--tenant', closed?.homeTenantId ?? '', '--user', closed?.objectId ?? '');

  expect(code).toBe(1);
  expect(said).toContain('TeamsAppInstallation.ReadWriteSelfForUser.All');
});

test('somebody with a ticket and without the app gets the app, and the ticket in it', async () => {
  const withInstall = await setStage({
    settings: { TEAMS_CATALOG_APP_ID: catalogAppId(stage.sandbox.core) },
  });
  try {
    const { http } = withInstall.sandbox.core.addresses;
    const megan = person('global-admin-m365');
    await fetch(`${http}/sandbox/desk/generic/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Azure, please', personId: megan.id, about: 'add-azure' }),
    });
    const t = createTranslator('en');
    const said = async (): Promise<string> => {
      const { conversationId } = (await (await fetch(`${http}/sandbox/teams/people/${megan.id}`)).json()) as {
        conversationId: string | null;
      };
      if (conversationId === null) return '';
      const read = await fetch(
        `${http}/sandbox/teams/conversations/${encodeURIComponent(conversationId)}/activities?watermark=0`,
      );
      return read.text();
    };
    for (let tries = 0; tries < 60 && !(await said()).includes(t('tickets.arrived.start')); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 500));

    expect(await said()).toContain(t('tickets.arrived.start'));
  } finally {
    await withInstall.stop();
  }
}, 60_000);
