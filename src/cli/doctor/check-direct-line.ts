import { z } from 'zod';
import { broken, type Examination, ok, skipped, warning } from './check.ts';
import { askWeb, reachFix, silence } from './web-answer.ts';

const issued = z.object({ token: z.string().min(1), conversationId: z.string().min(1) });

export const checkDirectLine: Examination = {
  id: 'direct-line',
  title: 'Direct Line',
  async run({ settings: { DIRECT_LINE_SECRET: secret, DIRECT_LINE_URL: url } }) {
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
    if (!issued.safeParse(answer.body).success)
      return broken({ what: 'the response contains no token', why, fix: reachFix('DIRECT_LINE_URL') });
    return ok('Direct Line accepts the secret');
  },
};
