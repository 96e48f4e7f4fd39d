import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { z } from 'zod';
import { type Metafile, packagesInBundle } from '../../scripts/third-parties/packages-in-bundle.ts';
import { bundleFolder } from './bundled-app.ts';

const billSchema = z.object({
  components: z.array(
    z.object({
      group: z.string().optional(),
      name: z.string(),
      version: z.string(),
      purl: z.string(),
      licenses: z.array(z.object({ license: z.object({ id: z.string() }) })),
      externalReferences: z.array(z.object({ url: z.url(), hashes: z.array(z.object({ content: z.string() })) })),
      components: z
        .array(z.object({ group: z.string().optional(), name: z.string(), version: z.string().optional() }))
        .optional(),
    }),
  ),
});

let folder: string;
let text: string;
let bill: z.infer<typeof billSchema>;
let licences: string;

beforeAll(async () => {
  folder = await bundleFolder();
  text = await readFile(join(folder, 'sbom.cdx.json'), 'utf8');
  bill = billSchema.parse(JSON.parse(text));
  licences = await readFile(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
});

test('the bill of materials is valid by the schema that CycloneDX publishes', async () => {
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);

  expect(await validator.validate(text)).toBeNull();
  expect(await validator.validate(text.replace('"library"', '"book"'))).not.toBeNull();
});

test('it names each package that has code in the bundle, Web Chat and TeamsJS, and nothing else', async () => {
  const named = bill.components.map(({ group, name, version }) => `${group ? `${group}/` : ''}${name} ${version}`);

  expect(named.sort()).toEqual([...(await packagesWithCode()), await webChat(), await teamsJs()].sort());
  expect(named.length).toBeGreaterThan(100);
});

test('it says of each where it comes from, and what has to come from there', async () => {
  const { packages } = z
    .object({ packages: z.record(z.string(), z.object({ integrity: z.string().optional() })) })
    .parse(JSON.parse(await readFile('package-lock.json', 'utf8')));
  const restify = bill.components.find(({ name }) => name === 'restify');
  const hash = Buffer.from(restify?.externalReferences[0]?.hashes[0]?.content ?? '', 'hex').toString('base64');

  expect(`sha512-${hash}`).toBe(packages['node_modules/restify']?.integrity);
  for (const { group, name, version, purl, externalReferences } of bill.components) {
    const scope = group === undefined ? '' : `${group}/`;
    expect(purl).toBe(`pkg:npm/${scope.replace('@', '%40')}${name}@${version}`);
    expect(externalReferences[0]?.url).toBe(`https://registry.npmjs.org/${scope}${name}/-/${name}-${version}.tgz`);
  }
});

test('of Web Chat it names what was bundled into it, with the licences', async () => {
  const inside = bill.components.find(({ name }) => name === 'botframework-webchat')?.components ?? [];
  const comments = await readFile(join(folder, 'webchat/library/webchat.js.LICENSE.txt'), 'utf8');
  // Those that the comments in its own sources name.
  const named = ['classnames', 'is-plain-object', 'ieee754', 'react-is'].filter((name) => comments.includes(name));
  const names = inside.map(({ group, name }) => (group === undefined ? name : `${group}/${name}`));

  expect(names).toEqual(expect.arrayContaining([...named, 'react', 'react-dom', 'adaptivecards', 'sanitize-html']));
  expect(named).toHaveLength(4);
  expect(names).not.toContain('botframework-webchat');
  for (const name of names) expect(licences).toMatch(new RegExp(`^${name}(?: [\\d.]+)? \\(.+\\): Copyright`, 'im'));
  for (const text of ['Redistributions in binary form', 'Apache License', comments.trim()])
    expect(licences).toContain(text);
});

test('the licence of each is there, word for word', async () => {
  for (const { group, name, version, licenses } of bill.components) {
    const title = `${group ? `${group}/` : ''}${name} ${version} (${licenses[0]?.license.id})`;
    const [, after = ''] = licences.split(`\n${title}\n`);
    // The text stands below the names of all that it holds for.
    const section = `\n${after}`.split(/\n-{80}\n/)[1] ?? '';
    expect([title, section.length > 300, /copyright|apache license/i.test(section)]).toEqual([title, true, true]);
  }
});

