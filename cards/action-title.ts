import { languages, type TextKey, type Translator } from '../src/i18n/index.ts';
import type { CardAction } from './card-action.ts';

/** What a button says, by what it does. */
export function actionTitle(action: CardAction, t: Translator): string {
  switch (action.do) {
    case 'choose-scenario':
      return t(`scenarios.${action.scenario}.choice`);
    case 'tick-step':
      return t(action.done ? 'button.tick-step' : 'button.untick-step');
    case 'show-topic':
      return t(`topics.${action.topic}.title`);
    case 'set-language':
      return languages[action.locale].name;
    case 'answer-agreement':
      return t(`agreement.${action.answer}`);
    case 'remind-me':
      return t(action.when === 'tomorrow' ? 'button.remind-tomorrow' : 'button.remind-when-visible');
    case 'answer-helped':
      return t(action.helped ? 'button.yes' : 'button.no');
    case 'answer-request':
      return t(action.answer === 'approved' ? 'card.admin-answer.approve' : 'card.admin-answer.decline');
    case 'open-request':
      return t('card.admin-answer.title');
    case 'ask-for-ticket':
      return t('button.open-ticket');
    case 'hand-over':
      return t(action.course ? 'tickets.hand-over.send-with-course' : 'tickets.hand-over.send');
    case 'ask-question':
      return t('button.show-answer');
    default:
      return t(`button.${action.do}` satisfies TextKey);
  }
}
