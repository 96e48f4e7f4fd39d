import { globSync, readFileSync } from 'node:fs';
import { type MetricName, metrics, type Telling, tellings } from '../../src/adapters/telemetry/tellings.ts';
import { carryOver } from '../../src/bot/record/record-migrations.ts';
import { commandLine } from '../../src/config/command-line.ts';
import { envExample } from '../../src/config/settings.ts';
import { countOf } from '../../src/domain/count-of.ts';
import type { Json } from '../../src/ports/document-store.ts';

/**
 * Names each place that an event, a setting or a fact still lacks, by what the sources say. Run by `npm run missing`; exits 1 when
 * something is missing. Each has one home, and the list follows from it: `JournalEvent`, the schema of the settings, `Facts`.
 */
commandLine({
  about: 'Names each place that an event of the log, a setting or a fact still lacks.',
  call: 'npm run missing',
});

const sources = readAll('{src,dialogs,cards}/**/*.ts');
const bicep = read('deploymentTemplates/main.bicep');
const missing = [...missingOfEvents(), ...missingOfSettings(), ...missingOfFacts()];
for (const line of missing) console.error(line);
console.log(`missing: ${countOf(missing.length, 'place')}`);
process.exitCode = missing.length === 0 ? 0 : 1;

function missingOfEvents(): readonly string[] {
  const home = 'src/ports/journal.ts';
  const fieldsOf = new Map(
    [...read(home).matchAll(/\{\s*readonly event: '([^']+)'([^}]*)\}/g)].map(
      ([, name = '', rest = '']) =>
        [name, [...rest.matchAll(/readonly (\w+):/g)].map(([, field = '']) => field)] as const,
    ),
  );
  const page = read('docs/errors.md').split('\n## Events in the log\n')[1] ?? '';
  const rows = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name);
  const noted = textOf(sources, (file) => file !== home && file !== 'src/adapters/telemetry/tellings.ts');
  return [
    ...[...fieldsOf.keys()].flatMap((name) =>
      lacking(`event ${name}`, [
        [name in tellings, 'a line in src/adapters/telemetry/tellings.ts'],
        [noted.includes(`event: '${name}'`), 'code that notes it'],
        [rows.includes(name), 'a row in docs/errors.md'],
      ]),
    ),
    ...rows.filter((name) => !fieldsOf.has(name)).map((name) => `docs/errors.md: no event is called ${name}`),
    ...queries().flatMap(([place, query]) => strangersIn(query, fieldsOf).map((what) => `${place}: ${what}`)),
    ...missingOfMetrics(),
  ];
}

/** The queries of the workbook and of the alerts, each with its place. */
function queries(): readonly (readonly [string, string])[] {
  const workbook = read('deploymentTemplates/workbook.json');
  const { variables } = JSON.parse(read('deploymentTemplates/main.json')) as { variables: { workbookText: string } };
  const items = JSON.parse(workbook) as { items: { name: string; content: { query?: string } }[] };
  return [
    ...items.items.map(({ name, content }) => [`workbook.json, ${name}`, content.query ?? ''] as const),
    ...[...bicep.matchAll(/query: '(.*)'/g)].map(([, query = '']) => ['main.bicep', query] as const),
    ...(variables.workbookText === workbook ? [] : [['main.json', 'stale'] as const]),
  ];
}

/** What a query of the log asks for that no event has. */
function strangersIn(query: string, fieldsOf: ReadonlyMap<string, readonly string[]>): readonly string[] {
  if (query === 'stale') return ['does not have this workbook.json; run npm run templates'];
  if (!query.includes('entry.event')) return [];
  const named = [...query.matchAll(/"([a-z-]+\.[a-z-]+)"/g)].map(([, name = '']) => name);
  const fields = named.flatMap((name) => fieldsOf.get(name) ?? []);
  const asked = [...query.matchAll(/entry\.(\w+)/g)]
    .map(([, field = '']) => field)
    .filter((field) => field !== 'event');
  return [
    ...named.filter((name) => !fieldsOf.has(name)).map((name) => `no event is called ${name}`),
    ...asked.filter((field) => !fields.includes(field)).map((field) => `its events have no ${field}`),
  ];
}

