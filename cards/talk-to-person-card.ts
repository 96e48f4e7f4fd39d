import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard, LinkButton } from './adaptive-card.ts';
import { buildCard, button, heading, paragraph, primaryButton, strong } from './pieces.ts';
import { cleanText, ownWords, plainText } from './plain-text.ts';

export interface TalkToPersonView {
  /** An address, a number or a page, as the organisation gave it. Empty when it gave none. */
  readonly contact: string;
  /** What the person can tell the colleague: the facts and steps so far. */
  readonly summary?: string;
}

/** Says who can help, and what to tell them. */
export function talkToPersonCard(view: TalkToPersonView, t: Translator): AdaptiveCard {
  const title = t('card.talk-to-person.title');
  const contact = cleanText(view.contact, 300);
  const text = contact === '' ? t('card.talk-to-person.no-contact') : t('card.talk-to-person.text');
  const { summary } = view;
  return buildCard(
    t,
    { title, text: `${text} ${contact}` },
    [
      heading(title),
      paragraph(text),
      ...(contact === '' ? [] : [strong(ownWords(contact))]),
      ...(summary === undefined
        ? []
        : [paragraph(t('card.talk-to-person.summary')), paragraph(plainText(summary, 2000))]),
    ],
    [
      ...contactButton(contact, t),
      primaryButton(t('button.carry-on'), { do: 'carry-on' }),
      button(t('topics.support.title'), { do: 'show-topic', topic: 'support' }),
      button(t('button.show-menu'), { do: 'show-menu' }),
    ],
  );
}

function contactButton(contact: string, t: Translator): readonly LinkButton[] {
  if (!/^https:\/\/\S+$/.test(contact)) return [];
  return [{ type: 'Action.OpenUrl', title: t('card.talk-to-person.open'), url: contact }];
}
