import type { Activity, SignInUrlResponse } from 'botbuilder';
import { TokenService } from '../../adapters/bot-framework/token-service.ts';
import type { Settings } from '../../config/settings.ts';
import { certificateFaultOf } from '../../domain/certificate-fault.ts';
import { SignInUnavailable } from '../../ports/sign-in-service.ts';
import { broken, type Diagnosis, type Examination, ok, skipped, warning } from './check.ts';
import { reachFix, silence } from './web-answer.ts';

const why = 'People get no sign-in card, so the bot can only give general steps.';

export const checkOAuthConnection: Examination = {
  id: 'oauth-connection',
  title: 'OAuth connection of the bot',
  async run({ settings, botToken }) {
    const token = await botToken();
    if (token.kind !== 'granted')
      return skipped({
        what: 'the token service was not asked',
        why: 'It requires the bot’s token, and the bot got none.',
        fix: 'Fix "bot-credential" first.',
      });
    const service = new TokenService(settings.TOKEN_SERVICE_URL, settings.BOT_APP_ID, async () => token.token);
    try {
      return judge(await service.getSignInResource(settings.SIGN_IN_CONNECTION, nobodysActivity(settings)), settings);
    } catch (fault) {
      if (!(fault instanceof SignInUnavailable)) throw fault;
      const certificate = certificateFaultOf(codeOf(fault.cause));
      if (certificate === null) return refusal(fault.status, settings);
      const found = silence({ kind: 'no-answer', because: codeOf(fault.cause), certificate }, 'TOKEN_SERVICE_URL');
      return broken({ what: `the token service ${found.what}`, why, fix: found.fix });
    }
  },
};

function judge({ tokenExchangeResource }: SignInUrlResponse, settings: Settings): Diagnosis {
  if (!tokenExchangeResource?.uri)
    return warning({
      what: `the connection "${settings.SIGN_IN_CONNECTION}" has no token exchange URL`,
      why: 'People in Teams have to sign in by hand.',
      fix: `Set the token exchange URL of the connection to api://botid-${settings.BOT_APP_ID}.`,
    });
  return ok(`the connection "${settings.SIGN_IN_CONNECTION}" returns a sign-in link`);
}

function refusal(status: number | null, { SIGN_IN_CONNECTION: name }: Settings): Diagnosis {
  if (status === 200)
    return broken({
      what: 'the token service answered without a sign-in link',
      why,
      fix: reachFix('TOKEN_SERVICE_URL'),
    });
  if (status === 400 || status === 404)
    return broken({
      what: `the bot has no OAuth connection called "${name}"`,
      why,
      fix: 'Set SIGN_IN_CONNECTION to the name under Azure Bot, Configuration, OAuth connection settings.',
    });
  if (status === 401 || status === 403)
    return broken({
      what: `the token service does not accept the bot's token (${status})`,
      why,
      fix: 'Check that BOT_APP_ID is the app id of the Azure Bot resource, and that TOKEN_SERVICE_URL belongs to its cloud.',
    });
  const answered = status === null ? 'did not answer' : `answered ${status}`;
  return broken({ what: `the token service ${answered}`, why, fix: reachFix('TOKEN_SERVICE_URL') });
}

function codeOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}

/** An activity from a conversation that does not exist, so the sign-in link leads nowhere. */
function nobodysActivity(settings: Settings): Activity {
  return {
    type: 'message',
    id: 'doctor',
    channelId: 'directline',
    serviceUrl: settings.TOKEN_SERVICE_URL,
    from: { id: 'dl_doctor' },
    recipient: { id: settings.BOT_APP_ID },
    conversation: { id: 'doctor' },
  } as Activity;
}
