// Prints, as a parameter file, what the next deployment has to keep and only Azure knows: the helpdesks with their keys, and who
// the bot is. `node scripts/kept-parameters.mjs <resource group> <environment>`, on any Node and without packages.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [group = '', environment = ''] = process.argv.slice(2);

try {
  const { parameters } = JSON.parse(readFileSync(`deploymentTemplates/parameters.${environment}.json`, 'utf8'));
  const name = `${parameters.name?.value ?? 'onetenant'}-${environment}`;
  const kept = { ...desksIn(name, parameters.hosting?.value), ...botIn(name) };
  const values = Object.fromEntries(Object.entries(kept).map(([parameter, value]) => [parameter, { value }]));
  console.log(JSON.stringify({ parameters: values }));
} catch (fault) {
  // What the CLI answered may hold keys; only what it complained of is told.
  console.error(`Nothing was deployed, because what Azure has could not be read: ${fault.stderr ?? fault.message}`);
  process.exitCode = 1;
}

/** Of the host that is deployed next; of the other one, if the bot is just moving. */
function desksIn(name, hosting) {
  const ofContainerApps = () =>
    find('Microsoft.App/containerApps', `ca-${name}`).map(
      (id) => rest('POST', `${id}/listSecrets?api-version=2025-01-01`).value.find((one) => one.name === 'desks')?.value,
    );
  const ofSites = () =>
    find('Microsoft.Web/sites', `app-${name}-`).map(
      (id) => rest('POST', `${id}/config/appsettings/list?api-version=2024-11-01`).properties.DESKS,
    );
  const found = hosting === 'appService' ? [...ofSites(), ...ofContainerApps()] : [...ofContainerApps(), ...ofSites()];
  const desks = found.find((each) => each !== undefined && each !== '[]');
  return desks === undefined ? {} : { desks };
}

/** A bot with a registration of its own stays one. The managed identity is what the template makes by itself. */
function botIn(name) {
  const [bot] = find('Microsoft.BotService/botServices', `bot-${name}-`).map((id) =>
    rest('GET', `${id}?api-version=2022-09-15`),
  );
  if (bot?.properties.msaAppType !== 'SingleTenant') return {};
  return { botAppType: 'SingleTenant', botAppId: bot.properties.msaAppId };
}

/** The ids of what is called so; a name that ends with a hyphen is the beginning of one. */
function find(type, name) {
  return az('resource', 'list', '--resource-group', group, '--resource-type', type)
    .filter((one) => (name.endsWith('-') ? one.name.startsWith(name) : one.name === name))
    .map(({ id }) => id);
}

function rest(method, path) {
  return az('rest', '--method', method, '--url', path);
}

function az(...words) {
  return JSON.parse(execFileSync('az', [...words, '--output', 'json'], { encoding: 'utf8', stdio: 'pipe' }));
}
