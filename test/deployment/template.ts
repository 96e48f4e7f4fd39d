import { readFileSync } from 'node:fs';
import { z } from 'zod';

const resource = z.looseObject({
  type: z.string(),
  apiVersion: z.string(),
  name: z.string(),
  condition: z.string().optional(),
  scope: z.string().optional(),
  dependsOn: z.array(z.string()).default([]),
  tags: z.unknown().optional(),
  properties: z.unknown().optional(),
});
const parameter = z.looseObject({
  type: z.string(),
  defaultValue: z.unknown().optional(),
  allowedValues: z.array(z.string()).optional(),
  minValue: z.number().optional(),
  maxValue: z.number().optional(),
  metadata: z.object({ description: z.string() }),
});
const template = z.object({
  parameters: z.record(z.string(), parameter),
  variables: z.record(z.string(), z.unknown()),
  resources: z.array(resource),
  outputs: z.record(z.string(), z.object({ type: z.string(), value: z.string() })),
});
const parameterFile = z.object({ parameters: z.record(z.string(), z.object({ value: z.unknown() })) });

type Template = z.infer<typeof template>;
export type Resource = z.infer<typeof resource>;

export function readTemplate(): Template {
  return template.parse(readJson('deploymentTemplates/main.json'));
}

export function readParameterFile(environment: string): Readonly<Record<string, { readonly value: unknown }>> {
  return parameterFile.parse(readJson(`deploymentTemplates/parameters.${environment}.json`)).parameters;
}

const prediction = z.object({
  resources: z.record(z.string(), z.record(z.string(), z.unknown())),
  outputs: z.record(z.string(), z.unknown()),
});

/** What Azure would make, as `npm run templates` wrote it down: resources by their type and name. */
export function readPrediction(name: string): z.infer<typeof prediction> {
  return prediction.parse(readJson(`deploymentTemplates/predicted/${name}.json`));
}

/** The value at a path such as `siteConfig.minTlsVersion`; undefined when there is none. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inside, key) => {
    if (typeof inside !== 'object' || inside === null) return undefined;
    return (inside as Record<string, unknown>)[key];
  }, value);
}

/** Every text in a value, however deep. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
