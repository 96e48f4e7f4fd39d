import { z } from 'zod';
import { countOf } from '../../domain/count-of.ts';
import { broken, type Diagnosis, type Examination, ok, warning } from './check.ts';
import { askWeb, reachFix, silence, type WebAnswer } from './web-answer.ts';

const openIdDocument = z.object({ issuer: z.string(), jwks_uri: z.url() });
const keySet = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), endorsements: z.array(z.string()).optional() })).min(1),
});
const why = 'The bot cannot verify who sends it a message, so it refuses every message.';

export const checkChannelKeys: Examination = {
  id: 'channel-keys',
  title: 'Channel signing keys',
  async run({ settings }) {
    const named = await askWeb(settings.BOT_OPENID_URL);
    const document = openIdDocument.safeParse(bodyOf(named));
    if (!document.success) return unreadable('the OpenID metadata', named);
    const { issuer, jwks_uri } = document.data;
    if (issuer !== settings.BOT_TOKEN_ISSUER)
      return broken({
        what: `the channel's issuer is ${issuer}`,
        why: 'The bot expects another issuer, so it refuses every message.',
        fix: `Set BOT_TOKEN_ISSUER to ${issuer}, or BOT_OPENID_URL to the OpenID metadata of your cloud.`,
      });
    const answer = await askWeb(jwks_uri);
    const keys = keySet.safeParse(bodyOf(answer));
    if (!keys.success) return unreadable('the keys', answer);
    const endorsed = keys.data.keys.filter(
      ({ endorsements }) => endorsements === undefined || endorsements.includes('msteams'),
    );
    if (endorsed.length === 0)
      return warning({
        what: 'no key is endorsed for Teams',
        why: 'Messages from Teams are refused.',
        fix: 'Check that BOT_OPENID_URL is the OpenID metadata of the Bot Framework, not of Entra.',
      });
    return ok(`${countOf(keys.data.keys.length, 'key')}, issuer as expected`);
  },
};

function bodyOf(answer: WebAnswer): unknown {
  return answer.kind === 'answered' && answer.status === 200 ? answer.body : null;
}

function unreadable(what: string, answer: WebAnswer): Diagnosis {
  if (answer.kind === 'answered')
    return broken({ what: `${what} could not be read (${answer.status})`, why, fix: reachFix('BOT_OPENID_URL') });
  const found = silence(answer, 'BOT_OPENID_URL');
  return broken({ what: `${what} could not be read: the server ${found.what}`, why, fix: found.fix });
}
