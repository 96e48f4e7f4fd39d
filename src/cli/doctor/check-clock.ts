import { countOf } from '../../domain/count-of.ts';
import { broken, type Examination, ok, skipped, warning } from './check.ts';
import { tenantDocumentUrl } from './check-entra.ts';
import { askWeb } from './web-answer.ts';

const toleratedSeconds = 5 * 60;
const noticedSeconds = 2 * 60;

export const checkClock: Examination = {
  id: 'clock',
  title: 'Clock',
  async run({ settings, clock }) {
    const answer = await askWeb(tenantDocumentUrl(settings));
    const date = answer.kind === 'answered' ? Date.parse(answer.headers.get('date') ?? '') : Number.NaN;
    const fix = 'Turn on time synchronisation (NTP) on the machine that runs the bot.';
    if (Number.isNaN(date))
      return skipped({ what: 'nothing to compare with', why: 'Entra’s response had no date.', fix });
    // The Date header has a resolution of one second.
    const seconds = Math.round((clock.now() - date) / 1_000);
    const what = `${countOf(Math.abs(seconds), 'second')} ${seconds < 0 ? 'behind' : 'ahead of'} Entra`;
    if (Math.abs(seconds) > toleratedSeconds)
      return broken({ what, why: 'Tokens seem expired or not yet valid, so every message is refused.', fix });
    if (Math.abs(seconds) > noticedSeconds)
      return warning({ what, why: 'Beyond five minutes, every message is refused.', fix });
    return ok('within two minutes of Entra');
  },
};
