import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Bicep } from './bicep-compiler.ts';

/** One deployment of the template: a name for people, and the parameters that it is given. */
export interface PredictedDeployment {
  readonly name: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What the deployment engine says it would make, in words that stay the same as long as the deployment does. */
export interface Prediction {
  readonly resources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** A deployment that makes what another one makes, but for these places. */
export interface Likeness {
  readonly like: string;
  readonly but: Readonly<Record<string, unknown>>;
}

export interface Predictions {
  /** By the name of the file in `deploymentTemplates/predicted`, without its ending. */
  readonly whole: Readonly<Record<string, Prediction>>;
  readonly combinations: Readonly<Record<string, Likeness>>;
}

const template = 'deploymentTemplates/main.json';

const place = {
  tenantId: '11111111-1111-1111-1111-111111111111',
  subscriptionId: '22222222-2222-2222-2222-222222222222',
  resourceGroup: 'rg-onetenant',
  location: 'westeurope',
};
const group = `/subscriptions/${place.subscriptionId}/resourceGroups/${place.resourceGroup}`;

const signInAppId = '33333333-3333-3333-3333-333333333333';
const botAppId = '44444444-4444-4444-4444-444444444444';
const image = 'onetenant:1.0.0';
const desks = JSON.stringify([{ id: 'example', kind: 'generic' }]);

const namedThings = z
  .array(
    z
      .looseObject({ name: z.string().optional(), key: z.string().optional() })
      .refine(({ name, key }) => (name ?? key) !== undefined),
  )
  .min(1);

const snapshotSchema = z.object({
  predictedResources: z.array(
    z.looseObject({
      id: z.string(),
      type: z.string(),
      name: z.string(),
      tags: z.record(z.string(), z.string()).optional(),
    }),
  ),
  diagnostics: z.array(z.unknown()),
  outputs: z.record(z.string(), z.unknown()).optional(),
});

/** The deployments that the guide describes, and one with everything that can be given. */
function wholeDeployments(): readonly PredictedDeployment[] {
  const dev = parametersOf('dev');
  return [
    { name: 'ground', parameters: dev },
    { name: 'container-app', parameters: { ...dev, image, signInAppId } },
    { name: 'app-service', parameters: { ...dev, image, signInAppId, hosting: 'appService' } },
    { name: 'app-service-zip', parameters: { ...dev, zip: true, signInAppId, hosting: 'appService' } },
    {
      name: 'production',
      parameters: {
        ...parametersOf('prod'),
        image,
        signInAppId,
        desks,
        embeddingsUrl: 'https://contoso.openai.azure.com/openai/v1/embeddings',
        embeddingsModel: 'text-embedding-3-small',
        embeddingsKey: 'a key',
        alertEmail: 'operators@contoso.com',
        chatUrl: 'https://chat.contoso.com/?about={request}',
        contact: 'helpdesk@contoso.com',
        costCentre: '4711',
        deskPrivateHosts: 'desk.contoso.internal',
        moreAllowedTenants: ['55555555-5555-5555-5555-555555555555'],
        owner: 'it@contoso.com',
        webChatOrigins: ['https://contoso.sharepoint.com', 'https://intranet.contoso.com'],
      },
    },
  ];
}

/** Every way to choose where the bot runs, who it is, and what it is given: one deployment for each. */
function combinations(): readonly PredictedDeployment[] {
  const choices = {
    hosting: [
      ['containerApp', { hosting: 'containerApp' }],
      ['appService', { hosting: 'appService' }],
    ],
    image: [
      ['no image', {}],
      ['image', { image, signInAppId }],
      ['zip', { zip: true, signInAppId }],
    ],
    bot: [
      ['UserAssignedMSI', { botAppType: 'UserAssignedMSI' }],
      ['SingleTenant', { botAppType: 'SingleTenant', botAppId }],
    ],
    desks: [
      ['no desks', {}],
      ['desks', { desks }],
    ],
  } as const;
  let all: readonly PredictedDeployment[] = [{ name: '', parameters: parametersOf('dev') }];
  for (const choice of Object.values(choices))
    all = all.flatMap(({ name, parameters }) =>
      choice.map(([word, more]) => ({
        name: name === '' ? word : `${name}, ${word}`,
        parameters: { ...parameters, ...more },
      })),
    );
  return all;
}

/**
 * Has the engine evaluate main.json for every deployment, as Azure does before it makes anything.
 * Rejects with the engine's words when it refuses one.
 */
export async function predictAll(bicep: Bicep): Promise<Predictions> {
  const folder = mkdtempSync(join(tmpdir(), 'onetenant-templates-'));
  try {
    cpSync(template, join(folder, 'main.json'));
    const whole: Record<string, Prediction> = {};
    for (const one of wholeDeployments()) whole[one.name] = await predict(bicep, folder, one);
    const alike: Record<string, Likeness> = {};
    for (const one of combinations()) alike[one.name] = nearest(whole, await predict(bicep, folder, one));
    return { whole, combinations: alike };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function predict(bicep: Bicep, folder: string, { name, parameters }: PredictedDeployment): Promise<Prediction> {
  // The compiler reads a file once and keeps it, so each deployment has files of its own.
  const path = join(folder, `${name}.bicepparam`);
  const lines = Object.keys(parameters).map((each) => `param ${each} = loadJsonContent('${name}.json').${each}`);
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(parameters));
  writeFileSync(path, ["using 'main.json'", ...lines, ''].join('\n'));
  const refused = (because: string): Error => new Error(`${template} is refused (${name}): ${because}`);

  // The parameters first, because the engine says of a wrong one only that something is wrong.
  const { diagnostics: complaints } = await bicep('compileParams', { path, parameterOverrides: {} });
  const wrong = complaints.filter(({ level }) => level === 'Error').map(({ message }) => message);
  if (wrong.length > 0) throw refused(wrong.join(' '));
  const { snapshot } = await bicep('getSnapshot', { path, metadata: place }).catch((fault: unknown) => {
    throw refused(fault instanceof Error ? fault.message : String(fault));
  });
  const { predictedResources, diagnostics, outputs } = snapshotSchema.parse(JSON.parse(snapshot));
  if (diagnostics.length > 0) throw refused(JSON.stringify(diagnostics));

  const ids = predictedResources.map(({ id }) => id);
  const resources = predictedResources.map(({ id, type: _type, name: _name, tags, ...rest }, index) => [
    ids.indexOf(id) === index ? id : `${id}, once more`,
    tags === undefined
      ? rest
      : {
          ...rest,
          tags: sorted(tags)
            .map((one) => one.join('='))
            .join(', '),
        },
  ]);
  return z
    .object({
      resources: z.record(z.string(), z.record(z.string(), z.unknown())),
      outputs: z.record(z.string(), z.unknown()),
    })
    .parse(
      shortened({
        resources: Object.fromEntries(sorted(Object.fromEntries(resources))),
        outputs: Object.fromEntries(sorted(outputs ?? {})),
      }),
    );
}

/** The whole prediction that differs least, and in what. */
function nearest(whole: Readonly<Record<string, Prediction>>, prediction: Prediction): Likeness {
  const [closest] = Object.entries(whole)
    .map(([like, other]) => ({ like, but: differences(other, prediction) }))
    .sort((one, other) => Object.keys(one.but).length - Object.keys(other.but).length);
  if (closest === undefined) throw new Error('there is nothing to compare with');
  return closest;
}

/** Where `found` is not as `wanted`, as path and value; null where it has nothing. */
function differences(wanted: unknown, found: unknown, path = ''): Readonly<Record<string, unknown>> {
  if (isDeepStrictEqual(wanted, found)) return {};
  const [before, after] = [byName(wanted), byName(found)];
  if (before === null || after === null) return { [path]: found ?? null };
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.assign(
    {},
    ...keys.map((key) => differences(before[key], after[key], path === '' ? key : `${path} > ${key}`)),
  );
}

/** An object as it is, and a list of named things by their names; null for all else. */
function byName(value: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return value as Record<string, unknown>;
  const named = namedThings.safeParse(value);
  return named.success ? Object.fromEntries(named.data.map((one) => [one.name ?? one.key, one])) : null;
}

/** The entries of an object by their keys: the engine gives them in no order that it keeps. */
function sorted<T>(value: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Every text in a value, made short. */
function shortened(value: unknown): unknown {
  if (typeof value === 'string') return short(value);
  if (Array.isArray(value)) return value.map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [short(key), shortened(inside)]));
}

function short(text: string): string {
  if (text === readFileSync('deploymentTemplates/workbook.json', 'utf8')) return '<deploymentTemplates/workbook.json>';
  return text
    .replaceAll(`${group}/providers/`, '')
    .replaceAll(group, '<resource group>')
    .replaceAll(`/subscriptions/${place.subscriptionId}/providers/`, '')
    .replaceAll(place.subscriptionId, '<subscription>')
    .replaceAll(place.tenantId, '<tenant>');
}

function parametersOf(environment: string): Record<string, unknown> {
  const file = z
    .object({ parameters: z.record(z.string(), z.object({ value: z.unknown() })) })
    .parse(JSON.parse(readFileSync(`deploymentTemplates/parameters.${environment}.json`, 'utf8')));
  return Object.fromEntries(Object.entries(file.parameters).map(([name, { value }]) => [name, value]));
}
