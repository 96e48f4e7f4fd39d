import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Stands in for docker, podman, buildah and az: notes what it is asked, and answers as it is told to. */
interface Answer {
  readonly code: number;
  readonly says?: string;
}

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onetenant-push-'));
});

afterEach(() => rm(folder, { recursive: true }));

const ours = 'contoso.azurecr.io/onetenant:1.0.0';
const github = 'ghcr.io/contoso/onetenant:1.0.0';

test('Docker builds it for where it will run, and pushes it', async () => {
  await there('docker', {});

  const { code, said } = await push(github);

  expect(said).toContain(`It is there: ${github}`);
  expect(code).toBe(0);
  expect(await calls()).toEqual([
    'docker version --format {{.Server.Version}}',
    `docker build --platform linux/amd64 --tag ${github} .`,
    `docker push ${github}`,
  ]);
});

test('a Docker without its engine is passed over', async () => {
  await there('docker', { version: { code: 1, says: 'Cannot connect to the Docker daemon' } });
  await there('buildah', {});

  expect((await push(github)).code).toBe(0);
  expect((await calls()).slice(-2)).toEqual([
    `buildah build --platform linux/amd64 --format docker --tag ${github} .`,
    `buildah push ${github}`,
  ]);
});

test('with nothing that builds, it says what it looked for and what else there is', async () => {
  const { code, said } = await push(ours);

  expect(code).toBe(1);
  for (const words of ['docker version', 'podman info', 'buildah --version', 'az account show', 'npm run bundle:zip'])
    expect(said).toContain(words);
});

test('with nothing else, Azure builds for its own registries, and for no other', async () => {
  await there('az', {});

  expect((await push(ours)).code).toBe(0);
  expect((await calls()).at(-1)).toBe('az acr build --registry contoso --image onetenant:1.0.0 .');
  expect((await push(github)).said).toContain('Nothing here builds images');
});

test('when Azure refuses to build, it says why and what else there is', async () => {
  const says = '(TasksOperationsNotAllowed) ACR Tasks requests for the registry contoso are not permitted.';
  await there('az', { acr: { code: 1, says } });

  const { code, said } = await push(ours);

  expect(code).toBe(1);
  expect(said).toContain('Azure builds no images in this subscription');
  for (const words of ['Install Docker, Podman or buildah', 'workflow "image"', 'npm run bundle:zip'])
    expect(said).toContain(words);
});

test.each([
  ['docker', github, 'unauthorized: unauthenticated: User cannot be authenticated', 'docker login ghcr.io'],
  ['docker', github, 'denied: permission_denied: write_package', 'docker login ghcr.io'],
  ['docker', ours, 'unauthorized: authentication required', 'az acr login --name contoso'],
  [
    'podman',
    ours,
    'unable to retrieve auth token: invalid username/password: unauthorized',
    'podman login contoso.azurecr.io',
  ],
  ['docker', github, 'dial tcp: lookup ghcr.io: no such host', 'There is no answer from ghcr.io'],
  ['docker', github, 'disk quota exceeded', 'docker could not push'],
] as const)('%s that cannot push to %s because of "%s" is told', async (program, image, says, words) => {
  await there(program, { push: { code: 125, says } });

  const { code, said } = await push(image);

  expect(code).toBe(125);
  expect(said).toContain(words);
});

test('an image that cannot be built is not pushed', async () => {
  await there('docker', { build: { code: 2, says: 'npm error' } });

  const { code, said } = await push(github);

  expect(code).toBe(2);
  expect(said).toContain('npm error');
  expect((await calls()).filter((call) => call.startsWith('docker push'))).toEqual([]);
});

test.each([
  ['no name', 2, [], 'REGISTRY/NAME:TAG'],
  ['a name without a registry', 2, ['onetenant:1'], '"onetenant:1" names no image in a registry'],
  ['a name without a tag', 2, ['ghcr.io/contoso/onetenant'], 'names no image in a registry'],
  ['capitals, which registries refuse', 2, ['ghcr.io/Contoso/onetenant:1'], 'names no image in a registry'],
  ['an unknown builder', 2, [github, '--with', 'kaniko'], '--with takes docker, podman, buildah, azure.'],
  ['Azure for a registry elsewhere', 1, [github, '--with', 'azure'], 'Azure builds only for registries in Azure'],
  ['an unknown option', 2, [github, '--wit', 'docker'], "Unknown option '--wit'"],
])('%s is told', async (_case, exitCode, words, told) => {
  await there('docker', {});

  const { code, said } = await push(...words);

  expect(code).toBe(exitCode);
  expect(said).toContain(told);
  expect(await calls()).toEqual([]);
});

async function there(program: string, answers: Readonly<Record<string, Answer>>): Promise<void> {
  const cases = Object.entries(answers).map(
    ([word, { code, says = '' }]) => `  ${word}) echo '${says}' >&2; exit ${code} ;;`,
  );
  const lines = ['#!/bin/sh', `echo "${program} $*" >> '${join(folder, 'calls')}'`, 'case "$1" in', ...cases, 'esac'];
  await writeFile(join(folder, program), `${lines.join('\n')}\n`);
  await chmod(join(folder, program), 0o755);
}

async function calls(): Promise<readonly string[]> {
  const text = await readFile(join(folder, 'calls'), 'utf8').catch(() => '');
  return text.trim() === '' ? [] : text.trim().split('\n');
}

function push(...words: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise((done) => {
    const options = { env: { PATH: folder } };
    execFile(process.execPath, [resolve('scripts/push-image.ts'), ...words], options, (fault, stdout, stderr) => {
      done({ code: fault === null ? 0 : Number(fault.code), said: `${stdout}${stderr}` });
    });
  });
}
