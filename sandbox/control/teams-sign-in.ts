import { membersOf } from '../channel/activity.ts';
import { addressToBot, type BotAnswer, callBot } from '../channel/bot-caller.ts';
import { type Account, type Conversation, nextActivityId } from '../channel/conversations.ts';
import { type Refusal, refusal } from '../channel/refusal.ts';
import type { Person, SandboxCore } from '../core/core.ts';

export interface TeamsExchange {
  readonly conversation: Conversation;
  /** Who uses Teams. */
  readonly member: Account;
  /** Whose token the clients got. */
  readonly owner: Person;
  /** How many clients of this person have the chat open: each one sends the exchange. */
  readonly clients: number;
  readonly tokenIs: 'good' | 'expired' | 'missing';
  readonly connectionName: string | undefined;
}

export type Exchanged =
  | { readonly kind: 'answered'; readonly answers: readonly { readonly status: number; readonly body: unknown }[] }
  | Refusal;

/** Longer than clocks may differ, in seconds. */
const tokenOverSeconds = 600;
const oauthCard = 'application/vnd.microsoft.card.oauth';
const noCard = refusal(409, 'NoSignInCard', 'The bot has shown no sign-in card that a token could be exchanged for.');

/** Single sign-on as the clients of Teams do it: they get a token silently, and all send it to the bot at once. */
export async function exchangeAsTeams(core: SandboxCore, exchange: TeamsExchange): Promise<Exchanged> {
  const card = lastSignInCard(exchange.conversation);
  if (card === null) return noCard;
  const value = {
    id: card.exchangeId,
    connectionName: exchange.connectionName ?? card.connectionName,
    ...(exchange.tokenIs === 'missing' ? {} : { token: await tokenOf(core, exchange) }),
  };
  const { conversation, member } = exchange;
  const answers = await Promise.all(
    Array.from({ length: exchange.clients }, () => {
      const invoke = { type: 'invoke', name: 'signin/tokenExchange', id: nextActivityId(conversation), value };
      return callBot(core, conversation, addressToBot(core, conversation, invoke, member));
    }),
  );
  return { kind: 'answered', answers: answers.map(asAnswer) };
}

function asAnswer(answer: BotAnswer): { readonly status: number; readonly body: unknown } {
  return answer.kind === 'unreachable' ? { status: 0, body: null } : { status: answer.status, body: answer.body };
}

/** What a client of Teams gets for its person: signed by the same key, with the same claims, as a token from the sign-in page. */
export function tokenOf(
  core: SandboxCore,
  { owner, tokenIs }: Pick<TeamsExchange, 'owner' | 'tokenIs'>,
): Promise<string> {
  const { signIn } = core.registrations;
  return core.entraKey.sign(
    {
      oid: owner.objectId,
      tid: owner.homeTenantId,
      name: owner.displayName,
      preferred_username: owner.userPrincipalName,
      sub: `teams ${owner.objectId}`,
      azp: teamsClientId,
      scp: 'access_as_user',
      ver: '2.0',
    },
    {
      issuer: `${core.addresses.https}/${owner.homeTenantId}/v2.0`,
      audience: signIn.appId,
      expiresInSeconds: tokenIs === 'expired' ? -tokenOverSeconds : 3_600,
    },
  );
}

/** The desktop and mobile client of Teams, which the sign-in registration trusts beforehand. */
const teamsClientId = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';

function lastSignInCard({ log }: Conversation): { exchangeId: string; connectionName: string } | null {
  for (const { attachments } of log.toReversed()) {
    const attachment = attachments?.find(({ contentType }) => contentType === oauthCard);
    if (attachment === undefined) continue;
    const { tokenExchangeResource, connectionName } = membersOf(attachment.content);
    const { id } = membersOf(tokenExchangeResource);
    return typeof id === 'string' ? { exchangeId: id, connectionName: String(connectionName ?? '') } : null;
  }
  return null;
}
