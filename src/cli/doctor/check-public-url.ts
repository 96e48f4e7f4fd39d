import { z } from 'zod';
import { broken, type Examination, ok, skipped, warning } from './check.ts';
import { askWeb, silence } from './web-answer.ts';

/** Releases before 0.2 do not report their version. */
const alive = z.object({ status: z.literal('alive'), version: z.string().max(40).optional() });

export const checkPublicUrl: Examination = {
  id: 'public-url',
  title: 'Public URL',
  async run({ settings: { PUBLIC_URL: url } }) {
    if (url === undefined)
      return skipped({
        what: 'PUBLIC_URL is not set',
        why: 'Only the chat window needs it.',
        fix: 'Open https://<your bot>/healthz yourself: it should return {"status":"alive"} and its version.',
      });
    const answer = await askWeb(`${url}/healthz`);
    if (answer.kind === 'no-answer' && answer.certificate !== null) {
      const { what, fix } = silence(answer, 'PUBLIC_URL');
      return broken({
        what: `the certificate there ${what}`,
        why: 'Neither the channel nor browsers connect to it.',
        fix,
      });
    }
    if (answer.kind === 'no-answer')
      return warning({
        what: `nothing responds there: ${answer.because}`,
        why: 'Neither the channel nor browsers can reach the bot there, unless it is just stopped.',
        fix: 'Start the bot, or correct PUBLIC_URL or its DNS entry.',
      });
    const told = alive.safeParse(answer.body);
    if (!told.success)
      return broken({
        what: `something else responds there (${answer.status})`,
        why: 'Messages and the chat window reach another program.',
        fix: 'Correct PUBLIC_URL, or the proxy in front of the bot: it must forward every path.',
      });
    return ok(`the bot answers there${told.data.version === undefined ? '' : ` (version ${told.data.version})`}`);
  },
};
