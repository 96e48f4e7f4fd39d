import { isDeepStrictEqual } from 'node:util';
import type { CardAction } from '../../../cards/card-action.ts';
import { scenarios } from '../../domain/scenario.ts';
import { createTranslator, type Locale, type TextKey } from '../../i18n/index.ts';

/** Buttons that do the same wherever they stand, by the sentence on them. People type what they read. */
const labelled: Partial<Record<TextKey, CardAction>> = {
  'button.show-status': { do: 'show-status' },
  'button.not-sure': { do: 'not-sure' },
  'button.accept-suggestion': { do: 'yes' },
  'button.sign-in': { do: 'sign-in' },
  'button.without-sign-in': { do: 'without-sign-in' },
  'button.sign-out': { do: 'sign-out' },
  'button.check-again': { do: 'check-again' },
  'button.show-steps': { do: 'show-steps' },
  'button.i-have-done-it': { do: 'i-have-done-it' },
  'button.show-help': { do: 'show-help' },
  'button.show-privacy': { do: 'show-topic', topic: 'privacy' },
  'button.show-consequences': { do: 'show-topic', topic: 'change-directory-consequences' },
  'button.show-alternatives': { do: 'show-topic', topic: 'alternatives-to-moving' },
  'button.show-background': { do: 'show-topic', topic: 'background' },
  'button.start-over': { do: 'start-over' },
  'button.carry-on': { do: 'carry-on' },
  'button.back': { do: 'back' },
  'button.repeat': { do: 'repeat' },
  'button.cancel': { do: 'cancel' },
  'button.talk-to-person': { do: 'talk-to-person' },
  'button.confirm-join': { do: 'confirm-join' },
  'button.why-do-you-ask': { do: 'why-do-you-ask', about: 'scenario' },
  'button.show-menu': { do: 'show-menu' },
  'button.yes': { do: 'yes' },
  'button.no': { do: 'no' },
  'button.remind-tomorrow': { do: 'remind-me', when: 'tomorrow' },
  'button.remind-when-visible': { do: 'remind-me', when: 'when-visible' },
  'button.stop-reminding': { do: 'stop-reminding' },
  'button.ask-admin': { do: 'ask-admin' },
  'button.ask-acceptor': { do: 'ask-acceptor' },
  'button.show-receipt': { do: 'show-receipt' },
  'button.delete-my-data': { do: 'delete-my-data' },
  'button.delete-my-data-now': { do: 'delete-my-data-now' },
  'button.keep-my-data': { do: 'no' },
  'button.none-of-these': { do: 'none-of-these' },
  'button.my-tickets': { do: 'my-tickets' },
  'button.leave-ticket': { do: 'leave-ticket' },
  'button.send-answer': { do: 'send-answer' },
  'button.show-language': { do: 'show-language' },
  'tickets.hand-over.send': { do: 'hand-over', course: false },
  'tickets.hand-over.send-with-course': { do: 'hand-over', course: true },
  'tickets.hand-over.do-not': { do: 'no' },
  'card.admin-answer.approve': { do: 'answer-request', answer: 'approved' },
  'card.admin-answer.decline': { do: 'answer-request', answer: 'declined' },
  'card.accept-answer.accepted': { do: 'answer-request', answer: 'approved' },
  'card.accept-answer.not-accepted': { do: 'answer-request', answer: 'declined' },
  'agreement.enterprise': { do: 'answer-agreement', answer: 'enterprise' },
  'agreement.partner': { do: 'answer-agreement', answer: 'partner' },
  'agreement.neither': { do: 'answer-agreement', answer: 'neither' },
  'agreement.not-sure': { do: 'answer-agreement', answer: 'not-sure' },
  'topics.quick-guidance.title': { do: 'show-topic', topic: 'quick-guidance' },
  'topics.know-your-role.title': { do: 'show-topic', topic: 'know-your-role' },
  'topics.support.title': { do: 'show-topic', topic: 'support' },
};

/** What stands on a button that was pressed; null for one that has other words on each card. */
export function labelOf(
  { nonce: _stamp, ...pressed }: CardAction & { readonly nonce?: string | undefined },
  locale: Locale,
) {
  return labelsOf(locale).find(({ action }) => isDeepStrictEqual(action, pressed))?.label ?? null;
}

/** What stands on the buttons of a language, and what each does. A number on one is 0. */
export function labelsOf(locale: Locale): readonly { readonly label: string; readonly action: CardAction }[] {
  const t = createTranslator(locale);
  const routes = scenarios.map((scenario) => ({
    label: t(`scenarios.${scenario}.choice`),
    action: { do: 'choose-scenario' as const, scenario },
  }));
  const others = Object.entries(labelled).map(([key, action]) => ({ label: t(key as TextKey), action }));
  const numbered = [
    { label: t('button.tick-step', { step: 0 }), action: { do: 'tick-by-number' as const, number: 0, done: true } },
    { label: t('button.untick-step', { step: 0 }), action: { do: 'tick-by-number' as const, number: 0, done: false } },
  ];
  return [...routes, ...others, ...numbered];
}
