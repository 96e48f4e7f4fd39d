import { z } from 'zod';
import { broken, type Diagnosis, type Examination, ok, warning } from './check.ts';
import { askWeb, reachFix } from './web-answer.ts';

const openIdDocument = z.object({ issuer: z.string(), jwks_uri: z.url() });
const keySet = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), endorsements: z.array(z.string()).optional() })).min(1),
});
const why = 'The bot cannot check who sends it a message, so it refuses every one.';

export const checkChannelKeys: Examination = {
  id: 'channel-keys',
  title: 'Keys of the channel',
  async run({ settings }) {
    const document = openIdDocument.safeParse(await bodyAt(settings.BOT_OPENID_URL));
    if (!document.success) return unreadable('the document that names the keys');
    const { issuer, jwks_uri } = document.data;
    if (issuer !== settings.BOT_TOKEN_ISSUER)
      return broken({
        what: `the channel signs as ${issuer}`,
        why: 'The bot expects another issuer, so it refuses every message.',
        fix: `Set BOT_TOKEN_ISSUER to ${issuer}, or BOT_OPENID_URL to the document of your cloud.`,
      });
    const keys = keySet.safeParse(await bodyAt(jwks_uri));
    if (!keys.success) return unreadable('the keys');
    const endorsed = keys.data.keys.filter(
      ({ endorsements }) => endorsements === undefined || endorsements.includes('msteams'),
    );
    if (endorsed.length === 0)
      return warning({
        what: 'no key is endorsed for Teams',
        why: 'Messages from Teams are refused.',
        fix: 'Check that BOT_OPENID_URL is the document of the Bot Framework, not of Entra.',
      });
    return ok(`${keys.data.keys.length} keys, issuer as expected`);
  },
};

async function bodyAt(url: string): Promise<unknown> {
  const answer = await askWeb(url);
  return answer.kind === 'answered' && answer.status === 200 ? answer.body : null;
}

function unreadable(what: string): Diagnosis {
  return broken({ what: `${what} could not be read`, why, fix: reachFix('BOT_OPENID_URL') });
}
