import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { buildCard, button, heading, paragraph, primaryButton, remark } from './pieces.ts';

export interface ReminderSetView {
  readonly when: 'on-day' | 'when-visible';
  /** The day of the reminder, or the day on which the bot stops looking. ISO 8601. */
  readonly date: string;
  /** Whether the person named an hour, which no reminder keeps. */
  readonly namesHour: boolean;
}

/** Confirms a reminder, and says how to stop it. */
export function reminderSetCard(view: ReminderSetView, t: Translator): AdaptiveCard {
  const title = t('card.reminder.title');
  const date = view.when === 'on-day' ? t.dateWithWeekday(view.date) : t.date(view.date);
  const promise = t(`card.reminder.${view.when}`, { date });
  const text = view.namesHour ? `${promise} ${t('card.reminder.no-other-hour')}` : promise;
  const stop = t('card.reminder.stop');
  return buildCard(
    t,
    { title, text: `${text} ${stop}` },
    [heading(title), paragraph(text), remark(stop)],
    [
      primaryButton(t('button.carry-on'), { do: 'carry-on' }),
      button(t('button.stop-reminding'), { do: 'stop-reminding' }),
    ],
  );
}
