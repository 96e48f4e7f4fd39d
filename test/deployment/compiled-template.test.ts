import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bicep } from 'bicep-node';
import { compile, findCompiler, withCompiler } from '../../scripts/bicep-compiler.ts';
import { type Predictions, predictAll } from '../../scripts/predicted-resources.ts';
import { readJson, readPrediction } from './template.ts';

jest.setTimeout(300_000);

const compiler = findCompiler(process.env);
if (compiler === null)
  process.stderr.write('No Bicep compiler here, so nothing is compiled and evaluated: see docs/deploy.md.\n');
const describeWithCompiler = compiler === null ? describe.skip : describe;
const compiling = <T>(work: (bicep: Bicep) => Promise<T>): Promise<T> => withCompiler(compiler ?? '', work);

describeWithCompiler('by the compiler', () => {
  test('main.bicep has neither an error nor a warning, and main.json is what becomes of it', async () => {
    const { text, complaints } = await compiling((bicep) => compile(bicep, 'deploymentTemplates/main.bicep'));

    expect(complaints).toEqual([]);
    // Each release of the compiler leaves a mark of its own.
    const { metadata: _mark, ...compiled } = JSON.parse(text ?? '{}');
    const { metadata: _ours, ...committed } = readJson('deploymentTemplates/main.json') as Record<string, unknown>;
    expect(committed).toEqual(compiled);
  });

  test('a source with a fault is told with its place, and makes nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onetenant-bicep-'));
    const path = join(folder, 'main.bicep');
    writeFileSync(path, "param unused string = ''\nparam text string = 4\n");

    const { text, complaints } = await compiling((bicep) => compile(bicep, path));

    rmSync(folder, { recursive: true });
    expect(text).toBeNull();
    expect(complaints).toEqual([
      expect.stringMatching(/main\.bicep\(1,7\): Warning no-unused-params: /),
      expect.stringMatching(/main\.bicep\(2,7\): Warning no-unused-params: /),
      expect.stringMatching(/main\.bicep\(2,21\): Error BCP033: /),
    ]);
  });
});

describeWithCompiler('the deployment engine', () => {
  let predictions: Predictions;
  beforeAll(async () => {
    predictions = await compiling(predictAll);
  });

  const files = readdirSync('deploymentTemplates/predicted').map((file) => file.replace(/\.json$/, ''));

  test('makes the deployments that are written down, and no others', () => {
    expect(files.filter((name) => name !== 'combinations').sort()).toEqual(Object.keys(predictions.whole).sort());
  });

  test.each(files.filter((name) => name !== 'combinations'))('makes of %s what is written down', (name) => {
    expect(predictions.whole[name]).toEqual(readPrediction(name));
  });

  test('takes both hosts, with an image, a zip and neither, both kinds of bot, with and without desks', () => {
    expect(Object.keys(predictions.combinations)).toHaveLength(24);
    expect(predictions.combinations).toEqual(readJson('deploymentTemplates/predicted/combinations.json'));
  });
});

describe('the compiler is looked for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onetenant-path-'));
  const name = process.platform === 'win32' ? 'bicep.exe' : 'bicep';
  writeFileSync(join(folder, name), '');
  afterAll(() => rmSync(folder, { recursive: true }));

  test('on the PATH', () => {
    expect(findCompiler({ PATH: folder })).toBe(join(folder, name));
  });

  test('where BICEP says, as a path or as a name', () => {
    expect(findCompiler({ PATH: '/nowhere', BICEP: join(folder, name) })).toBe(join(folder, name));
    expect(findCompiler({ PATH: folder, BICEP: name })).toBe(join(folder, name));
  });

  test('nowhere else when BICEP names one that is not there', () => {
    expect(() => findCompiler({ PATH: folder, BICEP: 'no-such-bicep' })).toThrow(
      'BICEP names no-such-bicep, and there is no such program.',
    );
  });
});
