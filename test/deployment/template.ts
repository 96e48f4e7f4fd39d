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

export type Template = z.infer<typeof template>;
export type Resource = z.infer<typeof resource>;

export function readTemplate(): Template {
  return template.parse(readJson('deploymentTemplates/main.json'));
}

export function readParameterFile(environment: string): Readonly<Record<string, { readonly value: unknown }>> {
  return parameterFile.parse(readJson(`deploymentTemplates/parameters.${environment}.json`)).parameters;
}

/** What a reader of the Bicep file finds, by its first lines alone. */
export interface BicepOutline {
  readonly parameters: readonly string[];
  readonly variables: readonly string[];
  readonly resources: readonly string[];
  readonly outputs: readonly string[];
  readonly text: string;
}

export function readBicep(): BicepOutline {
  const text = readFileSync('deploymentTemplates/main.bicep', 'utf8');
  const all = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  return {
    text,
    parameters: all(/^param (\w+) /gm),
    variables: all(/^var (\w+) = /gm),
    resources: all(/^resource \w+ '([^']+)' = /gm),
    outputs: all(/^output (\w+) /gm),
  };
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

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
