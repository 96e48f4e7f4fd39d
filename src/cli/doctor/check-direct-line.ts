import { z } from 'zod';
import { broken, type Diagnosis, type Examination, ok, skipped, warning } from './check.ts';
import { askWeb, reachFix, silence, type WebAnswer } from './web-answer.ts';

const issued = z.object({ token: z.string().min(1), conversationId: z.string().min(1) });

export const checkDirectLine: Examination = {
  id: 'direct-line',
  title: 'Direct Line',
  async run({ settings: { DIRECT_LINE_SECRET: secret, DIRECT_LINE_URL: url, PUBLIC_URL: publicUrl } }) {
    if (secret === undefined)
      return skipped({
        what: 'there is no chat window on web pages',
        why: 'DIRECT_LINE_SECRET is not set.',
        fix: 'Set it to a key of the Azure Bot’s Direct Line channel if people should chat on the intranet.',
      });
    const why = 'The chat window on web pages does not open.';
    const answer = await askWeb(`${url}/v3/directline/tokens/generate`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ user: { id: 'dl_doctor' } }),
    });
    if (answer.kind === 'no-answer') {
      const { what, fix } = silence(answer, 'DIRECT_LINE_URL');
      return broken({ what: `Direct Line ${what}`, why, fix });
    }
    if (answer.status === 401 || answer.status === 403)
      return broken({
        what: `Direct Line does not accept the secret (${answer.status})`,
        why,
        fix: 'Copy a key from Azure Bot, Channels, Direct Line to DIRECT_LINE_SECRET, and restart the bot.',
      });
    if (answer.status === 429 || answer.status >= 500)
      return warning({ what: `Direct Line answered ${answer.status}`, why, fix: 'Try again in a few minutes.' });
    const token = issued.safeParse(answer.body);
    if (!token.success)
      return broken({ what: 'the response contains no token', why, fix: reachFix('DIRECT_LINE_URL') });
    return publicUrl === undefined
      ? ok('Direct Line accepts the secret')
      : trustOf(await askForSession(url, token.data.token, publicUrl), publicUrl);
  },
};

/**
 * What Web Chat asks before a sign-in without a code. The token names no trusted origins, so the site's own list answers: it
 * refuses with 403 where enhanced authentication is off or the origin is not in it. No document describes this answer.
 * Source: microsoft/BotFramework-DirectLineJS issues 71 and 187.
 */
function askForSession(url: string, token: string, publicUrl: string): Promise<WebAnswer> {
  return askWeb(`${url}/v3/directline/session/getsessionid`, {
    headers: { authorization: `Bearer ${token}`, origin: new URL(publicUrl).origin },
  });
}

function trustOf(answer: WebAnswer, publicUrl: string): Diagnosis {
  const status = answer.kind === 'answered' ? answer.status : null;
  if (status === 200) return ok('Direct Line accepts the secret, and its site trusts PUBLIC_URL');
  if (status !== 403)
    return ok('Direct Line accepts the secret; whether enhanced authentication is on could not be seen');
  return warning({
    what: 'the Direct Line site does not trust PUBLIC_URL',
    why: 'Enhanced authentication is off, or the origin is not in its list. People may have to copy a code when they sign in.',
    fix: `In Azure Bot, Channels, Direct Line, turn on enhanced authentication for the site of this key and add ${new URL(publicUrl).origin}.`,
  });
}
