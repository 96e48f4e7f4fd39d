import { createDirectLineTokens } from '../adapters/direct-line/direct-line-tokens.ts';
import { createOperatorSignIn } from '../adapters/entra/operator-sign-in.ts';
import { createTabSignIn } from '../adapters/entra/tab-sign-in.ts';
import { teamsChatUrl } from '../domain/channel.ts';
import { operatorTenants } from '../domain/operators.ts';
import type { OperatorParts } from '../http/operator/operator-parts.ts';
import type { StepUpRouteParts } from '../http/step-up/add-step-up.ts';
import type { TabRouteParts } from '../http/tab/add-tab.ts';
import type { WebchatParts } from '../http/webchat/add-webchat.ts';
import type { Conversations } from './conversations.ts';
import type { Foundation } from './foundation.ts';

/** The chat window for web pages; null if the bot has no Direct Line channel or no public URL. */
export function webchatParts({ settings, clock }: Foundation): WebchatParts | null {
  const { DIRECT_LINE_SECRET: secret, DIRECT_LINE_URL: directLineUrl, PUBLIC_URL: publicUrl } = settings;
  if (secret === undefined || publicUrl === undefined) return null;
  return {
    root: process.cwd(),
    tokens: createDirectLineTokens({ url: directLineUrl, secret }),
    clock,
    publicUrl,
    directLineUrl,
    origins: settings.WEBCHAT_ORIGINS,
    handleSecret: secret,
    startsPerMinute: settings.WEBCHAT_STARTS_PER_MINUTE,
    trustedProxies: settings.TRUSTED_PROXIES,
  };
}

/** The operator page; null if there are no helpdesks, or no public URL to return to after signing in. */
export function operatorParts(
  { settings, clock, journal, store, observe }: Foundation,
  { tickets, questions, questionLog }: Pick<Conversations, 'tickets' | 'questions' | 'questionLog'>,
): OperatorParts | null {
  const { PUBLIC_URL: publicUrl, DESKS } = settings;
  if (publicUrl === undefined || DESKS.length === 0) return null;
  const desks = DESKS.map(({ id, name, tenant: tenantId }) => ({ id, name, tenantId }));
  const rules = {
    role: settings.OPERATOR_ROLE,
    botTenantId: settings.BOT_APP_TENANT_ID,
    allowedTenants: settings.ALLOWED_TENANTS,
    deskTenants: desks.map(({ tenantId }) => tenantId),
  };
  const redirectUri = `${publicUrl}/operator/signed-in`;
  const signIn = createOperatorSignIn({ settings, redirectUri, tenants: operatorTenants(rules), clock, observe });
  return {
    records: tickets,
    questions: questionLog,
    titleOf: (id, locale) => questions.get(id, locale)?.title ?? null,
    store,
    clock,
    journal,
    signIn,
    desks,
    rules,
    publicUrl,
    secret: settings.SIGN_IN_APP_SECRET,
    trustedProxies: settings.TRUSTED_PROXIES,
  };
}

/** The pages on which people prove more than their sign-in showed; null if browsers cannot open the bot. */
export function stepUpParts(
  { settings, clock }: Foundation,
  { stepUps, jobRunner }: Pick<Conversations, 'stepUps' | 'jobRunner'>,
): StepUpRouteParts | null {
  const { PUBLIC_URL: publicUrl, TRUSTED_PROXIES: trustedProxies } = settings;
  if (publicUrl === undefined || stepUps === null) return null;
  return { stepUps, clock, publicUrl, trustedProxies, continueSoon: () => void jobRunner.runDue() };
}

/** The tab in Teams; null if browsers cannot open the bot. */
export function tabParts(
  { settings, clock, journal }: Foundation,
  { tabChecklists }: Pick<Conversations, 'tabChecklists'>,
): TabRouteParts | null {
  const { PUBLIC_URL: publicUrl, TRUSTED_PROXIES: trustedProxies } = settings;
  if (publicUrl === undefined) return null;
  const signIn = createTabSignIn({
    loginUrl: settings.LOGIN_URL,
    audience: settings.SIGN_IN_APP_ID,
    allowedTenants: settings.ALLOWED_TENANTS,
    clock,
    journal,
  });
  return {
    root: process.cwd(),
    signIn,
    checklists: tabChecklists,
    clock,
    journal,
    publicUrl,
    chatUrl: teamsChatUrl(`28:${settings.BOT_APP_ID}`),
    trustedProxies,
  };
}
