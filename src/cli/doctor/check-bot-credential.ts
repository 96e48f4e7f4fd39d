import type { Settings } from '../../config/settings.ts';
import { type Examination, ok, warning } from './check.ts';
import { registrationFault } from './entra-refusals.ts';
import { askEntra, identityToken, type TokenAnswer } from './entra-token.ts';

const channelScope = 'https://api.botframework.com/.default';

/** The bot's own token for the channel, as the bot itself would get it. */
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
  title: 'The bot proves itself',
  async run({ botToken }) {
    const why = 'The bot gets no token, so it cannot send a single answer.';
    const answer = await botToken();
    const fault = registrationFault(answer, {
      app: 'the bot registration',
      idSetting: 'BOT_APP_ID',
      secretSetting: 'BOT_APP_SECRET',
      why,
    });
    if (fault !== null) return fault;
    if (answer.kind === 'granted') return ok('Entra gives the bot a token');
    return warning({
      what: `Entra refused with AADSTS${answer.kind === 'refused' ? answer.code : 0}`,
      why,
      fix: 'Look the number up at https://login.microsoftonline.com/error, and compare the bot registration.',
    });
  },
};