describe('a package is not shipped', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'onetenant-shipped-'));
  });

  afterEach(() => rm(root, { recursive: true }));

  test.each([
    [
      'under a licence that nobody has allowed',
      { license: 'GPL-3.0-only' },
      'nobody has allowed its licence, "GPL-3.0-only"',
    ],
    ['under one of two licences', { license: '(MIT OR GPL-3.0-only)' }, 'nobody has allowed its licence'],
    ['without a licence', {}, 'it names no licence'],
  ])('%s', async (_case, more, fault) => {
    await install(more, { LICENSE: 'Copyright. '.repeat(100) });

    expect(() => packagesInBundle(root, bundleOf('index.js'))).toThrow(`a-package 1.2.3: ${fault}`);
  });

  test.each([
    ['without the text of its licence', {}],
    ['with a read-me that only names its licence', { 'README.md': '# A package\n\n## License\n\nMIT\n' }],
    ['with a notice and no licence', { NOTICE: 'Copyright. '.repeat(100) }],
  ])('%s', async (_case, files) => {
    await install({ license: 'MIT' }, files);

    expect(() => packagesInBundle(root, bundleOf('index.js'))).toThrow(
      'a-package 1.2.3: it brings no text of its licence',
    );
  });

  test('when the lockfile does not know it', async () => {
    await install({ license: 'MIT' }, { LICENSE: 'Copyright. '.repeat(100) });
    await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages: {} }));

    expect(() => packagesInBundle(root, bundleOf('index.js'))).toThrow('a-package: package-lock.json does not say');
  });

  test('and does not count when no byte of it is in the bundle', async () => {
    await install({ license: 'GPL-3.0-only' }, {});

    expect(packagesInBundle(root, bundleOf('index.js', 0))).toEqual([]);
  });

  test('and may have its licence in its read-me', async () => {
    const licence = `## License\n\nThe MIT License\n\n${'Permission is hereby granted. '.repeat(20)}`;
    await install({ license: 'MIT' }, { 'README.md': `# A package\n\n${licence}\n\n## Bugs\n\nTell us.\n` });

    expect(packagesInBundle(root, bundleOf('index.js'))).toEqual([
      { name: 'a-package', version: '1.2.3', integrity: 'sha512-abc', licence: { id: 'MIT', text: licence.trim() } },
    ]);
  });

  async function install(manifest: object, files: Readonly<Record<string, string>>): Promise<void> {
    const home = join(root, 'node_modules/a-package');
    await mkdir(home, { recursive: true });
    await writeFile(join(home, 'package.json'), JSON.stringify({ name: 'a-package', version: '1.2.3', ...manifest }));
    for (const [name, content] of Object.entries(files)) await writeFile(join(home, name), content);
    const packages = { 'node_modules/a-package': { version: '1.2.3', integrity: 'sha512-abc' } };
    await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages }));
  }

  function bundleOf(file: string, bytesInOutput = 10): Metafile {
    return {
      outputs: { 'parts/onetenant.mjs': { inputs: { [`node_modules/a-package/${file}`]: { bytesInOutput } } } },
    };
  }
});

/** Read from the bundle and from the packages themselves, by another way than the build does. */
async function packagesWithCode(): Promise<readonly string[]> {
  const { outputs } = JSON.parse(await readFile(join(folder, 'onetenant.meta.json'), 'utf8')) as Metafile;
  const found = new Set<string>();
  for (const { inputs } of Object.values(outputs))
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const home = /^(.*node_modules\/(@[^/]+\/)?[^/@:]+)\/[^:]*$/.exec(path)?.[1];
      if (home !== undefined && bytesInOutput > 0) found.add(await nameAndVersion(home));
    }
  return [...found];
}

/** Its file says by itself which release it is. */
async function webChat(): Promise<string> {
  const file = await readFile(join(folder, 'webchat/library/webchat.js'), 'utf8');
  return `botframework-webchat ${/botframework-webchat:bundle:version[^0-9]{1,40}([\d.]+)/.exec(file)?.[1]}`;
}

/** The version that the bill names, if the file says it is that. */
async function teamsJs(): Promise<string> {
  const file = await readFile(join(folder, 'webchat/library/MicrosoftTeams.min.js'), 'utf8');
  const named = bill.components.find(({ name }) => name === 'teams-js')?.version;
  return `@microsoft/teams-js ${file.includes(`="${named}"`) ? named : 'of another version'}`;
}

async function nameAndVersion(home: string): Promise<string> {
  const { name, version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as Record<string, string>;
  return `${name} ${version}`;
}
