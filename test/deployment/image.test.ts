import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { freePort } from '../builders/free-port.ts';
import { Chat } from '../conversations/chat.ts';
import { type BuiltImage, buildImage, whyNoImage } from './built-image.ts';
import { stagesOf } from './dockerfile.ts';

/** Minutes, and the registry of packages: in `npm run test:long` only. */
const whyNot = process.env.BUILD_IMAGE === '1' ? whyNoImage() : '`npm run test:long -- image` builds it';
const describeIf = whyNot === null ? describe : describe.skip;

describeIf(`the image, built from a clean clone${whyNot === null ? '' : ` (${whyNot})`}`, () => {
  let image: BuiltImage;

  beforeAll(async () => {
    const [build] = stagesOf(await readFile('Dockerfile', 'utf8'));
    image = await buildImage(build?.base ?? '');
  });

  afterAll(() => image.remove());

  test('runs as an ordinary user who can write nothing but the data', async () => {
    expect(await said(image.start(['id', '-u']))).toBe('1000');
    expect(await said(image.start(['sh', '-c', 'touch /app/x || touch /x || touch /tmp/x || echo none']))).toBe('none');
    expect(await said(image.start(['sh', '-c', 'touch /data/x && rm /data/x && echo written']))).toBe('written');
    expect(Object.keys(image.config.Volumes)).toEqual(['/data']);
  });

  test('has the Node that its bill of materials names, and code that was compiled for it', async () => {
    const bill = await readFile(join(image.root, 'app/sbom.cdx.json'), 'utf8');
    const version = await said(image.start(['node', '--version']));

    expect(bill).toContain(`"pkg:generic/node@${version.slice(1)}"`);
    expect(await readdir(join(image.root, 'app/compiled'))).toContainEqual(expect.stringContaining(version));
  });

  test('without settings, it names what is missing and ends with 78', async () => {
    const bot = image.start(image.config.Cmd);
    const ended = once(bot, 'exit');

    expect(await said(bot)).toContain('BOT_APP_ID');
    expect(await ended).toEqual([78, null]);
  });

  describe('running against the simulated cloud', () => {
    let sandbox: RunningSandbox;
    let bot: ChildProcess;
    let port: number;
    let ended: Promise<unknown[]>;

    beforeAll(async () => {
      port = await freePort();
      sandbox = await startSandbox({ httpPort: 0, httpsPort: 0, botOrigin: `http://localhost:${port}` });
      await writeFile(join(image.data, 'authority.pem'), sandbox.caCertificatePem);
      bot = image.start(image.config.Cmd, settings());
      ended = once(bot, 'exit');
      bot.stdout?.resume();
      bot.stderr?.resume();
      await untilReady();
    });

    afterAll(async () => {
      bot.kill('SIGKILL');
      await sandbox.stop();
    });

    test('it is well, also by its own look', async () => {
      const [shell, ...look] = image.config.Healthcheck.Test;
      const looking = image.start(look, settings());

      expect(shell).toBe('CMD');
      expect(await once(looking, 'exit')).toEqual([0, null]);
      expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    });

    test.each(['en', 'de'] as const)('it leads somebody through signing in to a verdict, in %s', async (locale) => {
      const t = createTranslator(locale);
      const chat = await Chat.open(sandbox.core.addresses.http, { as: 'global-admin-m365', locale });

      await chat.presses('choose-scenario', { scenario: 'add-azure' });
      await chat.presses('sign-in');
      await chat.signsIn();

      expect(chat.words()).toContain(t('verdict.add-azure.ready.title'));
    });

    // Last, because the process is gone afterwards.
    test('it ends by itself, without a fault, when it is asked to', async () => {
      bot.kill('SIGTERM');

      expect(await ended).toEqual([0, null]);
      expect(await readdir(image.data)).toContain('onetenant.sqlite');
    });

    function settings(): Record<string, string> {
      return {
        ...sandbox.environment,
        PORT: String(port),
        CONTACT: 'servicedesk@contoso.example',
        LOG_LEVEL: 'info',
        NODE_EXTRA_CA_CERTS: '/data/authority.pem',
      };
    }

    async function untilReady(): Promise<void> {
      for (;;) {
        if (bot.exitCode !== null) throw new Error(`the image ended with ${bot.exitCode}`);
        const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
        if (answer?.ok === true) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  });
});

async function said({ stdout, stderr }: ChildProcess): Promise<string> {
  if (stdout === null || stderr === null) throw new Error('the process says nothing');
  const [out, fault] = await Promise.all([text(stdout), text(stderr)]);
  return (out.trim() || fault.trim()).trim();
}
