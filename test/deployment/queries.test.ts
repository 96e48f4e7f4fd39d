import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { checker, describeWithCheckers } from './checkers.ts';
import { at, readPrediction, textsIn } from './template.ts';

/** The columns of a workspace's tables, as far as Microsoft's reference of Azure Monitor Logs names them for these tables. */
const everyTable =
  'TimeGenerated: datetime, Type: string, TenantId: string, SourceSystem: string, _ResourceId: string, _SubscriptionId: string';
const ofInsights =
  'AppRoleInstance: string, AppRoleName: string, AppVersion: string, DurationMs: real, Id: string, IKey: string, ItemCount: int, Measurements: dynamic, Name: string, OperationId: string, OperationName: string, ParentId: string, Properties: dynamic, ResultCode: string, SessionId: string, Success: bool, UserId: string';
const tables = {
  ContainerAppConsoleLogs:
    'ContainerAppName: string, ContainerGroupId: string, ContainerGroupName: string, ContainerId: string, ContainerImage: string, ContainerName: string, EnvironmentName: string, JobName: string, Location: string, Log: string, OperationName: string, RevisionName: string, Stream: string',
  AppServiceConsoleLogs:
    'Category: string, ContainerId: string, Host: string, Level: string, OperationName: string, ResultDescription: string',
  AppRequests: `${ofInsights}, Source: string, Url: string`,
  AppDependencies: `${ofInsights}, Data: string, DependencyType: string, Target: string`,
};

interface Query {
  readonly from: string;
  readonly text: string;
}

const alerts: readonly Query[] = ['container-app', 'app-service'].flatMap((name) =>
  Object.entries(readPrediction(name).resources)
    .filter(([id]) => id.startsWith('Microsoft.Insights/scheduledQueryRules/'))
    .map(([id, { properties }]) => ({
      from: `${name}: ${id.split('/').at(-1)}`,
      text: z.object({ query: z.string() }).parse(at(properties, 'criteria.allOf.0')).query,
    })),
);

const workbook: readonly Query[] = z
  .object({
    items: z.array(z.object({ name: z.string(), content: z.object({ query: z.string().optional() }) })),
  })
  .parse(JSON.parse(readFileSync('deploymentTemplates/workbook.json', 'utf8')))
  .items.flatMap(({ name, content: { query } }) =>
    query === undefined ? [] : [{ from: `workbook: ${name}`, text: query }],
  );

/** In the guides a query stands in a block of its own, or within a sentence. */
const guides: readonly Query[] = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .flatMap((file) =>
    [...readFileSync(`docs/${file}`, 'utf8').matchAll(/```kusto\n([\s\S]*?)```|`([A-Z]\w+ \| [^`]+)`/g)].map(
      ([, block, inline]) => ({ from: `docs/${file}`, text: (block ?? inline ?? '').trim() }),
    ),
  );

describeWithCheckers("by Kusto's own language service", () => {
  let complaintsOf: (query: string) => readonly string[];
  beforeAll(() => {
    complaintsOf = languageService();
  });

  test('every query is found', () => {
    const alertsOf = (host: string) => alerts.filter(({ from }) => from.startsWith(host)).length;
    expect(alertsOf('container-app')).toBeGreaterThanOrEqual(9);
    expect(alertsOf('app-service')).toBe(alertsOf('container-app'));
    expect(workbook.length).toBeGreaterThanOrEqual(15);
    expect(guides.length).toBeGreaterThanOrEqual(3);
    expect(textsIn(workbook).filter((text) => text.includes(' | '))).toHaveLength(workbook.length);
  });

  test.each([...alerts, ...workbook, ...guides])('a query is one that the workspace takes ($from)', ({ text }) => {
    expect(complaintsOf(text)).toEqual([]);
  });

  test.each([
    ['a column that no table has', 'ContainerAppConsoleLogs | where Message == "x"', 'KS142'],
    ['a table that is not there', 'ContainerAppConsoleLogs_CL | take 1', 'KS204'],
    ['a reserved word as a name', 'AppRequests | summarize count() by kind = Name', 'KS228'],
  ])('a query is refused for %s', (_what, text, code) => {
    expect(complaintsOf(text)).toEqual([expect.stringContaining(code)]);
  });
});

/** Every error and warning in a query, by code, place and message. */
function languageService(): (query: string) => readonly string[] {
  const { Kusto } = load();
  const { DatabaseSymbol, TableSymbol } = Kusto.Language.Symbols;
  const symbols = Object.entries(tables).map(
    ([name, columns]) => new TableSymbol.$ctor7(name, `(${everyTable}, ${columns})`, null),
  );
  const globals = Kusto.Language.GlobalState.Default.WithDatabase(new DatabaseSymbol.ctor('workspace', symbols));
  return (query) => {
    const found = Kusto.Language.KustoCode.ParseAndAnalyze(query, globals).GetDiagnostics();
    return Array.from({ length: found.Count }, (_, index) => found.getItem(index))
      .filter(({ Severity }) => Severity === 'Error' || Severity === 'Warning')
      .map(({ Code, Start, Message }) => `${Code} at ${Start}: ${Message}`);
  };
}

/** As much of the language service as is used here. */
interface LanguageService {
  readonly Kusto: {
    readonly Language: {
      readonly Symbols: {
        readonly TableSymbol: { readonly $ctor7: new (name: string, schema: string, description: null) => object };
        readonly DatabaseSymbol: { readonly ctor: new (name: string, members: readonly object[]) => object };
      };
      readonly GlobalState: { readonly Default: { WithDatabase(database: object): object } };
      readonly KustoCode: { ParseAndAnalyze(query: string, globals: object): { GetDiagnostics(): Diagnostics } };
    };
  };
}
interface Diagnostics {
  readonly Count: number;
  getItem(index: number): {
    readonly Code: string;
    readonly Severity: string;
    readonly Start: number;
    readonly Message: string;
  };
}

/** It is not a module: its two files put what they have into the global object. */
function load(): LanguageService {
  checker('@kusto/language-service-next/bridge.min.js');
  checker('@kusto/language-service-next/Kusto.Language.Bridge.min.js');
  return globalThis as unknown as LanguageService;
}