function missingOfMetrics(): readonly string[] {
  const page = read('docs/operations.md');
  const rows = new Map(
    [...page.matchAll(/^\| `(onetenant\.[\w.]+)`(?: \(ms\))? \| (.*?) ?\|$/gm)].map(([, name = '', labels = '']) => [
      name,
      labels
        .replace(/\(.*?\)|:.*/g, '')
        .split(',')
        .map((label) => label.trim())
        .filter((label) => label !== '')
        .sort()
        .join(', '),
    ]),
  );
  const names = Object.keys(metrics) as MetricName[];
  const attributes = Object.values<Telling>(tellings).flatMap(({ traced }) =>
    traced?.on === 'turn' ? Object.keys(traced.as).filter((name) => name.startsWith('onetenant.')) : [],
  );
  return [
    ...names.flatMap((name) =>
      lacking(`metric ${name}`, [
        [rows.has(name), 'a row in docs/operations.md'],
        [
          (rows.get(name) ?? '') === metricLabels(name).join(', '),
          `its labels in docs/operations.md: ${metricLabels(name)}`,
        ],
        [
          Object.values<Telling>(tellings).some((one) => one.measures?.some(({ metric }) => metric === name)),
          'an event',
        ],
      ]),
    ),
    ...[...rows.keys()]
      .filter((name) => name !== 'onetenant.events' && !(name in metrics))
      .map((name) => `docs/operations.md: no metric is called ${name}`),
    ...[...new Set(attributes)].flatMap((name) =>
      lacking(`attribute ${name}`, [[page.includes(`\`${name}\``), 'its name under Traces in docs/operations.md']]),
    ),
  ];
}

/** The labels of a metric, from every event that adds to it. */
function metricLabels(metric: MetricName): readonly string[] {
  const adding = Object.values<Telling>(tellings).flatMap(({ measures = [] }) =>
    measures.filter((one) => one.metric === metric),
  );
  return [...new Set(adding.flatMap(({ by = [], with: fixed = {} }) => [...by, ...Object.keys(fixed)]))].sort();
}

function missingOfSettings(): readonly string[] {
  const example = read('.env.example');
  const guide = read('docs/deploy.md');
  const readers = textOf(sources, (file) => file !== 'src/config/settings.ts');
  return namesIn(envExample()).flatMap((name) => {
    const times = bicep.split(`name: '${name}'`).length - 1;
    const isExplained = guide.includes(`\`${name}\``);
    return lacking(`setting ${name}`, [
      [namesIn(example).includes(name), 'its lines in .env.example; run npm run env'],
      [new RegExp(`\\b${name}\\b`).test(readers), 'code that reads it'],
      [times > 0 || isExplained, 'a value in deploymentTemplates/main.bicep, or in docs/deploy.md why not'],
      [times !== 1 || isExplained, 'a value for the other host in deploymentTemplates/main.bicep'],
      [times === 0 || read('deploymentTemplates/main.json').includes(`"${name}"`), 'main.json; run npm run templates'],
    ]);
  });
}

function namesIn(example: string): readonly string[] {
  return [...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name = '']) => name);
}

function missingOfFacts(): readonly string[] {
  const home = 'src/domain/facts.ts';
  const [, body = ''] = /export interface Facts \{([\s\S]*?)\n\}/.exec(read(home)) ?? [];
  const older = globSync('test/bot/record/snapshots/*.json').flatMap((file) =>
    factsIn(carryOver((JSON.parse(read(file)) as { value: Json }).value)),
  );
  if (older.length === 0) throw new Error('No kept record in test/bot/record/snapshots has facts.');
  const laws = read('test/domain/laws.test.ts');
  const [, anyFacts = ''] = /const anyFacts[\s\S]*?\{([\s\S]*?)\n\}\);/.exec(laws) ?? [];
  const reading = textOf(sources, (file) => file.startsWith('src/adapters/'));
  const rules = textOf(sources, (file) => /^src\/domain\/(?!facts|one-form)/.test(file));
  return [...body.matchAll(/readonly (\w+): (.*);/g)].flatMap(([, name = '', type = '']) => {
    const isNamedIn = (text: string): boolean => new RegExp(`\\b${name}\\b`).test(text);
    return lacking(`fact ${name}`, [
      [isNamedIn(reading), 'the reading of it in src/adapters'],
      [!type.startsWith('Known<readonly') || isNamedIn(read('src/domain/one-form.ts')), 'src/domain/one-form.ts'],
      [isNamedIn(rules), 'a rule in src/domain that uses it'],
      [older.every((facts) => name in facts), 'its place in src/bot/record/record-migrations.ts'],
      [isNamedIn(read('test/builders/facts.ts')), 'test/builders/facts.ts'],
      [new RegExp(`^  ${name}: `, 'm').test(anyFacts), 'anyFacts in test/domain/laws.test.ts'],
    ]);
  });
}

/** The facts of a stored conversation, wherever in it they are. */
function factsIn(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('readAt' in value && 'identity' in value) return [value];
  return Object.values(value).flatMap(factsIn);
}

/** One line for each place that is not there. */
function lacking(what: string, places: readonly (readonly [boolean, string])[]): readonly string[] {
  return places.flatMap(([isThere, place]) => (isThere ? [] : [`${what} lacks ${place}`]));
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}

function readAll(pattern: string): ReadonlyMap<string, string> {
  return new Map(globSync(pattern).map((file) => [file.replaceAll('\\', '/'), read(file)]));
}

function textOf(files: ReadonlyMap<string, string>, isMeant: (file: string) => boolean): string {
  return [...files].flatMap(([file, text]) => (isMeant(file) ? [text] : [])).join('\n');
}
