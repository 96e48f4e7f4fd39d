import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { commandLine } from '../src/config/command-line.ts';

/** Builds the image and pushes it to a registry, with whatever builder is available. */

const builders = ['docker', 'podman', 'buildah', 'azure'] as const;
type Builder = (typeof builders)[number];

/** The only platform that Container Apps and App Service run. A Mac would otherwise build for itself. */
const platform = 'linux/amd64';

/** How to check that a builder works: its program is there, and its backend responds. */
const works: Readonly<Record<Builder, readonly string[]>> = {
  // The CLI alone builds nothing: it needs an engine, which may not be running.
  docker: ['docker', 'version', '--format', '{{.Server.Version}}'],
  podman: ['podman', 'info'],
  buildah: ['buildah', '--version'],
  azure: ['az', 'account', 'show'],
};

interface Image {
  /** The full reference for every builder: registry, name and tag. */
  readonly reference: string;
  readonly registry: string;
  /** Without the registry. */
  readonly nameAndTag: string;
  /** The name of a registry in Azure. */
  readonly azureName: string | null;
}

async function main(): Promise<number> {
  const { values, words, misused } = commandLine({
    about: 'Builds the image and puts it into a registry, such as ghcr.io/contoso/onetenant:1.0.0.',
    call: 'npm run image:push -- REGISTRY/NAME:TAG [options]',
    options: {
      with: {
        type: 'string',
        value: 'BUILDER',
        about: `what builds it: ${builders.join(', ')}; azure is ACR Tasks, for registries in Azure, which free and trial subscriptions do not have (default: the first that works here)`,
      },
    },
    mostWords: 1,
  });
  const [reference] = words;
  if (reference === undefined) return misused('There is no name for the image.');
  const image = imageOf(reference);
  if (image === null)
    return misused(
      `"${reference}" names no image in a registry: it takes the registry, a name in small letters, and a tag.`,
    );
  if (values.with !== undefined && !builders.some((one) => one === values.with))
    return misused(`--with takes ${builders.join(', ')}.`);
  const builder = builderFor(image, values.with);
  if (typeof builder !== 'string') {
    say(builder.fault);
    return 1;
  }
  say(`Building ${image.reference} with ${builder}.`);
  if (builder === 'azure') return buildInAzure(image);
  // Only Docker's own image format supports health checks.
  const format = builder === 'docker' ? [] : ['--format', 'docker'];
  const built = await run(builder, ['build', '--platform', platform, ...format, '--tag', image.reference, '.']);
  if (built.code !== 0) {
    say(`\n${builder} could not build the image; what it said last is above.`);
    return built.code;
  }
  const pushed = await run(builder, ['push', image.reference]);
  if (pushed.code === 0) say(`\nIt is there: ${image.reference}`);
  else say(`\n${whyNotPushed(image, builder, pushed.said)}`);
  return pushed.code;
}

/** Registries are host names; anything else at the start would be a name on Docker Hub. */
function imageOf(reference: string): Image | null {
  const parts = /^((?:[a-z0-9-]+\.)+[a-z0-9-]+(?::\d+)?|localhost(?::\d+)?)\/([a-z0-9._/-]+:[\w.-]+)$/.exec(reference);
  const [, registry, nameAndTag] = parts ?? [];
  if (registry === undefined || nameAndTag === undefined) return null;
  const azureName = /^([a-z0-9]+)(?:-[a-z0-9]+)?\.azurecr\.(?:io|us|cn)$/.exec(registry)?.[1] ?? null;
  return { reference, registry, nameAndTag, azureName };
}

function builderFor({ azureName }: Image, asked: string | undefined): Builder | { readonly fault: string } {
  const known = builders.find((one) => one === asked);
  if (known === 'azure' && azureName === null)
    return { fault: 'Azure builds only for registries in Azure (<name>.azurecr.io).' };
  const possible = builders.filter((one) => one === (known ?? one) && (one !== 'azure' || azureName !== null));
  const found = possible.find(isThere);
  if (found !== undefined) return found;
  const tried = possible.map((one) => `${works[one].join(' ')}`).join('\n  ');
  return {
    fault: `Nothing here builds images. None of these works:\n  ${tried}\n${otherWays('Install Docker or Podman, or start it; on Linux, buildah will do.')}`,
  };
}

function isThere(builder: Builder): boolean {
  const [program = '', ...words] = works[builder];
  const { status } = spawnSync(program, words, { stdio: 'ignore', timeout: 30_000, shell: onWindows(program) });
  return status === 0;
}

/** ACR Tasks: uploads the sources to Azure, which builds the image in the registry. */
async function buildInAzure({ azureName, nameAndTag, reference }: Image): Promise<number> {
  const { code, said } = await run('az', ['acr', 'build', '--registry', azureName ?? '', '--image', nameAndTag, '.']);
  if (code === 0) say(`\nIt is there: ${reference}`);
  else if (said.includes('TasksOperationsNotAllowed'))
    say(
      `\nAzure builds no images in this subscription (TasksOperationsNotAllowed): free and trial credit does not include it. The registry itself takes images.\n${otherWays('Install Docker, Podman or buildah here, and run this again.')}`,
    );
  else say('\nAzure could not build the image; what it said last is above.');
  return code;
}

function otherWays(first: string): string {
  return [
    'What you can do:',
    `- ${first}`,
    '- Let GitHub build it: run the workflow "image" (docs/deploy.md, step 4).',
    '- Use App Service without an image: npm run bundle:zip (docs/deploy.md, step 4).',
  ].join('\n');
}

function whyNotPushed({ registry, azureName, reference }: Image, builder: Builder, said: string): string {
  if (
    /unauthorized|authentication required|no basic auth|access (?:to the resource )?is denied|denied|forbidden/i.test(
      said,
    )
  )
    return [
      `${registry} does not let you put an image there: you are not signed in, or not allowed to. It is built and stays here; sign in, and run this again:`,
      azureName === null || builder === 'docker'
        ? `  ${azureName === null ? `${builder} login ${registry}` : `az acr login --name ${azureName}`}`
        : `  az acr login --name ${azureName} --expose-token --query accessToken --output tsv | ${builder} login ${registry} --username 00000000-0000-0000-0000-000000000000 --password-stdin`,
    ].join('\n');
  if (/no such host|could not resolve|lookup .* on|connection refused|i\/o timeout/i.test(said))
    return `There is no answer from ${registry}. Is its name right, and does this network let you reach it?`;
  return `${builder} could not push ${reference}; what it said last is above.`;
}

/** Shows the program's output while it runs, and returns the end of it. */
async function run(
  program: string,
  words: readonly string[],
): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: ['inherit', 'pipe', 'pipe'], shell: onWindows(program) });
    let said = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const)
      from.on('data', (chunk: Buffer) => {
        to.write(chunk);
        said = (said + chunk.toString()).slice(-20_000);
      });
    child.once('error', ({ message }) => resolve({ code: 1, said: message }));
    child.once('close', (code, signal) =>
      resolve({ code: code ?? 128 + (signal ? constants.signals[signal] : 0), said }),
    );
  });
}

/** The Azure CLI is a batch file on Windows, which only a shell can start. */
function onWindows(program: string): boolean {
  return program === 'az' && process.platform === 'win32';
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

process.exitCode = await main();
