import type { Settings } from '../../config/settings.ts';
import { type Examination, ok } from './check.ts';
import { otherRefusal, registrationFault } from './entra-refusals.ts';
import { askEntra, identityToken, type TokenAnswer } from './entra-token.ts';

const channelScope = 'https://api.botframework.com/.default';

/** Requests the bot's token for the channel in the same way as the bot. */
export async function askBotToken(settings: Settings): Promise<TokenAnswer> {
  const { BOT_APP_ID: appId, BOT_APP_SECRET: secret, MANAGED_IDENTITY_CLIENT_ID: identityId } = settings;
  if (secret === undefined && (identityId === undefined || identityId.toLowerCase() === appId.toLowerCase())) {
    const token = await identityToken(identityId ?? appId, channelScope);
    return token === null ? { kind: 'no-identity' } : { kind: 'granted', token };
  }
  return askEntra(
    {
      loginUrl: settings.LOGIN_URL,
      tenantId: settings.BOT_APP_TENANT_ID,
      appId,
      secret,
      managedIdentityId: identityId,
    },
    { grant_type: 'client_credentials', scope: channelScope },
  );
}

export const checkBotCredential: Examination = {
  id: 'bot-credential',
  title: 'Bot credential',
  async run({ botToken }) {
    const why = 'The bot gets no token, so it cannot send anything.';
    const answer = await botToken();
    const names = {
      app: 'the bot registration',
      idSetting: 'BOT_APP_ID',
      secretSetting: 'BOT_APP_SECRET',
      why,
    };
    const fault = registrationFault(answer, names);
    if (fault !== null) return fault;
    if (answer.kind === 'granted') return ok('Entra issues a token for the bot');
    return otherRefusal(answer.kind === 'refused' ? answer.code : null, names);
  },
};
