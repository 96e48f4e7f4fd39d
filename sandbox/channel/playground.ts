import type { FastifyPluginAsync } from 'fastify';
import type { SandboxCore } from '../core/core.ts';
import { activitySchema, membersOf } from './activity.ts';
import { requireBot } from './bot-bearer.ts';
import { isFaultNamed, networkFaults } from './fault-names.ts';
import { teamsAccount } from './participants.ts';
import { refusal, refuse } from './refusal.ts';

/** The address at which Microsoft 365 Agents Playground receives the bot's messages, as it gave it; only on this machine. */
interface Playground {
  connector: string | null;
}

const answerTimeoutMs = 30_000;
const unreachable = refusal(502, 'BotError', 'The other side cannot be reached.');
const loopbackOnly = refusal(400, 'BadArgument', 'The Playground has to run on this machine.');

/**
 * Lets Microsoft 365 Agents Playground talk to the bot. It signs nothing and the bot lets nothing in that is not signed, so the
 * sandbox stands between them: it signs what the Playground sends, as one of its people, and passes on what the bot answers.
 */
export function playground(core: SandboxCore): FastifyPluginAsync {
  const there: Playground = { connector: null };
  return async (app) => {
    app.post<{ Params: { person: string } }>('/messages/:person', async ({ params, body }, reply) => {
      const asked = activitySchema.safeParse(body);
      const person = core.people.get(params.person);
      if (!asked.success || !person)
        return refuse(reply, refusal(400, 'BadArgument', 'No activity, or nobody we know.'));
      const connector = loopbackAddress(membersOf(asked.data).serviceUrl);
      if (connector === null) return refuse(reply, loopbackOnly);
      there.connector = connector;
      const account = teamsAccount(person);
      const tenantId = person.homeTenantId;
      const answer = await passOn(
        `${core.addresses.bot}/api/messages`,
        'POST',
        {
          ...asked.data,
          serviceUrl: serviceUrlOf(core),
          from: { ...asked.data.from, aadObjectId: account.aadObjectId },
          conversation: { ...membersOf(membersOf(asked.data).conversation), tenantId },
          channelData: { ...membersOf(asked.data.channelData), tenant: { id: tenantId } },
        },
        await tokenFor(core),
      );
      return answer === null
        ? refuse(reply, unreachable)
        : reply.code(answer.status).type(answer.type).send(answer.text);
    });
    await app.register(async (guarded) => {
      requireBot(guarded, core);
      guarded.all('/connector/*', async ({ url, method, body }, reply) => {
        if (there.connector === null) return refuse(reply, unreachable);
        const path = url.slice(url.indexOf('/connector/') + '/connector/'.length);
        const answer = await passOn(`${there.connector}/${path}`, method, body, null);
        return answer === null
          ? refuse(reply, unreachable)
          : reply.code(answer.status).type(answer.type).send(answer.text);
      });
    });
  };
}

function serviceUrlOf(core: SandboxCore): string {
  return `${core.addresses.http}/playground/connector/`;
}

function tokenFor(core: SandboxCore): Promise<string> {
  return core.channelKey.sign(
    { serviceurl: serviceUrlOf(core) },
    { issuer: 'https://api.botframework.com', audience: core.registrations.bot.appId, expiresInSeconds: 3600 },
  );
}

function loopbackAddress(given: unknown): string | null {
  const url = typeof given === 'string' ? URL.parse(given) : null;
  if (url === null || url.protocol !== 'http:' || !['localhost', '127.0.0.1'].includes(url.hostname)) return null;
  return url.href.replace(/\/$/, '');
}

interface PassedBack {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

async function passOn(url: string, method: string, body: unknown, token: string | null): Promise<PassedBack | null> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined || body === null ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(answerTimeoutMs),
      redirect: 'error',
    });
    const type = response.headers.get('content-type') ?? 'application/json; charset=utf-8';
    return { status: response.status, type, text: await response.text() };
  } catch (fault) {
    if (isFaultNamed(fault, networkFaults)) return null;
    throw fault;
  }
}
