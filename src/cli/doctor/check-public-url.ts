import { z } from 'zod';
import { broken, type Examination, ok, skipped, warning } from './check.ts';
import { askWeb, silence } from './web-answer.ts';

/** Releases before 0.2 do not tell their version. */
const alive = z.object({ status: z.literal('alive'), version: z.string().max(40).optional() });

export const checkPublicUrl: Examination = {
  id: 'public-url',
  title: 'The bot’s own address',
  async run({ settings: { PUBLIC_URL: url } }) {
    if (url === undefined)
      return skipped({
        what: 'PUBLIC_URL is not set',
        why: 'Only the chat window needs it.',
        fix: 'Ask https://<your bot>/healthz yourself: it should answer {"status":"alive"} and its version.',
      });
    const answer = await askWeb(`${url}/healthz`);
    if (answer.kind === 'no-answer' && answer.certificate !== null) {
      const { what, fix } = silence(answer, 'PUBLIC_URL');
      return broken({ what: `what stands there ${what}`, why: 'Neither the channel nor a browser talks to it.', fix });
    }
    if (answer.kind === 'no-answer')
      return warning({
        what: `nothing answers there: ${answer.because}`,
        why: 'Neither the channel nor a browser would reach the bot there, unless it is only stopped.',
        fix: 'Start the bot, or correct PUBLIC_URL and the name in DNS.',
      });
    const told = alive.safeParse(answer.body);
    if (!told.success)
      return broken({
        what: `something else answers there (${answer.status})`,
        why: 'Messages and the chat window end up at another program.',
        fix: 'Correct PUBLIC_URL, or the proxy in front of the bot: it must pass on every path.',
      });
    return ok(`the bot answers there${told.data.version === undefined ? '' : ` (version ${told.data.version})`}`);
  },
};
