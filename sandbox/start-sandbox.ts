import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import tls from 'node:tls';
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import { armService } from './arm/arm-service.ts';
import { channelServices } from './channel/channel-services.ts';
import { refuseStrangers } from './channel/loopback-only.ts';
import type { BotHost } from './control/bot-control.ts';
import { armAddress } from './core/addresses.ts';
import { type BotSettings, botSettings } from './core/bot-settings.ts';
import { localCertificates } from './core/certificates.ts';
import { channelKeys } from './core/channel-keys.ts';
import type { SandboxAddresses, SandboxCore, SandboxRegistrations } from './core/core.ts';
import { createFaultBook } from './core/fault-book.ts';
import { type LoopbackServer, listenOnLoopback, localhostAddress } from './core/loopback-server.ts';
import { createRequestLog } from './core/request-log.ts';
import { createSigningKey } from './core/signing-key.ts';
import { deskService } from './desk/desk-service.ts';
import { createDeskWorld, type DeskWorld } from './desk/desk-world.ts';
import { deskSettings, makeDesks } from './desk/sandbox-desks.ts';
import { azureEmbeddings, plainEmbeddings, simulatedDeployment } from './embeddings/embeddings-service.ts';
import { entraService } from './entra/entra-service.ts';
import { GrantBook } from './entra/grant-book.ts';
import { graphService } from './graph/graph-service.ts';
import { intranetPage } from './page/intranet-page.ts';
import { everyone } from './people/everyone.ts';
import { createPeople, type People } from './people/people-registry.ts';
import { stableId } from './people/stable-id.ts';

export interface SandboxOptions {
  readonly host?: '127.0.0.1';
  /** 0 means any free port. */
  readonly httpPort: number;
  readonly httpsPort: number;
  /** Where the bot listens, without a slash at the end. Default `http://localhost:3978`. */
  readonly botOrigin?: string;
  /** Factor for the waits between desks' retries. Default 1: the desk's real pace. */
  readonly deskPace?: number;
  /** The longest that a desk waits before it delivers once more. Default: no limit. */
  readonly deskLongestWaitMs?: number;
  /** Who started the bot, so that it can be killed from the page and the control API. */
  readonly bot?: BotHost;
  /** Whether bots are told to compare questions by meaning. */
  readonly withEmbeddings?: boolean;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface RunningSandbox {
  readonly core: SandboxCore;
  /** The helpdesks with their tickets. */
  readonly desks: DeskWorld;
  /** Every setting that the bot needs to run against this sandbox. */
  readonly environment: Readonly<Record<string, string>>;
  /** The settings of each embedding service, for a bot that is to use one. */
  readonly embeddings: Readonly<Record<EmbeddingsForm, Readonly<Record<string, string>>>>;
  /** For `NODE_EXTRA_CA_CERTS` of other processes; this one trusts it already. */
  readonly caCertificatePem: string;
  /** Forgets faults, requests, conversations and how far people are. */
  reset(): Promise<void>;
  /** Ends every connection at once. */
  stop(): Promise<void>;
}

/** Azure OpenAI with a deployment in the address, Azure OpenAI as v1, and a service that imitates OpenAI. */
export type EmbeddingsForm = 'azure' | 'azure-v1' | 'plain';

interface Cloud {
  readonly core: SandboxCore;
  readonly people: People;
  readonly desks: DeskWorld;
  readonly grants: GrantBook;
  readonly bot: BotHost | undefined;
}

/** Starts the simulated Microsoft cloud on loopback and makes this process trust its certificate. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const now = options.now ?? Date.now;
  const certificates = await localCertificates();
  trust(certificates.caPem);
  const plain = await listenOnLoopback(options.httpPort, null);
  const secure = await listenOnLoopback(options.httpsPort, certificates);
  const addresses: SandboxAddresses = {
    bot: options.botOrigin ?? 'http://localhost:3978',
    http: `http://localhost:${plain.port}`,
    https: `https://localhost:${secure.port}`,
  };
  const people = createPeople(everyone, now);
  const core: SandboxCore = {
    addresses,
    registrations: makeRegistrations(),
    people,
    channelKey: await createSigningKey('channel', { endorsements: ['msteams', 'webchat', 'directline'], now }),
    entraKey: await createSigningKey('entra', { now }),
    faults: createFaultBook(),
    requests: createRequestLog(now),
    now,
  };
  const desks = createDeskWorld(core, makeDesks(), {
    pace: options.deskPace ?? 1,
    longestWaitMs: options.deskLongestWaitMs ?? Number.POSITIVE_INFINITY,
  });
  const cloud: Cloud = { core, people, desks, grants: new GrantBook(), bot: options.bot };
  const embeddings = embeddingsSettings(core);
  const told = {
    environment: {
      ...environmentFor(core),
      HOST: await localhostAddress(),
      ...deskSettings(addresses, desks.desks),
      ...(options.withEmbeddings === true ? embeddings['azure-v1'] : {}),
    },
    caCertificatePem: certificates.caPem,
  };
  const apps = [await serve(plain, plainServices(cloud, told)), await serve(secure, secureServices(cloud))];
  return {
    core,
    ...told,
    embeddings,
    desks,
    async reset() {
      await fetch(`${addresses.http}/sandbox/reset`, { method: 'POST' });
    },
    async stop() {
      desks.clear();
      await Promise.all([plain.stop(), secure.stop(), ...apps.map((app) => app.close())]);
    },
  };
}

/** Plain http: whatever a browser or the bot's channel side opens. */
function plainServices({ core, people, desks, grants, bot }: Cloud, told: BotSettings): FastifyPluginAsync {
  return async (app) => {
    refuseStrangers(app);
    await app.register(channelServices(core, { desks, bot }));
    await app.register(botSettings(told));
    await app.register(intranetPage(core));
    await app.register(channelKeys(core), { prefix: '/botframework' });
    await app.register(entraService(core, people, { grants }), { prefix: '/login' });
    await app.register(entraService(core, people, { grants }));
  };
}

/** Over TLS: Login, Graph, Azure Resource Manager and the helpdesks, whose clients refuse plain http. */
function secureServices({ core, people, desks, grants }: Cloud): FastifyPluginAsync {
  return async (app) => {
    refuseStrangers(app);
    await app.register(graphService(core, people), { prefix: '/v1.0' });
    await app.register(deskService(core, desks), { prefix: '/desks' });
    const embeddingsKey = core.registrations.embeddings?.key ?? randomBytes(24).toString('base64url');
    await app.register(azureEmbeddings(core, embeddingsKey), { prefix: '/azure-openai' });
    await app.register(plainEmbeddings(core, embeddingsKey), { prefix: '/openai' });
    await app.register(armService(core, people));
    await app.register(entraService(core, people, { grants }));
  };
}

async function serve({ server, answer }: LoopbackServer, services: FastifyPluginAsync): Promise<FastifyInstance> {
  const handler = Promise.withResolvers<RequestListener>();
  const app = Fastify({
    bodyLimit: 8 * 1024 * 1024,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 2000 },
    serverFactory: (handle) => {
      handler.resolve(handle);
      return server;
    },
  });
  await app.register(services);
  await app.ready();
  answer(await handler.promise);
  return app;
}

