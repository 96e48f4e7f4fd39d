import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Bicep, compile, findCompiler, withCompiler } from '../../scripts/bicep-compiler.ts';
import { type Predictions, predictAll } from '../../scripts/predicted-resources.ts';
import { readJson, readPrediction, readTemplate, textsIn } from './template.ts';

jest.setTimeout(300_000);

const compiler = findCompiler(process.env);
if (compiler === null)
  process.stderr.write('No Bicep compiler here, so nothing is compiled and evaluated: see docs/deploy.md.\n');

(compiler === null ? describe.skip : describe)('the templates', () => {
  let bicep: Bicep;
  let release: (value?: undefined) => void;
  let ended: Promise<unknown>;
  // One for all tests: a start takes longer than all that is asked.
  beforeAll(
    () =>
      new Promise<void>((started, failed) => {
        ended = withCompiler(compiler ?? '', (running) => {
          bicep = running;
          started();
          return new Promise((resolve) => {
            release = resolve;
          });
        });
        ended.catch(failed);
      }),
  );
  afterAll(async () => {
    release();
    await ended;
  });

  describe('by the compiler', () => {
    test('main.bicep has neither an error nor a warning, and main.json is what becomes of it', async () => {
      const { text, complaints } = await compile(bicep, 'deploymentTemplates/main.bicep');

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

      const { text, complaints } = await compile(bicep, path);

      rmSync(folder, { recursive: true });
      expect(text).toBeNull();
      expect(complaints).toEqual([
        expect.stringMatching(/main\.bicep\(1,7\): Warning no-unused-params: /),
        expect.stringMatching(/main\.bicep\(2,7\): Warning no-unused-params: /),
        expect.stringMatching(/main\.bicep\(2,21\): Error BCP033: /),
      ]);
    });
  });

  describe('the deployment engine', () => {
    let predictions: Predictions;
    beforeAll(async () => {
      predictions = await predictAll(bicep);
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

  describe('the key of the chat window', () => {
    const expressions = textsIn(readTemplate().resources).filter((text) => text.includes('listChannelWithKeys'));
    const call = /listChannelWithKeys\(resourceId\('[^']+', variables\('botName'\), 'DirectLineChannel'\), '[\d-]+'\)/g;

    test('is asked for in the same words by both hosts', () => {
      expect(expressions).toHaveLength(2);
      expect(new Set(expressions).size).toBe(1);
    });

    test.each([
      ['of our site, when that is the only one', ['intranet']],
      ['of our site, when Direct Line made one of its own before', ['Default Site', 'intranet']],
      ['of our site, when Direct Line made one of its own after', ['intranet', 'Default Site']],
      ['of the only site, when Direct Line gave it another name', ['Default Site']],
    ])('is the one %s', async (_case, sites) => {
      const answer = { setting: { sites: sites.map((siteName) => ({ siteName, key: `key of ${siteName}` })) } };
      const wanted = sites.includes('intranet') ? 'intranet' : sites[0];

      const { key } = await evaluate(bicep, (expressions[0] ?? '').replaceAll(call, "parameters('answer')"), answer);

      expect(key).toBe(`key of ${wanted}`);
    });
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

  test('and refused in a sentence when it is another program', async () => {
    await expect(withCompiler(process.execPath, (bicep) => bicep('version', {}))).rejects.toThrow(
      /ended with code \d+; it must be Bicep 0\.36\.1 or newer\.$/,
    );
  });

  test('nowhere else when BICEP names one that is not there', () => {
    expect(() => findCompiler({ PATH: folder, BICEP: 'no-such-bicep' })).toThrow(
      'BICEP names no-such-bicep, and there is no such program.',
    );
  });
});

/** What the engine makes of an expression of a template, given what Azure would answer. */
async function evaluate(bicep: Bicep, expression: string, answer: unknown): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'onetenant-expression-'));
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: { answer: { type: 'object' } },
    resources: [],
    outputs: { key: { type: 'string', value: expression } },
  };
  writeFileSync(join(folder, 'main.json'), JSON.stringify(template));
  writeFileSync(join(folder, 'answer.json'), JSON.stringify(answer));
  writeFileSync(join(folder, 'main.bicepparam'), "using 'main.json'\nparam answer = loadJsonContent('answer.json')\n");
  const { snapshot } = await bicep('getSnapshot', { path: join(folder, 'main.bicepparam'), metadata: {} });
  rmSync(folder, { recursive: true });
  return z.object({ outputs: z.record(z.string(), z.unknown()) }).parse(JSON.parse(snapshot)).outputs;
}
