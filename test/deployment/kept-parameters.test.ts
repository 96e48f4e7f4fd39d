import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const group = '/subscriptions/s/resourceGroups/rg/providers';
const apps = `${group}/Microsoft.App/containerApps`;
const sites = `${group}/Microsoft.Web/sites`;
const bots = `${group}/Microsoft.BotService/botServices`;
const desks = '[{"id":"snow","key":"marker"}]';

/** What is in the resource group, by its id, and what Azure tells of it when asked. */
type Found = Readonly<Record<string, unknown>>;

const containerApp = (value: string): Found => ({
  [`${apps}/ca-onetenant-dev`]: { value: [{ name: 'desks', value }] },
});
const site = (value: string): Found => ({ [`${sites}/app-onetenant-dev-x1y2z3`]: { properties: { DESKS: value } } });
const bot = (msaAppType: string): Found => ({
  [`${bots}/bot-onetenant-dev-x1y2z3`]: { properties: { msaAppType, msaAppId: 'the-app' } },
});

describe('a deployment keeps', () => {
  test.each([
    ['nothing, where there is nothing yet', {}, {}],
    [
      'nothing, where there are no helpdesks and the bot is the managed identity',
      { ...containerApp('[]'), ...bot('UserAssignedMSI') },
      {},
    ],
    ['the helpdesks of a container app', containerApp(desks), { desks }],
    ['the helpdesks of an App Service', site(desks), { desks }],
    ['the helpdesks of where it was, when the bot moves', { ...containerApp('[]'), ...site(desks) }, { desks }],
    [
      'the helpdesks of where it runs, when both have some',
      { ...containerApp(desks), ...site('[{"id":"old"}]') },
      { desks },
    ],
    ['a bot with a registration of its own', bot('SingleTenant'), { botAppType: 'SingleTenant', botAppId: 'the-app' }],
    ['nothing of other people’s apps', { [`${sites}/app-other-dev-x1y2z3`]: { properties: { DESKS: desks } } }, {}],
  ])('%s', (_what, found, kept) => {
    const { code, out } = keep(found);

    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      parameters: Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, { value }])),
    });
  });
});

test('it stops when Azure does not tell, and prints no key', () => {
  const { code, out, said } = keep({ ...containerApp(desks), [`${bots}/bot-onetenant-dev-x1y2z3`]: 'refused' });

  expect(code).toBe(1);
  expect(out).toBe('');
  expect(said).toContain('Nothing was deployed, because what Azure has could not be read: ERROR: AuthorizationFailed');
  expect(said).not.toContain('marker');
});

/** Runs the script with an Azure CLI that knows only what was found. */
function keep(found: Found): { code: number | null; out: string; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'onetenant-kept-'));
  writeFileSync(join(folder, 'az.cjs'), `const found = ${JSON.stringify(found)};\n${cli}`);
  writeFileSync(join(folder, 'az'), `#!/bin/sh\nexec '${process.execPath}' '${folder}/az.cjs' "$@"\n`);
  chmodSync(join(folder, 'az'), 0o755);
  const run = spawnSync(process.execPath, ['scripts/kept-parameters.mjs', 'rg', 'dev'], {
    encoding: 'utf8',
    env: { PATH: folder },
  });
  rmSync(folder, { recursive: true });
  return { code: run.status, out: run.stdout, said: run.stderr };
}

const cli = `
const words = process.argv.slice(2);
const option = (name) => words[words.indexOf(name) + 1];
if (words[0] === 'resource') {
  const ids = Object.keys(found).filter((id) => id.includes('/' + option('--resource-type') + '/'));
  process.stdout.write(JSON.stringify(ids.map((id) => ({ id, name: id.split('/').at(-1) }))));
} else {
  const [path] = option('--url').split('?');
  const id = Object.keys(found).find((each) => path.startsWith(each));
  const expected = { containerApps: 'POST ' + id + '/listSecrets', sites: 'POST ' + id + '/config/appsettings/list', botServices: 'GET ' + id };
  const isRight = Object.entries(expected).some(([kind, call]) => id.includes('/' + kind + '/') && call === option('--method') + ' ' + path);
  if (!isRight || found[id] === 'refused') {
    process.stderr.write('ERROR: AuthorizationFailed');
    process.exit(1);
  }
  process.stdout.write(JSON.stringify(found[id]));
}
`;