function trust(caPem: string): void {
  const trusted = tls.getCACertificates('default');
  if (!trusted.includes(caPem)) tls.setDefaultCACertificates([...trusted, caPem]);
}

function makeRegistrations(): SandboxRegistrations {
  const signInAppId = stableId('application sign-in');
  return {
    bot: {
      appId: stableId('application bot'),
      tenantId: stableId('tenant of the bot'),
      secret: randomBytes(24).toString('base64url'),
    },
    signIn: {
      optionalClaims: ['acct'],
      appId: signInAppId,
      secret: randomBytes(24).toString('base64url'),
      scope: `api://${signInAppId}/access_as_user`,
      connectionName: 'onetenant',
    },
    directLine: { secret: randomBytes(24).toString('base64url') },
    embeddings: { key: randomBytes(24).toString('base64url') },
  };
}

function environmentFor({
  addresses,
  registrations: { bot, signIn, directLine },
}: SandboxCore): Record<string, string> {
  const botUrl = new URL(addresses.bot);
  return {
    PORT: botUrl.port || '80',
    BOT_APP_ID: bot.appId,
    BOT_APP_TENANT_ID: bot.tenantId,
    BOT_APP_SECRET: bot.secret,
    BOT_TOKEN_ISSUER: 'https://api.botframework.com',
    BOT_OPENID_URL: `${addresses.http}/botframework/openid`,
    LOGIN_URL: addresses.https,
    GRAPH_URL: addresses.https,
    ARM_URL: armAddress(addresses),
    TOKEN_SERVICE_URL: addresses.http,
    SIGN_IN_APP_ID: signIn.appId,
    SIGN_IN_APP_SECRET: signIn.secret,
    SIGN_IN_CONNECTION: signIn.connectionName,
    CONNECTOR_HOSTS: new URL(addresses.http).host,
    CHAT_URL: `${addresses.http}/?say=request%20{request}`,
    PUBLIC_URL: addresses.bot,
    DIRECT_LINE_URL: addresses.http,
    DIRECT_LINE_SECRET: directLine?.secret ?? '',
    WEBCHAT_ORIGINS: addresses.http,
  };
}

function embeddingsSettings({ addresses, registrations }: SandboxCore): RunningSandbox['embeddings'] {
  const settings = (path: string) => ({
    EMBEDDINGS_URL: `${addresses.https}${path}`,
    EMBEDDINGS_MODEL: simulatedDeployment,
    EMBEDDINGS_KEY: registrations.embeddings?.key ?? '',
  });
  return {
    azure: settings(`/azure-openai/openai/deployments/${simulatedDeployment}/embeddings?api-version=2024-10-21`),
    'azure-v1': settings('/azure-openai/openai/v1/embeddings?api-version=v1'),
    plain: settings('/openai/v1/embeddings'),
  };
}
