import { readContent } from '../../adapters/search/read-content.ts';
import { countOf } from '../../domain/count-of.ts';
import { broken, type Examination, ok, warning } from './check.ts';

const shownAtMost = 3;

export const checkContent: Examination = {
  id: 'content',
  title: 'Questions and answers',
  async run({ settings, clock }) {
    const { content, faults, warnings } = readContent(settings.CONTENT_FOLDER, clock.now());
    if (faults.length > 0)
      return broken({
        what: `${countOf(faults.length, 'fault')}: ${some(faults)}`,
        why: 'The bot does not start with these faults.',
        fix: 'Correct the files named here, or set CONTENT_FOLDER to the folder with "questions" in it.',
      });
    if (warnings.length > 0)
      return warning({
        what: `${countOf(warnings.length, 'is', 'are')} outdated: ${some(warnings)}`,
        why: 'What was right a year ago may mislead people today.',
        fix: 'Review them, correct them, and set "checked" to today. "npm run content:check" lists them all.',
      });
    const counts = content.locales.map((locale) => `${content.questions[locale]?.length ?? 0} in ${locale}`);
    return ok(counts.join(', '));
  },
};

function some(lines: readonly string[]): string {
  const rest = lines.length - shownAtMost;
  return [...lines.slice(0, shownAtMost), ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}
