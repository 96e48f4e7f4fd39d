import { countOf } from '../../domain/count-of.ts';
import { type Examination, ok, skipped, warning } from './check.ts';
import { isPlainHttp } from './loopback.ts';

export const checkWebChat: Examination = {
  id: 'web-chat',
  title: 'Pages with the chat window',
  async run({ settings: { WEBCHAT_ORIGINS: origins, DIRECT_LINE_SECRET: secret } }) {
    if (secret === undefined && origins.length > 0)
      return warning({
        what: `${countOf(origins.length, 'page is', 'pages are')} allowed, and there is no chat window`,
        why: 'Without DIRECT_LINE_SECRET the chat window is not served.',
        fix: 'Set DIRECT_LINE_SECRET, or empty WEBCHAT_ORIGINS.',
      });
    if (secret === undefined)
      return skipped({
        what: 'there is no chat window on web pages',
        why: 'DIRECT_LINE_SECRET is not set.',
        fix: 'Nothing to do when people use Teams only.',
      });
    const plain = origins.filter(isPlainHttp);
    if (plain.length > 0)
      return warning({
        what: `${plain.join(' and ')} is not https`,
        why: 'Others on the network can read and change such a page, and the chat on it.',
        fix: 'Serve the page over https and change WEBCHAT_ORIGINS.',
      });
    if (origins.length === 0)
      return warning({
        what: 'no page is allowed to show the chat window',
        why: 'Only the page of the bot itself can.',
        fix: 'Name the origins of your pages in WEBCHAT_ORIGINS.',
      });
    return ok(`${countOf(origins.length, 'page')} may show it`);
  },
};
